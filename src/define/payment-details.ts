import { CleengPaymentDetails } from '../elements/payment-details/payment-details.js';
import { define } from './registry.js';

define('cleeng-payment-details', CleengPaymentDetails);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-payment-details': CleengPaymentDetails;
  }
}
