import { CleengCheckout } from '../elements/checkout/checkout.js';
import { define } from './registry.js';

CleengCheckout.nestable = {
  login: () => import('./login.js'),
  register: () => import('./register.js'),
  capture: () => import('./capture.js'),
  consents: () => import('./consents.js'),
};

define('cleeng-checkout', CleengCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-checkout': CleengCheckout;
  }
}
