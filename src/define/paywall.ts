import { CleengPaywall } from '../elements/paywall/paywall.js';
import { define } from './registry.js';

define(
  'cleeng-paywall',
  // Most viewers have access: login and checkout, each heavier than the gate, are fetched by those who need them.
  class extends CleengPaywall {
    protected override loadElement(what: 'log-in' | 'checkout') {
      return what === 'log-in' ? import('./login.js') : import('./checkout.js');
    }
  },
);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-paywall': CleengPaywall;
  }
}
