import type { CleengError } from '../api/errors.js';
import type { Offer } from './offer.js';
import type { Methods, Order, Receipt } from './order.js';

/** Why something cannot be bought. */
export type Unavailable = 'not-found' | 'inactive' | 'geo-blocked' | 'owned' | 'no-method';

/** Where a purchase stands. One view per status; the demo and the tests list them from `CHECKOUT_STATUSES`. */
export type CheckoutState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: CleengError; readonly offer?: Offer }
  | { readonly status: 'unavailable'; readonly reason: Unavailable; readonly offer?: Offer }
  | { readonly status: 'identify'; readonly form: 'login' | 'register'; readonly offer: Offer }
  | { readonly status: 'capture'; readonly offer: Offer }
  | { readonly status: 'ordering'; readonly offer: Offer }
  | Payable<'review'>
  | Payable<'paying'>
  | Payable<'action'>
  | Payable<'leaving'>
  | { readonly status: 'finalizing' }
  | { readonly status: 'confirming'; readonly offer: Offer; readonly receipt: Receipt; readonly late: boolean }
  | { readonly status: 'done'; readonly offer: Offer; readonly receipt: Receipt };

/** The payment step: the widgets stay mounted while the order is reviewed, paid, or waits for the bank. */
interface Payable<S extends string> {
  readonly status: S;
  readonly offer: Offer;
  readonly order: Order;
  readonly methods: Methods;
  /** Why the last attempt did not succeed. */
  readonly refusal?: CleengError;
}

export type PaymentState = Extract<CheckoutState, { order: Order }>;
export type CheckoutStatus = CheckoutState['status'];

export const CHECKOUT_STATUSES = [
  'loading',
  'failed',
  'unavailable',
  'identify',
  'capture',
  'ordering',
  'review',
  'paying',
  'action',
  'leaving',
  'finalizing',
  'confirming',
  'done',
] as const satisfies readonly CheckoutStatus[];

/** What can happen to a purchase. */
export type CheckoutEvent =
  | { readonly type: 'start' }
  | { readonly type: 'signed-out'; readonly offer: Offer }
  | { readonly type: 'switch-form'; readonly form: 'login' | 'register' }
  | { readonly type: 'ask'; readonly offer: Offer }
  | { readonly type: 'order'; readonly offer: Offer }
  | { readonly type: 'ordered'; readonly offer: Offer; readonly order: Order; readonly methods: Methods }
  | { readonly type: 'repriced'; readonly order: Order }
  | { readonly type: 'pay' }
  | { readonly type: 'act' }
  | { readonly type: 'leave' }
  | { readonly type: 'returned' }
  | { readonly type: 'refused'; readonly error: CleengError }
  | { readonly type: 'paid'; readonly offer: Offer; readonly receipt: Receipt }
  | { readonly type: 'late' }
  | { readonly type: 'granted' }
  | { readonly type: 'unavailable'; readonly reason: Unavailable; readonly offer?: Offer }
  | { readonly type: 'failed'; readonly error: CleengError; readonly offer?: Offer };

const isPayment = (state: CheckoutState): state is PaymentState => 'order' in state;

/** The next state. An event that makes no sense where the purchase stands changes nothing. */
export function transition(state: CheckoutState, event: CheckoutEvent): CheckoutState {
  switch (event.type) {
    case 'start':
      return { status: 'loading' };
    case 'signed-out':
      return { status: 'identify', form: 'login', offer: event.offer };
    case 'switch-form':
      return state.status === 'identify' ? { ...state, form: event.form } : state;
    case 'ask':
      return { status: 'capture', offer: event.offer };
    case 'order':
      return { status: 'ordering', offer: event.offer };
    case 'ordered':
      return { status: 'review', offer: event.offer, order: event.order, methods: event.methods };
    case 'repriced':
      return isPayment(state) ? { ...state, order: event.order } : state;
    case 'pay': {
      if (state.status !== 'review') return state;
      const { offer, order, methods } = state;
      return { status: 'paying', offer, order, methods };
    }
    case 'act':
      return state.status === 'paying' ? { ...state, status: 'action' } : state;
    case 'leave':
      return state.status === 'paying' || state.status === 'action' ? { ...state, status: 'leaving' } : state;
    case 'returned':
      return { status: 'finalizing' };
    case 'refused':
      return isPayment(state) ? { ...state, status: 'review', refusal: event.error } : state;
    case 'paid':
      return { status: 'confirming', offer: event.offer, receipt: event.receipt, late: false };
    case 'late':
      return state.status === 'confirming' ? { ...state, late: true } : state;
    case 'granted':
      return state.status === 'confirming' ? { status: 'done', offer: state.offer, receipt: state.receipt } : state;
    case 'unavailable':
      return { status: 'unavailable', reason: event.reason, ...(event.offer ? { offer: event.offer } : {}) };
    case 'failed':
      return { status: 'failed', error: event.error, ...(event.offer ? { offer: event.offer } : {}) };
  }
}
