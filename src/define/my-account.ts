import './login.js';
import './register.js';
import { CleengMyAccount } from '../elements/my-account/my-account.js';
import { define } from './registry.js';

define('cleeng-my-account', CleengMyAccount);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-my-account': CleengMyAccount;
  }
}
