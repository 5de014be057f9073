import { CleengError, toCleengError } from '../api/errors.js';
import { changeOrder, type OrderChange } from '../api/orders.js';
import type { Readable } from '../store.js';
import type { Delivery } from './gift.js';
import { canPay, orderFromApi, type Order } from './order.js';
import type { CheckoutPorts } from './ports.js';
import type { Change, CheckoutEvent, CheckoutState, CouponOutcome, PaymentState } from './state.js';

/** The purchase whose order is changed. */
interface Purchase extends Readable<CheckoutState> {
  orderGone(): void;
  /** The order is another one now: for whom it is has to survive a reload. */
  keepOrder(order: Order): void;
}

/**
 * What a viewer changes about an order before paying: its coupon, and for whom it is. One change at a time, and none while a payment is
 * under way: what is paid is what is on screen.
 */
export class Changes {
  readonly #purchase: Purchase;
  readonly #ports: CheckoutPorts;
  readonly #dispatch: (event: CheckoutEvent) => void;

  constructor(purchase: Purchase, ports: CheckoutPorts, dispatch: (event: CheckoutEvent) => void) {
    this.#purchase = purchase;
    this.#ports = ports;
    this.#dispatch = dispatch;
  }

  /** Puts a coupon on the order, in the place of the one it has. @returns whether it is on it now */
  applyCoupon(code: string): Promise<boolean> {
    return this.#coupon({ status: 'applied', code }, code);
  }

  /** Takes the coupon off. */
  async removeCoupon(): Promise<boolean> {
    const { state } = this.#purchase;
    if (!('order' in state) || state.order.discountType !== 'coupon') return false;
    return this.#coupon({ status: 'removed', code: state.order.coupon ?? state.coupon?.code ?? '' }, null);
  }

  /** Buys for oneself, or as a gift. */
  buyAsGift(gift: boolean): Promise<boolean> {
    return this.#change('recipient', { buyAsAGift: gift });
  }

  editGift(): void {
    this.#dispatch({ type: 'edit-gift' });
  }

  deliver(delivery: Delivery): Promise<boolean> {
    return this.#change('delivery', { buyAsAGift: true, deliveryDetails: { ...delivery } }, { delivery });
  }

  #coupon(coupon: CouponOutcome, couponCode: string | null): Promise<boolean> {
    return this.#change('coupon', { couponCode }, { coupon });
  }

  async #change(change: Change, body: OrderChange, outcome: { delivery?: Delivery; coupon?: CouponOutcome } = {}): Promise<boolean> {
    const { state } = this.#purchase;
    if (state.status !== 'review' && state.status !== 'gift') return false;
    this.#dispatch({ type: 'change', change });
    try {
      const order = orderFromApi(await changeOrder(this.#client, state.order.id, body));
      if (!canPay(order, state.methods)) await this.#undo(state);
      this.#purchase.keepOrder(order);
      this.#dispatch({ type: 'changed', order, ...outcome });
      return true;
    } catch (thrown) {
      const error = toCleengError(thrown);
      if (error.code === 'order-not-found') this.#purchase.orderGone();
      else if (outcome.coupon) this.#dispatch({ type: 'unchanged', coupon: { ...outcome.coupon, status: 'refused', error } });
      else this.#dispatch({ type: 'unchanged', error });
      return false;
    }
  }

  /** A coupon that leaves no way to pay, for the publisher has none for such orders, is taken off again. */
  async #undo({ order }: PaymentState): Promise<never> {
    await changeOrder(this.#client, order.id, { couponCode: order.coupon ?? null });
    throw new CleengError('no-payment-method', 'The publisher has no payment method for what this leaves to pay');
  }

  get #client() {
    return this.#ports.session.customer;
  }
}
