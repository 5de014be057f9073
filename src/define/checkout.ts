import './capture.js';
import './login.js';
import './register.js';
import { CleengCheckout } from '../elements/checkout/checkout.js';
import { define } from './registry.js';

define('cleeng-checkout', CleengCheckout);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-checkout': CleengCheckout;
  }
}
