import type { Receipt } from '../../checkout/order.js';
import type { CheckoutStatus } from '../../checkout/state.js';
import type { CleengError } from '../../controllers/error-text.js';

/** The checkout shows another step. */
export class CheckoutStepEvent extends CustomEvent<{ step: CheckoutStatus; from: CheckoutStatus }> {
  constructor(step: CheckoutStatus, from: CheckoutStatus) {
    super('cleeng-checkout-step', { detail: { step, from }, bubbles: true, composed: true });
  }
}

/**
 * The platform has confirmed the purchase. `access` says whether it has opened the access as well (`granted`), or takes longer (`pending`).
 * `receipt.total` is in the smallest unit of its currency; after PayPal's return it is unknown.
 */
export class CheckoutCompleteEvent extends CustomEvent<{ offerId: string; receipt: Receipt; access: 'granted' | 'pending' }> {
  constructor(offerId: string, receipt: Receipt, access: 'granted' | 'pending') {
    super('cleeng-checkout-complete', { detail: { offerId, receipt, access }, bubbles: true, composed: true });
  }
}

/** An attempt to pay, or the checkout as a whole, failed; the element shows why and the way on. */
export class CheckoutErrorEvent extends CustomEvent<{ error: CleengError }> {
  constructor(error: CleengError) {
    super('cleeng-checkout-error', { detail: { error }, bubbles: true, composed: true });
  }
}

/** The page is about to be left for the bank's or PayPal's. `preventDefault()` keeps the viewer here; the order stays open. */
export class CheckoutRedirectEvent extends CustomEvent<{ url: string }> {
  constructor(url: string) {
    super('cleeng-checkout-redirect', { detail: { url }, bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cleeng-checkout-step': CheckoutStepEvent;
    'cleeng-checkout-complete': CheckoutCompleteEvent;
    'cleeng-checkout-error': CheckoutErrorEvent;
    'cleeng-checkout-redirect': CheckoutRedirectEvent;
  }
}
