import type { CheckoutCompletion } from '../index.js';
import { decimalOf } from '../money.js';

/**
 * The version of the catalogue. An event that is added, or says more, leaves it as it is; one that goes, is renamed or means something else
 * takes the next number, and the kit the next major version.
 */
export const EVENTS_VERSION = 1;

/** The names of all events of the kit. */
export type CleengEventName = Extract<keyof GlobalEventHandlersEventMap, `cleeng-${string}`>;

/** All events of the kit by their names. */
export type CleengEventMap = Pick<GlobalEventHandlersEventMap, CleengEventName>;

/** What may be told of an event to others: nothing that says who the viewer is. */
export type Facts = Readonly<Record<string, unknown>>;

/** What the catalogue holds of one event. */
export interface EventEntry<N extends CleengEventName = CleengEventName> {
  /** `preventDefault()` keeps the element from what it would do next. */
  readonly cancelable?: true;
  /** Keys of `detail` that say who the viewer is, or that only they should know. They are reported to nobody. */
  readonly personal?: readonly string[];
  /** What is reported: what is not named here stays on the page. */
  readonly facts: (detail: CleengEventMap[N]['detail']) => Facts;
}

const nothing = (): Facts => ({});
const errorCode = ({ error }: { readonly error: { readonly code: string } }): Facts => ({ error: error.code });
const offer = ({ offerId }: { readonly offerId: string }): Facts => ({ offerId });

/** Every event of the kit. */
export const EVENTS: { readonly [N in CleengEventName]: EventEntry<N> } = {
  'cleeng-session-change': {
    personal: ['customerId'],
    facts: (state) => ({ status: state.status, ...('reason' in state ? { reason: state.reason } : {}) }),
  },
  'cleeng-login-success': { personal: ['customerId'], facts: nothing },
  'cleeng-login-error': { facts: errorCode },
  'cleeng-login-register': { cancelable: true, personal: ['email'], facts: nothing },
  'cleeng-login-forgot': { cancelable: true, personal: ['email'], facts: nothing },
  'cleeng-login-continue': { cancelable: true, personal: ['customerId'], facts: nothing },
  'cleeng-password-requested': { personal: ['email'], facts: nothing },
  'cleeng-password-changed': { personal: ['email'], facts: nothing },
  'cleeng-password-error': { facts: errorCode },
  'cleeng-register-success': { personal: ['customerId', 'consents'], facts: nothing },
  'cleeng-register-error': { facts: errorCode },
  'cleeng-register-login': { cancelable: true, personal: ['email'], facts: nothing },
  'cleeng-consents-complete': { personal: ['customerId', 'consents'], facts: nothing },
  'cleeng-consents-error': { facts: errorCode },
  'cleeng-capture-complete': { personal: ['customerId', 'answered', 'answers'], facts: ({ asked }) => ({ asked }) },
  'cleeng-capture-skip': { personal: ['customerId'], facts: nothing },
  'cleeng-capture-error': { facts: errorCode },
  'cleeng-checkout-step': { facts: ({ step, from }) => ({ step, from }) },
  'cleeng-checkout-complete': { personal: ['payment.paymentId', 'order.coupon'], facts: purchase },
  // A code may be one person's, and worth money.
  'cleeng-checkout-coupon': { personal: ['code'], facts: ({ status, error }) => ({ status, ...(error ? { error: error.code } : {}) }) },
  'cleeng-checkout-redeem': { facts: ({ offerId, mode }) => ({ offerId, mode }) },
  'cleeng-checkout-error': { facts: errorCode },
  'cleeng-checkout-redirect': { cancelable: true, personal: ['url'], facts: nothing },
  'cleeng-offers-select': { cancelable: true, facts: offer },
  'cleeng-paywall-change': { facts: (change) => ({ granted: change.granted, ...(change.granted ? {} : { reason: change.reason }) }) },
  'cleeng-account-change': {
    facts: (change) => ({
      change: change.change,
      ...('offerId' in change ? { offerId: change.offerId } : {}),
      ...('toOfferId' in change ? { toOfferId: change.toOfferId } : {}),
    }),
  },
  'cleeng-account-error': { facts: ({ change, error }) => ({ change, error: error.code }) },
  'cleeng-plan-fix': { cancelable: true, facts: offer },
};

/** A purchase, and in the shape that Google Analytics 4 takes of one. */
function purchase({ offerId, order, payment, entitlement }: CheckoutCompletion): Facts {
  const total = payment.total ?? order?.total;
  return {
    offerId,
    gift: order?.gift ?? entitlement === null,
    ...(payment.method ? { method: payment.method } : {}),
    ecommerce: {
      transaction_id: String(payment.orderId),
      ...(total ? { value: decimalOf(total), currency: total.currency } : {}),
      items: [{ item_id: offerId, quantity: 1, ...(total ? { price: decimalOf(total) } : {}) }],
    },
  };
}
