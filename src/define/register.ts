import { CleengRegister } from '../elements/register/register.js';
import { define } from './registry.js';

define('cleeng-register', CleengRegister);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-register': CleengRegister;
  }
}
