import { CleengPaymentProblem } from '../elements/payment-problem/payment-problem.js';
import { define } from './registry.js';

define('cleeng-payment-problem', CleengPaymentProblem);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-payment-problem': CleengPaymentProblem;
  }
}
