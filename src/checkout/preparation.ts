import { CleengError, toCleengError } from '../api/errors.js';
import { changeOrder, createOrder, listPaymentMethods, type ApiOrder } from '../api/orders.js';
import { methodsFromApi, type Methods } from '../api/payment-methods.js';
import { canPay, orderFromApi, receiptFromApi, type Order, type Receipt } from './order.js';
import { outcomeOf } from './outcome.js';
import type { CheckoutPorts, KeptOrder } from './ports.js';
import type { CouponOutcome } from './state.js';

/** What is to be ordered. */
export interface Wish {
  readonly offerId: string;
  readonly customerId: string;
  /** Under which name this tab remembers the order. */
  readonly key: string;
  readonly gift: boolean;
  /** The publisher's coupon, tried once for each order. */
  readonly coupon: string | undefined;
}

/** An order to be paid, or one that was paid before its answer was lost. */
export type Prepared =
  | {
      readonly status: 'open';
      readonly order: Order;
      readonly methods: Methods;
      readonly coupon?: CouponOutcome;
      readonly renewed: boolean;
    }
  | { readonly status: 'paid'; readonly gift: boolean; readonly receipt: Receipt };

/** The order this tab was working on, if it is still open, otherwise a new one; and, at the same time, the ways to pay. */
export async function prepare(ports: CheckoutPorts, wish: Wish): Promise<Prepared> {
  const { customer } = ports.session;
  const [opened, list] = await Promise.all([open(ports, wish), listPaymentMethods(customer)]);
  if (opened.status === 'paid') return opened;
  const methods = methodsFromApi(list);
  const { order } = opened;
  if (order.discountType !== 'coupon' || canPay(order, methods)) return { ...opened, methods };
  // A coupon that leaves nothing to pay, and no way to say so, helps nobody.
  const without = orderFromApi(await changeOrder(customer, order.id, { couponCode: null }));
  const error = new CleengError('no-payment-method', 'The publisher has no payment method for orders that cost nothing');
  return { ...opened, order: without, methods, coupon: { status: 'refused', code: order.coupon ?? '', error } };
}

type Opened = Extract<Prepared, { status: 'paid' }> | Omit<Extract<Prepared, { status: 'open' }>, 'methods'>;

async function open(ports: CheckoutPorts, wish: Wish): Promise<Opened> {
  const { memory } = ports;
  const kept = await memory.recall(wish.key);
  if (!kept) return create(ports, wish, false);
  const outcome = await outcomeOf(ports, kept.orderId);
  if (outcome.status === 'open') return resume(ports, wish, kept, outcome.order);
  if (outcome.status === 'paid') return { status: 'paid', gift: kept.gift, receipt: receiptFromApi(outcome.payment) };
  memory.forget(wish.key);
  return create(ports, wish, true);
}

async function resume(ports: CheckoutPorts, wish: Wish, kept: KeptOrder, order: ApiOrder): Promise<Opened> {
  if (!wish.coupon || wish.coupon === kept.coupon) return { status: 'open', order: orderFromApi(order), renewed: false };
  const tried = await withCoupon(wish.coupon, (couponCode) => changeOrder(ports.session.customer, order.id, { couponCode }));
  return opened(ports, wish, tried?.order ?? order, tried?.coupon, false);
}

async function create(ports: CheckoutPorts, wish: Wish, renewed: boolean): Promise<Opened> {
  const { offerId, customerId, gift } = wish;
  const order = { offerId, customerId, buyAsAGift: gift };
  const place = (couponCode?: string) => createOrder(ports.session.customer, { ...order, ...(couponCode ? { couponCode } : {}) });
  const tried = wish.coupon ? await withCoupon(wish.coupon, place) : undefined;
  return opened(ports, wish, tried?.order ?? (await place()), tried?.coupon, renewed);
}

function opened({ memory }: CheckoutPorts, wish: Wish, api: ApiOrder, coupon: CouponOutcome | undefined, renewed: boolean): Opened {
  const order = orderFromApi(api);
  memory.keep(wish.key, { orderId: order.id, gift: order.gift, ...(wish.coupon ? { coupon: wish.coupon } : {}) });
  return { status: 'open', order, renewed, ...(coupon ? { coupon } : {}) };
}

/** Tries a coupon. One that is refused leaves the order as it would be without it. */
async function withCoupon(
  code: string,
  use: (code: string) => Promise<ApiOrder>,
): Promise<{ order: ApiOrder | undefined; coupon: CouponOutcome }> {
  try {
    return { order: await use(code), coupon: { status: 'applied', code } };
  } catch (thrown) {
    const error = toCleengError(thrown);
    if (!isCouponRefusal(error)) throw error;
    return { order: undefined, coupon: { status: 'refused', code, error } };
  }
}

export const isCouponRefusal = ({ code }: CleengError): boolean => code.startsWith('coupon-');
