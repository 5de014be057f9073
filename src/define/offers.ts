import { CleengOffers } from '../elements/offers/offers.js';
import { define } from './registry.js';

define(
  'cleeng-offers',
  // The list stands alone: the checkout, twice its weight, is fetched when somebody chooses something.
  class extends CleengOffers {
    protected override loadCheckout() {
      return import('./checkout.js');
    }
  },
);

declare global {
  interface HTMLElementTagNameMap {
    'cleeng-offers': CleengOffers;
  }
}
