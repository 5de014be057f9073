import type { Order, Receipt } from '../../checkout/order.js';
import type { RedeemMode, RedemptionStatus } from '../../checkout/redemption-state.js';
import type { CheckoutStatus, CouponOutcome, Entitlement } from '../../checkout/state.js';
import type { CleengError } from '../../controllers/error-text.js';

/** What the element shows: a step of the purchase, or of the redemption of a gift. */
export type CheckoutView = CheckoutStatus | `redeem-${RedemptionStatus}`;

/** The checkout shows another step. */
export class CheckoutStepEvent extends CustomEvent<{ step: CheckoutView; from: CheckoutView }> {
  constructor(step: CheckoutView, from: CheckoutView) {
    super('cleeng-checkout-step', { detail: { step, from }, bubbles: true, composed: true });
  }
}

export interface CheckoutCompletion {
  readonly offerId: string;
  /** The order as it was paid; unknown after the way back from the bank's or PayPal's page, where `payment` names its id. */
  readonly order: Order | undefined;
  /** What was paid. Amounts are in the smallest unit of their currency. */
  readonly payment: Receipt;
  /** The access, which may not have come yet (`accessGranted: false`); `null` for a gift, whose access is the recipient's. */
  readonly entitlement: Entitlement | null;
}

/** The platform has confirmed the purchase: once for each. */
export class CheckoutCompleteEvent extends CustomEvent<CheckoutCompletion> {
  constructor(detail: CheckoutCompletion) {
    super('cleeng-checkout-complete', { detail, bubbles: true, composed: true });
  }
}

/** A gift was redeemed: it began a subscription (`CREATE`), or prolonged the one the viewer has (`EXTEND`). */
export class CheckoutRedeemEvent extends CustomEvent<{ offerId: string; mode: RedeemMode; entitlement: Entitlement }> {
  constructor(detail: { offerId: string; mode: RedeemMode; entitlement: Entitlement }) {
    super('cleeng-checkout-redeem', { detail, bubbles: true, composed: true });
  }
}

/** A coupon was put on the order, taken off, or refused, in which case `error` says why. */
export class CheckoutCouponEvent extends CustomEvent<CouponOutcome> {
  constructor(detail: CouponOutcome) {
    super('cleeng-checkout-coupon', { detail, bubbles: true, composed: true });
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
    'cleeng-checkout-coupon': CheckoutCouponEvent;
    'cleeng-checkout-redeem': CheckoutRedeemEvent;
    'cleeng-checkout-error': CheckoutErrorEvent;
    'cleeng-checkout-redirect': CheckoutRedirectEvent;
  }
}
