/**
 * The viewer chose an offer. `preventDefault()` leaves the rest to you; otherwise the checkout opens in place, or the page of `checkout-url`.
 */
export class OffersSelectEvent extends CustomEvent<{ offerId: string }> {
  constructor(offerId: string) {
    super('cleeng-offers-select', { detail: { offerId }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-offers-select': OffersSelectEvent;
  }
}
