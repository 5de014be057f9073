import { CleengLogin } from '../elements/login/login.js';
import { define } from './registry.js';

CleengLogin.nestable = {
  register: () => import('./register.js'),
  capture: () => import('./capture.js'),
  consents: () => import('./consents.js'),
};
define('cleeng-login', CleengLogin);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-login': CleengLogin;
  }
}
