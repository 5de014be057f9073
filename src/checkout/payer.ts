import { CleengError, toCleengError } from '../api/errors.js';
import { chooseMethod } from '../api/orders.js';
import {
  createPayPalToken,
  finalizeAdyen,
  getAdyenMethods,
  payNothing,
  payWithAdyen,
  type AdyenAnswer,
  type AdyenMethods,
  type AdyenSubmission,
} from '../api/payments.js';
import type { Readable } from '../store.js';
import { orderFromApi, receiptFromApi, type Receipt } from './order.js';
import type { CheckoutPorts } from './ports.js';
import { payPalReturnUrl, returnUrl } from './return.js';
import type { CheckoutEvent, CheckoutState, PaymentState } from './state.js';

/** Adyen's names for what the platform calls otherwise (platform contract, 4.4). */
const METHOD_NAMES: Readonly<Record<string, string>> = { scheme: 'card', bcmc: 'bancontact_card', bcmc_mobile: 'bancontact_mobile' };

/** The purchase a payer pays for. */
interface Purchase extends Readable<CheckoutState> {
  paid(receipt: Receipt): Promise<void>;
  orderGone(): void;
}

/**
 * Pays the order on screen, by whatever way. One attempt at a time: while one is under way another is not begun, whoever asks. An attempt
 * ends with the platform's word, or with a named refusal, after which the same order can be paid again.
 */
export class Payer {
  readonly #purchase: Purchase;
  readonly #ports: CheckoutPorts;
  readonly #dispatch: (event: CheckoutEvent) => void;
  /** The method the platform was last told, so that it is not told twice. */
  #chosen: { orderId: number; methodId: number } | undefined;

  constructor(purchase: Purchase, ports: CheckoutPorts, dispatch: (event: CheckoutEvent) => void) {
    this.#purchase = purchase;
    this.#ports = ports;
    this.#dispatch = dispatch;
  }

  /** Data for the Drop-in. */
  adyenMethods(orderId: number): Promise<AdyenMethods> {
    return getAdyenMethods(this.#client, orderId);
  }

  /** The Drop-in's submit. @returns `undefined` when another attempt is under way */
  async payByAdyen(submission: AdyenSubmission): Promise<AdyenAnswer | undefined> {
    return this.#attempt(async (state) => {
      const { type } = submission.paymentMethod;
      await this.#choose(state, state.methods.adyen[METHOD_NAMES[type] ?? type]);
      const answer = await payWithAdyen(this.#client, {
        ...submission,
        orderId: state.order.id,
        origin: this.#ports.origin,
        returnUrl: returnUrl(this.#ports.returnAddress(), state.order.id),
      });
      return this.#take(answer);
    });
  }

  /** The Drop-in has asked the bank; the platform says what came of it. */
  async finishAdyen(details: object): Promise<AdyenAnswer | undefined> {
    const { state } = this.#purchase;
    if (state.status !== 'action') return undefined;
    return this.#refusable(async () => this.#take(await finalizeAdyen(this.#client, state.order.id, details)));
  }

  /** Starts a PayPal payment. @returns where PayPal would have it approved, or `undefined` when another attempt is under way */
  async startPayPal(): Promise<string | undefined> {
    return this.#attempt(async (state) => {
      await this.#choose(state, state.methods.paypal);
      const page = this.#ports.returnAddress();
      const orderId = state.order.id;
      return createPayPalToken(this.#client, {
        orderId,
        successUrl: payPalReturnUrl(page, orderId, 'success'),
        cancelUrl: payPalReturnUrl(page, orderId, 'cancel'),
        errorUrl: payPalReturnUrl(page, orderId, 'error'),
      });
    });
  }

  /** Finishes an order that costs nothing and needs no payment details. */
  async payNothing(): Promise<void> {
    await this.#attempt(async (state) => {
      const { order, methods } = state;
      await this.#choose(state, order.discountType === 'coupon' ? methods.coupon : methods.free);
      const payment = await payNothing(this.#client, order.id);
      if (payment.rejectedReason) throw new CleengError('payment-refused', payment.rejectedReason);
      void this.#purchase.paid(receiptFromApi(payment));
    }).catch(() => undefined);
  }

  /** The page is about to be left for the bank's or PayPal's. */
  leaving(): void {
    this.#dispatch({ type: 'leave' });
  }

  /** The attempt ended outside the platform: cancelled at PayPal, or a bank's page that would not open. */
  fail(error: unknown): void {
    this.#dispatch({
      type: 'refused',
      error: error instanceof CleengError ? error : new CleengError('payment-failed', String(error), { cause: error }),
    });
  }

  cancelled(): void {
    this.#dispatch({ type: 'refused', error: new CleengError('payment-cancelled', 'The buyer did not go through with it') });
  }

  async #attempt<T>(pay: (state: PaymentState) => Promise<T>): Promise<T | undefined> {
    const { state } = this.#purchase;
    if (state.status !== 'review') return undefined;
    this.#dispatch({ type: 'pay' });
    return this.#refusable(() => pay(state));
  }

  async #refusable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (thrown) {
      const error = toCleengError(thrown);
      if (error.code === 'order-not-found') this.#purchase.orderGone();
      else this.#dispatch({ type: 'refused', error });
      throw error;
    }
  }

  /** Tells the platform the method, and stops when that changes what has to be paid. */
  async #choose({ order }: PaymentState, methodId: number | undefined): Promise<void> {
    if (methodId === undefined) throw new CleengError('no-payment-method', 'The publisher has no such payment method');
    if (this.#chosen?.orderId === order.id && this.#chosen.methodId === methodId) return;
    const changed = orderFromApi(await chooseMethod(this.#client, order.id, methodId));
    this.#chosen = { orderId: order.id, methodId };
    if (changed.total.minor === order.total.minor && changed.total.currency === order.total.currency) return;
    this.#dispatch({ type: 'repriced', order: changed });
    throw new CleengError('price-changed', 'The payment method changes the price: the buyer has to see it first');
  }

  #take(answer: AdyenAnswer): AdyenAnswer {
    if (answer.action) this.#dispatch({ type: 'act' });
    else if (answer.payment) void this.#purchase.paid(receiptFromApi(answer.payment));
    else throw new CleengError('bad-answer', 'The platform neither took the payment nor said what to do');
    return answer;
  }

  get #client() {
    return this.#ports.session.customer;
  }
}
