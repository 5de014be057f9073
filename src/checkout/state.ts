import type { CleengError } from '../api/errors.js';
import type { Methods } from '../api/payment-methods.js';
import type { Delivery } from './gift.js';
import type { Step } from '../session/steps.js';
import type { Offer } from './offer.js';
import { sameTotal, type Order, type Receipt } from './order.js';

/** Why something cannot be bought. */
export type Unavailable = 'not-found' | 'inactive' | 'geo-blocked' | 'owned' | 'not-giftable' | 'no-method';

interface DeadEnd {
  readonly reason: Unavailable;
  readonly offer?: Offer;
  /** Under which number the platform has its refusal, where it was the platform that refused. */
  readonly requestId?: string;
}

/** Where a purchase stands. One view per status; the demo and the tests list them from `CHECKOUT_STATUSES`. */
export type CheckoutState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: CleengError; readonly offer?: Offer }
  | ({ readonly status: 'unavailable' } & DeadEnd)
  | { readonly status: 'identify'; readonly form: 'login' | 'register'; readonly offer: Offer }
  | { readonly status: 'capture'; readonly offer: Offer }
  | { readonly status: 'consents'; readonly offer: Offer }
  | { readonly status: 'ordering'; readonly offer: Offer }
  | Payable<'gift'>
  | Payable<'review'>
  | (Payable<'changing'> & { readonly change: Change; readonly from: 'gift' | 'review' })
  | Payable<'paying'>
  | Payable<'action'>
  | Payable<'leaving'>
  | { readonly status: 'finalizing' }
  | Paid<'confirming'>
  | Paid<'pending'>
  | (Paid<'done'> & { readonly entitlement: Entitlement | null });

/** The money is taken. The offer is unknown when it could not be read on the way back from the bank: that takes nothing from the payment. */
interface Paid<S extends string> {
  readonly status: S;
  readonly offer?: Offer;
  readonly receipt: Receipt;
}

/** Access to what was bought; for a gift there is none, for it is the recipient's. */
export interface Entitlement {
  readonly accessGranted: boolean;
  /** Unix seconds, where access ends by itself. */
  readonly expiresAt: number | null;
}

/** What the viewer changes about an order. */
export type Change = 'coupon' | 'recipient' | 'delivery';

/** What became of the last coupon. Each attempt has one of its own. */
export interface CouponOutcome {
  readonly status: 'applied' | 'removed' | 'refused';
  readonly code: string;
  readonly error?: CleengError;
}

/** Something about the order that the viewer has to know before paying. */
export type OrderNotice = 'price-changed' | 'order-renewed';

/** An order on screen: the payment widgets stay mounted while it is reviewed, changed, paid, or waits for the bank. */
interface Payable<S extends string> {
  readonly status: S;
  readonly offer: Offer;
  readonly order: Order;
  readonly methods: Methods;
  /** When and to whom a gift goes. */
  readonly delivery?: Delivery;
  readonly coupon?: CouponOutcome;
  readonly notice?: OrderNotice;
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
  'consents',
  'ordering',
  'gift',
  'review',
  'changing',
  'paying',
  'action',
  'leaving',
  'finalizing',
  'confirming',
  'pending',
  'done',
] as const satisfies readonly CheckoutStatus[];

/** What can happen to a purchase. */
export type CheckoutEvent =
  | { readonly type: 'start' }
  | { readonly type: 'signed-out'; readonly offer: Offer }
  | { readonly type: 'switch-form'; readonly form: 'login' | 'register' }
  | { readonly type: 'ask'; readonly step: Step; readonly offer: Offer }
  | { readonly type: 'order'; readonly offer: Offer }
  | ({ readonly type: 'ordered'; readonly offer: Offer; readonly order: Order; readonly methods: Methods } & Extras)
  | { readonly type: 'change'; readonly change: Change }
  | { readonly type: 'changed'; readonly order: Order; readonly delivery?: Delivery; readonly coupon?: CouponOutcome }
  | { readonly type: 'unchanged'; readonly error?: CleengError; readonly coupon?: CouponOutcome }
  | { readonly type: 'edit-gift' }
  | { readonly type: 'repriced'; readonly order: Order }
  | { readonly type: 'pay' }
  | { readonly type: 'act' }
  | { readonly type: 'leave' }
  | { readonly type: 'returned' }
  | { readonly type: 'refused'; readonly error: CleengError }
  | { readonly type: 'paid'; readonly offer?: Offer; readonly receipt: Receipt; readonly gift: boolean }
  | { readonly type: 'late' }
  | { readonly type: 'check' }
  | { readonly type: 'granted'; readonly entitlement: Entitlement }
  | ({ readonly type: 'unavailable' } & DeadEnd)
  | { readonly type: 'failed'; readonly error: CleengError; readonly offer?: Offer };

type Extras = Partial<Pick<Payable<string>, 'coupon' | 'notice' | 'refusal'>>;

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
      return { status: event.step, offer: event.offer };
    case 'order':
      return { status: 'ordering', offer: event.offer };
    case 'ordered': {
      const { offer, order, methods, coupon, notice, refusal } = event;
      return settle({
        offer,
        order,
        methods,
        ...(coupon ? { coupon } : {}),
        ...(notice ? { notice } : {}),
        ...(refusal ? { refusal } : {}),
      });
    }
    case 'change':
      if (state.status !== 'review' && state.status !== 'gift') return state;
      return { ...payableOf(state), status: 'changing', change: event.change, from: state.status };
    case 'changed': {
      if (state.status !== 'changing') return state;
      const { order, delivery = state.delivery, coupon = state.coupon } = event;
      const { offer, methods } = state;
      return settle({ offer, order, methods, ...(delivery ? { delivery } : {}), ...(coupon ? { coupon } : {}) });
    }
    case 'unchanged': {
      if (state.status !== 'changing') return state;
      const { error: refusal, coupon = state.coupon } = event;
      return { ...payableOf(state), status: state.from, ...(coupon ? { coupon } : {}), ...(refusal ? { refusal } : {}) };
    }
    case 'edit-gift':
      return state.status === 'review' && state.order.gift ? { ...payableOf(state), status: 'gift' } : state;
    case 'repriced':
      return isPayment(state) ? { ...state, order: event.order, ...(sameTotal(state.order, event.order) ? {} : PRICE_CHANGED) } : state;
    case 'pay':
      return state.status === 'review' ? { ...payableOf(state), status: 'paying' } : state;
    case 'act':
      return state.status === 'paying' ? { ...state, status: 'action' } : state;
    case 'leave':
      return state.status === 'paying' || state.status === 'action' ? { ...state, status: 'leaving' } : state;
    case 'returned':
      return { status: 'finalizing' };
    case 'refused':
      return isAttempt(state) ? { ...state, status: 'review', refusal: event.error } : state;
    case 'paid': {
      const paid = { receipt: event.receipt, ...(event.offer ? { offer: event.offer } : {}) };
      return event.gift ? { status: 'done', ...paid, entitlement: null } : { status: 'confirming', ...paid };
    }
    case 'late':
      return state.status === 'confirming' ? { ...state, status: 'pending' } : state;
    case 'check':
      return state.status === 'pending' ? { ...state, status: 'confirming' } : state;
    case 'granted':
      if (state.status !== 'confirming' && state.status !== 'pending') return state;
      return { ...state, status: 'done', entitlement: event.entitlement };
    case 'unavailable': {
      const { type: status, ...deadEnd } = event;
      return { status, ...deadEnd };
    }
    case 'failed':
      return { status: 'failed', error: event.error, ...(event.offer ? { offer: event.offer } : {}) };
  }
}

const PRICE_CHANGED = { notice: 'price-changed' } as const;

/** What belongs to the order, without what was said about earlier attempts. */
function payableOf({ offer, order, methods, delivery, coupon }: PaymentState): Omit<Payable<string>, 'status'> {
  return { offer, order, methods, ...(delivery ? { delivery } : {}), ...(coupon ? { coupon } : {}) };
}

/** A gift can be paid for once it is known to whom it goes. */
function settle(payable: Omit<Payable<string>, 'status'>): CheckoutState {
  return { ...payable, status: payable.order.gift && !payable.delivery ? 'gift' : 'review' };
}

/** An attempt to pay is under way. */
function isAttempt(state: CheckoutState): state is Payable<'review' | 'paying' | 'action' | 'leaving'> {
  return state.status === 'review' || state.status === 'paying' || state.status === 'action' || state.status === 'leaving';
}
