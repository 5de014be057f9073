import { CleengLogin } from '../elements/login/login.js';
import { define } from './registry.js';

define('cleeng-login', CleengLogin);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-login': CleengLogin;
  }
}
