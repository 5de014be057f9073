import { getEntitlement, getOffer } from '../api/catalogue.js';
import { CleengError, toCleengError, type ErrorCode } from '../api/errors.js';
import { createOrder, getOrder, listPaymentMethods } from '../api/orders.js';
import { finalizeAdyen } from '../api/payments.js';
import { Store, type Readable } from '../store.js';
import { offerFromApi, type Offer } from './offer.js';
import { methodsFromApi, orderFromApi, receiptFromApi, type Methods, type Order, type Receipt } from './order.js';
import { Payer } from './payer.js';
import type { CheckoutPorts } from './ports.js';
import { cleanUrl, readReturn, type Return } from './return.js';
import { transition, type CheckoutEvent, type CheckoutState, type Unavailable } from './state.js';

/** Access may come a moment after the money (platform contract, 4.6): so often, and so far apart, it is looked for. */
const ACCESS_TRIES = 5;
const ACCESS_PAUSE_MS = 3000;

const UNAVAILABLE: Partial<Record<ErrorCode, Unavailable>> = {
  'offer-not-found': 'not-found',
  'offer-inactive': 'inactive',
  'offer-geo-blocked': 'geo-blocked',
  'already-owned': 'owned',
  'no-payment-method': 'no-method',
};

interface Prepared {
  order: Order;
  methods: Methods;
}

/**
 * One purchase of one offer, from the offer to access. It runs the effects; what they lead to is said by the pure `transition`. The order
 * belongs to this purchase: it is never read from anywhere that another tab could have written.
 */
export class Checkout implements Readable<CheckoutState> {
  readonly payer: Payer;
  readonly #offerId: string;
  readonly #ports: CheckoutPorts;
  readonly #store = new Store<CheckoutState>({ status: 'loading' });
  #offer: Promise<Offer> | undefined;
  #prepared: Promise<Prepared> | undefined;
  #return: Return | undefined;
  /** Why the viewer is back from the bank or PayPal without having paid. */
  #setback: CleengError | undefined;
  /** Changes with every new start: what belongs to an earlier one is dropped when it comes back. */
  #run = 0;

  constructor(offerId: string, ports: CheckoutPorts) {
    this.#offerId = offerId;
    this.#ports = ports;
    this.payer = new Payer(this, ports, (event) => this.#dispatch(event));
  }

  get state(): CheckoutState {
    return this.#store.state;
  }

  subscribe(watcher: () => void): () => void {
    return this.#store.subscribe(watcher);
  }

  /** Begins, or begins anew after a failure: reads the offer, and with somebody signed in prepares the order beside it. */
  async start(): Promise<void> {
    const run = ++this.#run;
    this.#return = readReturn(this.#ports.address());
    this.#prepared = undefined;
    this.#dispatch({ type: 'start' });
    this.#offer = handled(getOffer(this.#ports.session.guest, this.#offerId).then(offerFromApi));
    await this.#guard(run, async () => {
      if (!this.#customerId) {
        const offer = await this.#offer!;
        if (run === this.#run) this.#dispatch({ type: 'signed-out', offer });
        return;
      }
      // The offer is shown as soon as it is there, while the order is still being made.
      if (!this.#return) void this.#offer?.then((offer) => this.#whileLoading(run, { type: 'order', offer })).catch(() => undefined);
      await this.#goOn(run);
    });
  }

  /** Somebody signed in, here or elsewhere. Asked twice it goes on once. */
  async signedIn(): Promise<void> {
    if (this.state.status !== 'identify') return;
    const { offer } = this.state;
    const run = ++this.#run;
    this.#dispatch({ type: 'order', offer });
    await this.#guard(run, () => this.#goOn(run));
  }

  /** The viewer signed out: the order is somebody else's now. What has been paid stays on screen. */
  signedOut(): void {
    const { status } = this.state;
    if (status === 'confirming' || status === 'done' || status === 'identify') return;
    void this.start();
  }

  showForm(form: 'login' | 'register'): void {
    this.#dispatch({ type: 'switch-form', form });
  }

  /** The questions are answered. */
  async answered(): Promise<void> {
    if (this.state.status !== 'capture') return;
    const { offer } = this.state;
    const run = ++this.#run;
    this.#dispatch({ type: 'order', offer });
    await this.#guard(run, () => this.#showOrder(run));
  }

  /** Looks (again) whether access has come. */
  async confirmAccess(): Promise<void> {
    if (this.state.status !== 'confirming') return;
    const run = ++this.#run;
    for (let tries = 0; tries < ACCESS_TRIES; tries++) {
      if (tries > 0) await this.#pause();
      const granted = await getEntitlement(this.#ports.session.customer, this.#offerId).then(
        (entitlement) => entitlement.accessGranted,
        () => false,
      );
      if (run !== this.#run) return;
      if (granted) return this.#dispatch({ type: 'granted' });
    }
    this.#dispatch({ type: 'late' });
  }

  /** The platform has confirmed the payment. */
  async paid(receipt: Receipt): Promise<void> {
    this.#forgetOrder();
    const offer = await this.#offer!;
    this.#dispatch({ type: 'paid', offer, receipt });
    await this.confirmAccess();
  }

  /** The order can no longer be paid: it expired, or was paid by a way that we never heard of. Starts over. */
  orderGone(): void {
    this.#forgetOrder();
    void this.start();
  }

  async #goOn(run: number): Promise<void> {
    if (this.#return) return this.#finishReturn(run, this.#return);
    this.#prepare();
    const due = handled(this.#ports.questionsDue());
    // An order that is refused speaks first: nobody answers questions for something they cannot buy.
    await this.#prepared;
    const offer = await this.#offer!;
    if (run !== this.#run) return;
    if (await due) this.#dispatch({ type: 'ask', offer });
    else await this.#showOrder(run);
  }

  async #showOrder(run: number): Promise<void> {
    this.#prepare();
    const [{ order, methods }, offer] = await Promise.all([this.#prepared!, this.#offer!]);
    if (run !== this.#run) return;
    if (!canPay(order, methods)) return this.#dispatch({ type: 'unavailable', reason: 'no-method', offer });
    this.#dispatch({ type: 'ordered', offer, order, methods });
    if (this.#setback) this.#dispatch({ type: 'refused', error: this.#setback });
    this.#setback = undefined;
  }

  #prepare(): void {
    this.#prepared ??= handled(
      Promise.all([this.#openOrder(), listPaymentMethods(this.#ports.session.customer)]).then(([order, list]) => ({
        order,
        methods: methodsFromApi(list),
      })),
    );
  }

  /** The order this tab was working on, if it is still open; otherwise a new one. */
  async #openOrder(): Promise<Order> {
    const { session, memory } = this.#ports;
    const key = this.#memoryKey;
    const kept = await memory.recall(key);
    if (kept !== undefined) {
      const order = await getOrder(session.customer, kept).catch((error: unknown) => {
        if (toCleengError(error).code !== 'order-not-found') throw error;
        return undefined;
      });
      if (order) return orderFromApi(order);
      memory.forget(key);
    }
    const order = orderFromApi(await createOrder(session.customer, { offerId: this.#offerId, customerId: this.#customerId! }));
    memory.keep(key, order.id);
    return order;
  }

  /** Back from the bank or PayPal. The address only told us what to ask. */
  async #finishReturn(run: number, back: Return): Promise<void> {
    this.#dispatch({ type: 'returned' });
    try {
      const receipt = back.rail === 'adyen' ? await this.#finishAdyen(back) : await this.#finishPayPal(back);
      if (run !== this.#run) return;
      this.#cleanAddress();
      await this.paid(receipt);
    } catch (thrown) {
      if (run !== this.#run) return;
      const error = toCleengError(thrown);
      if (error.retryable || error.code === 'unauthenticated' || error.code === 'session-ended') throw error;
      this.#cleanAddress();
      this.#setback = error;
      await this.#goOn(run);
    }
  }

  async #finishAdyen({ orderId, redirectResult }: Extract<Return, { rail: 'adyen' }>): Promise<Receipt> {
    const { payment } = await finalizeAdyen(this.#ports.session.customer, orderId, { redirectResult });
    if (!payment) throw new CleengError('payment-failed', 'The bank asks for another step after its page');
    return receiptFromApi(payment);
  }

  /** An open order was not paid; one that is gone was, which the entitlement will tell. */
  async #finishPayPal({ orderId, outcome }: Extract<Return, { rail: 'paypal' }>): Promise<Receipt> {
    if (outcome === 'cancel') throw new CleengError('payment-cancelled', 'The buyer came back from PayPal without paying');
    const open = await getOrder(this.#ports.session.customer, orderId).catch((error: unknown) => {
      if (toCleengError(error).code !== 'order-not-found') throw error;
      return undefined;
    });
    if (open) throw new CleengError('payment-failed', 'PayPal did not pay the order');
    return { orderId, method: 'paypal' };
  }

  async #guard(run: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (run !== this.#run) return;
      const error = toCleengError(thrown);
      const offer = await this.#offer?.catch(() => undefined);
      const reason = UNAVAILABLE[error.code];
      const known = offer ? { offer } : {};
      // A session that ended while preparing leads back to the login, not to an error.
      if ((error.code === 'unauthenticated' || error.code === 'session-ended') && offer) this.#dispatch({ type: 'signed-out', offer });
      else this.#dispatch(reason ? { type: 'unavailable', reason, ...known } : { type: 'failed', error, ...known });
      this.#prepared = undefined;
    }
  }

  #whileLoading(run: number, event: CheckoutEvent): void {
    if (run === this.#run && this.state.status === 'loading') this.#dispatch(event);
  }

  #dispatch(event: CheckoutEvent): void {
    const next = transition(this.state, event);
    if (next !== this.state) this.#store.set(next);
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => void this.#ports.timers.after(ACCESS_PAUSE_MS, resolve));
  }

  #forgetOrder(): void {
    this.#ports.memory.forget(this.#memoryKey);
    this.#prepared = undefined;
  }

  #cleanAddress(): void {
    this.#return = undefined;
    this.#ports.replaceAddress(cleanUrl(this.#ports.address()).href);
  }

  get #customerId(): string | undefined {
    return this.#ports.session.customerId;
  }

  get #memoryKey(): string {
    return `${this.#customerId}.${this.#offerId}`;
  }
}

/** A promise awaited later: until then nobody may call its failure unhandled. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

/** Whether there is any way to pay an order. */
function canPay(order: Order, methods: Methods): boolean {
  if (order.needsDetails) return Object.keys(methods.adyen).length > 0 || methods.paypal !== undefined;
  return (order.discountType === 'coupon' ? methods.coupon : methods.free) !== undefined;
}
