import { CleengCheckout } from '../elements/checkout/checkout.js';
import { define } from './registry.js';

CleengCheckout.forms = {
  login: () => import('./login.js'),
  register: () => import('./register.js'),
  capture: () => import('./capture.js'),
};

define('cleeng-checkout', CleengCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-checkout': CleengCheckout;
  }
}
