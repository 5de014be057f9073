import type { Order, Receipt } from '../../checkout/order.js';
import type { CheckoutState, CheckoutStatus, CouponOutcome, Entitlement } from '../../checkout/state.js';
import { CheckoutCompleteEvent, CheckoutCouponEvent, CheckoutErrorEvent, CheckoutStepEvent } from './events.js';

/** Steps a viewer perceives. */
const STEP: Partial<Record<CheckoutStatus, number>> = {
  identify: 1,
  capture: 1,
  gift: 2,
  review: 2,
  confirming: 3,
  pending: 3,
  done: 3,
  unavailable: 3,
};

/** Tells the site what happens to a purchase: one event for one fact, however often the state is looked at. */
export class Reporter {
  readonly #host: HTMLElement;
  #shown: CheckoutStatus = 'loading';
  #step: number | undefined;
  #order: Order | undefined;
  #coupon: CouponOutcome | undefined;
  #completed: number | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Another purchase begins. */
  reset(): void {
    this.#shown = 'loading';
    this.#step = undefined;
  }

  /** @returns whether the viewer is on another step now */
  report(state: CheckoutState, offerId: string): boolean {
    const from = this.#shown;
    this.#shown = state.status;
    if ('order' in state) this.#order = state.order;
    if (from !== state.status) this.#failures(state);
    if ('coupon' in state && state.coupon && state.status !== 'changing' && state.coupon !== this.#coupon) {
      this.#host.dispatchEvent(new CheckoutCouponEvent((this.#coupon = state.coupon)));
    }
    if (state.status === 'pending') this.#complete(offerId, state.receipt, { accessGranted: false, expiresAt: null });
    if (state.status === 'done') this.#complete(state.offer?.id ?? offerId, state.receipt, state.entitlement);
    if (from === state.status) return false;
    this.#host.dispatchEvent(new CheckoutStepEvent(state.status, from));
    const before = this.#step;
    this.#step = STEP[state.status] ?? before;
    return before !== undefined && before !== this.#step;
  }

  #failures(state: CheckoutState): void {
    if (state.status === 'failed') this.#host.dispatchEvent(new CheckoutErrorEvent(state.error));
    if ((state.status === 'review' || state.status === 'gift') && state.refusal) {
      this.#host.dispatchEvent(new CheckoutErrorEvent(state.refusal));
    }
  }

  /** Once for one purchase, whether access came at once or late. */
  #complete(offerId: string, payment: Receipt, entitlement: Entitlement | null): void {
    if (this.#completed === payment.orderId) return;
    this.#completed = payment.orderId;
    const order = this.#order?.id === payment.orderId ? this.#order : undefined;
    this.#host.dispatchEvent(new CheckoutCompleteEvent({ offerId, order, payment, entitlement }));
  }
}
