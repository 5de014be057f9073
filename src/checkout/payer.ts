import { CleengError, reference, toCleengError } from '../api/errors.js';
import { chooseMethod } from '../api/orders.js';
import { adyenMethodId } from '../api/payment-methods.js';
import {
  createPayPalToken,
  finalizeAdyen,
  getAdyenMethods,
  payNothing,
  payWithAdyen,
  type AdyenAnswer,
  type AdyenMethods,
  type AdyenSubmission,
  type ApiPayment,
  type PayPalOutcome,
} from '../api/payments.js';
import type { Readable } from '../store.js';
import { pause } from './access.js';
import { freeMethod, orderFromApi, receiptFromApi, sameTotal, type Receipt } from './order.js';
import { finish } from './finish.js';
import { captchaOf, outcomeOf } from './outcome.js';
import type { CheckoutPorts } from './ports.js';
import { payPalReturnUrl, returnUrl } from './return.js';
import type { CheckoutEvent, CheckoutState, PaymentState } from './state.js';

/** When the answer to a payment is lost, the platform is asked what became of it: at once, then after these pauses. */
const ASK_AGAIN_MS = [0, 1000, 3000, 6000];

/** The purchase a payer pays for. */
interface Purchase extends Readable<CheckoutState> {
  paid(receipt: Receipt, gift: boolean): Promise<void>;
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
      await this.#choose(state, adyenMethodId(state.methods, submission.paymentMethod.type));
      const { order } = state;
      const origin = this.#ports.origin;
      const back = returnUrl(this.#ports.returnAddress(), order.id, order.gift);
      // Never sent twice by itself: as long as nobody knows whether the bank was asked, only the order is looked at.
      const payment = { ...submission, orderId: order.id, origin, returnUrl: back, ...(await captchaOf(this.#ports)) };
      const answer = await payWithAdyen(this.#client, payment).catch((thrown: unknown) => this.#findPayment(order.id, thrown));
      return this.#take(answer, order.gift);
    });
  }

  /** The Drop-in has asked the bank; the platform says what came of it. */
  async finishAdyen(details: object): Promise<AdyenAnswer | undefined> {
    const { state } = this.#purchase;
    if (state.status !== 'action') return undefined;
    const { id, gift } = state.order;
    return this.#refusable(async () => {
      const answer = await finalizeAdyen(this.#client, id, details).catch((thrown: unknown) => this.#findPayment(id, thrown));
      return this.#take(answer, gift);
    });
  }

  /**
   * Starts a PayPal payment.
   * @param popup whether PayPal's pages come in a window of their own
   * @returns where PayPal would have it approved, or `undefined` when another attempt is under way
   */
  async startPayPal(popup = false): Promise<string | undefined> {
    return this.#attempt(async (state) => {
      await this.#choose(state, state.methods.paypal);
      const page = this.#ports.returnAddress();
      const { id: orderId, gift } = state.order;
      return createPayPalToken(this.#client, {
        orderId,
        successUrl: payPalReturnUrl(page, orderId, 'success', gift, popup),
        cancelUrl: payPalReturnUrl(page, orderId, 'cancel', gift, popup),
        errorUrl: payPalReturnUrl(page, orderId, 'error', gift, popup),
        ...(await captchaOf(this.#ports)),
      });
    });
  }

  /** PayPal's pages are through, or were closed. Whatever they say, the platform is asked. */
  async finishPayPal(outcome: PayPalOutcome): Promise<void> {
    const { state } = this.#purchase;
    if (!('order' in state)) return;
    const { id: orderId, gift } = state.order;
    const work = async () => {
      const receipt = await finish(this.#ports, { rail: 'paypal', orderId, gift, outcome, popup: false });
      void this.#purchase.paid(receipt, gift);
    };
    await this.#refusable(work).catch(() => undefined);
  }

  /**
   * A window of PayPal's that was taken for closed reports after all.
   * @returns whether that is of use here: the order is still on screen, and nobody is paying it another way
   */
  paidLate(orderId: number, outcome: PayPalOutcome): boolean {
    const { state } = this.#purchase;
    if (outcome !== 'success' || state.status !== 'review' || state.order.id !== orderId) return false;
    void this.finishPayPal(outcome);
    return true;
  }

  /** Finishes an order that costs nothing and needs no payment details. */
  async payNothing(): Promise<void> {
    await this.#attempt(async (state) => {
      const { order, methods } = state;
      await this.#choose(state, freeMethod(order, methods));
      const payment = await payNothing(this.#client, order.id, await captchaOf(this.#ports)).catch(
        async (thrown: unknown) => (await this.#findPayment(order.id, thrown)).payment,
      );
      if (payment.rejectedReason) throw new CleengError('payment-refused', payment.rejectedReason);
      void this.#purchase.paid(receiptFromApi(payment), order.gift);
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
    if (state.status === 'changing') throw new CleengError('price-changed', 'What has to be paid is about to change');
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
    if (sameTotal(changed, order)) return;
    this.#dispatch({ type: 'repriced', order: changed });
    throw new CleengError('price-changed', 'The payment method changes the price: the buyer has to see it first');
  }

  /**
   * The answer to a payment did not come: the money may have been taken all the same. Asks the platform for a while.
   * @throws what was thrown, when it was a real answer; otherwise that nobody knows, after which paying the same order again is safe
   */
  async #findPayment(orderId: number, thrown: unknown): Promise<{ payment: ApiPayment }> {
    const error = toCleengError(thrown);
    if (!error.retryable || error.code === 'rate-limited') throw error;
    for (const ms of ASK_AGAIN_MS) {
      if (ms > 0) await pause(this.#ports.timers, ms);
      const outcome = await outcomeOf(this.#ports, orderId).catch(() => undefined);
      if (outcome?.status === 'paid') return { payment: outcome.payment };
      if (outcome?.status === 'gone') throw new CleengError('order-not-found', `Order ${orderId} is gone`);
    }
    throw new CleengError('payment-unconfirmed', 'The answer to the payment was lost, and the order is open', {
      cause: error,
      ...reference(error),
    });
  }

  #take(answer: AdyenAnswer, gift: boolean): AdyenAnswer {
    if (answer.action) this.#dispatch({ type: 'act' });
    else if (answer.payment) void this.#purchase.paid(receiptFromApi(answer.payment), gift);
    else throw new CleengError('bad-answer', 'The platform neither took the payment nor said what to do');
    return answer;
  }

  get #client() {
    return this.#ports.session.customer;
  }
}
