import type { CleengEventMap, CleengEventName } from '../analytics/catalogue.js';
import { decimalOf } from '../money.js';

/** An event of the SDK: its name and its `detail`. */
type Old = readonly [name: string, detail?: unknown];

/** What the SDK would have dispatched for an event of the kit, if anything. */
type Translations = { readonly [N in CleengEventName]?: (detail: CleengEventMap[N]['detail']) => Old | undefined };

const TRANSLATIONS: Translations = {
  'cleeng-session-change': (state) => (state.status === 'lost' ? ['auth-failed', { source: 'session', message: state.reason }] : undefined),

  'cleeng-checkout-step': ({ step, from }) =>
    step === 'review' && (from === 'ordering' || from === 'gift') ? ['payment-page'] : undefined,
  'cleeng-checkout-complete': ({ offerId, payment }) => [
    'purchase-successful',
    {
      payment: {
        id: payment.paymentId,
        orderId: payment.orderId,
        offerId,
        paymentMethod: payment.method,
        totalAmount: payment.total && decimalOf(payment.total),
        currency: payment.total?.currency,
      },
    },
  ],
  'cleeng-checkout-error': ({ error }) => ['purchase-failed', { reason: error.code }],
  'cleeng-checkout-coupon': ({ status, code }) =>
    status === 'removed'
      ? undefined
      : [status === 'applied' ? 'redeem-coupon-success' : 'redeem-coupon-failed', { coupon: code, source: 'checkout' }],

  'cleeng-account-change': (detail) => {
    switch (detail.change) {
      case 'subscription-cancelled':
        return ['unsubscribe-action-confirmed', { offerId: detail.offerId }];
      case 'subscription-resumed':
        return ['resume-action-confirmed', { offerId: detail.offerId }];
      case 'plan-switched':
        return ['switch-popup-action-successful', { fromOfferId: detail.offerId, toOfferId: detail.toOfferId }];
      case 'switch-cancelled':
        return ['cancel-switch-action-successful', { fromOfferId: detail.offerId }];
      case 'coupon-applied':
        return ['redeem-coupon-success', { source: 'myaccount' }];
      case 'payment-details-added':
      case 'payment-details-replaced':
        return ['update-payment-details-successful'];
      case 'payment-details-removed':
        return ['remove-payment-details-action-confirmed'];
      default:
        return undefined;
    }
  },
  'cleeng-account-error': ({ change, error }) => {
    switch (change) {
      case 'plan-switched':
        return ['switch-popup-action-failed', { reason: error.code }];
      case 'switch-cancelled':
        return ['cancel-switch-action-failed', { reason: error.code }];
      case 'coupon-applied':
        return ['redeem-coupon-failed', { source: 'myaccount' }];
      case 'payment-details-added':
      case 'payment-details-replaced':
        return ['update-payment-details-failed'];
      default:
        return undefined;
    }
  },
};

/**
 * Dispatches on `window` what Cleeng's React SDK did, for listeners a page still has: `MSSDK:purchase-successful` and the like, once the
 * platform has confirmed the fact. What only told of a click has no counterpart, and nothing carries a token.
 * @returns ends it
 */
export function emitMssdkEvents(from: EventTarget = document): () => void {
  const ended = new AbortController();
  for (const [name, translate] of Object.entries(TRANSLATIONS) as [CleengEventName, (detail: never) => Old | undefined][]) {
    from.addEventListener(
      name,
      (event) => {
        const [old, detail = null] = translate((event as CustomEvent<never>).detail) ?? [];
        if (old) window.dispatchEvent(new CustomEvent(`MSSDK:${old}`, { detail }));
      },
      { signal: ended.signal },
    );
  }
  return () => ended.abort();
}
