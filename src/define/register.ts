import { CleengRegister } from '../elements/register/register.js';
import { define } from './registry.js';

CleengRegister.nestable = {
  login: () => import('./login.js'),
  capture: () => import('./capture.js'),
  consents: () => import('./consents.js'),
};
define('cleeng-register', CleengRegister);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-register': CleengRegister;
  }
}
