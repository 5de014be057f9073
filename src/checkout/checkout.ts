import { getOffer, getOfferDetails } from '../api/catalogue.js';
import { reference, toCleengError, type CleengError, type ErrorCode } from '../api/errors.js';
import { Store, type Readable } from '../store.js';
import { pause, waitForAccess } from './access.js';
import { Changes } from './changes.js';
import { differsFromOffer } from './charges.js';
import { finish } from './finish.js';
import { offerFromApi, type Offer } from './offer.js';
import { canPay, type Order, type Receipt } from './order.js';
import { Payer } from './payer.js';
import type { CheckoutPorts } from './ports.js';
import { prepare, type Prepared } from './preparation.js';
import { cleanUrl, readLink, readReturn, withoutLink, type Return } from './return.js';
import { transition, type CheckoutEvent, type CheckoutState, type CheckoutStatus, type OrderNotice, type Unavailable } from './state.js';

/** What only the newer endpoint knows about an offer is not waited for longer than this. */
const DETAILS_MS = 3000;

const UNAVAILABLE: Partial<Record<ErrorCode, Unavailable>> = {
  'offer-not-found': 'not-found',
  'offer-inactive': 'inactive',
  'offer-geo-blocked': 'geo-blocked',
  'already-owned': 'owned',
  'not-giftable': 'not-giftable',
  'no-payment-method': 'no-method',
};

/** With an order that nobody is paying: it can be let go of, and taken up again. */
const AT_REST: readonly CheckoutStatus[] = ['capture', 'consents', 'ordering', 'gift', 'review'];
/** The money is on its way, or has arrived: who is signed in changes nothing any more. */
const PAID: readonly CheckoutStatus[] = ['confirming', 'pending', 'done'];

/** What is bought. */
export interface Purchase {
  readonly offerId: string;
  /** For somebody else. */
  readonly gift: boolean;
  /** The publisher's coupon, which is put on the order by itself. */
  coupon(): string | undefined;
}

/**
 * One purchase of one offer, from the offer to access. It runs the effects; what they lead to is said by the pure `transition`. The order
 * belongs to this purchase: it is never read from anywhere that another tab could have written.
 */
export class Checkout implements Readable<CheckoutState> {
  readonly payer: Payer;
  readonly changes: Changes;
  readonly #purchase: Purchase;
  readonly #ports: CheckoutPorts;
  readonly #store = new Store<CheckoutState>({ status: 'loading' });
  #offer: Promise<Offer> | undefined;
  #prepared: Promise<Prepared> | undefined;
  #return: Return | undefined;
  /** Why the viewer is back from the bank or PayPal without having paid. */
  #setback: CleengError | undefined;
  /** What the viewer chose where the publisher's wish cannot be had. */
  #gift: boolean | undefined;
  #asGift = false;
  /** Who buys has registered here, and so given the consents. */
  #registered = false;
  /** Who buys. */
  #customer: string | undefined;
  #suspended = false;
  /** Changes with every new start: what belongs to an earlier one is dropped when it comes back. */
  #run = 0;

  constructor(purchase: Purchase, ports: CheckoutPorts) {
    this.#purchase = purchase;
    this.#ports = ports;
    const dispatch = (event: CheckoutEvent) => this.#dispatch(event);
    this.payer = new Payer(this, ports, dispatch);
    this.changes = new Changes(this, ports, dispatch);
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
    this.#suspended = false;
    this.#customer = this.#customerId;
    const address = this.#ports.address();
    this.#return = readReturn(address);
    this.#asGift = this.#gift ?? (this.#purchase.gift || readLink(address).purchaseAsGift);
    this.#prepared = undefined;
    this.#dispatch({ type: 'start' });
    if (this.#return?.rail === 'paypal' && this.#return.popup && (await this.#ports.reportToOpener(this.#return))) return;
    this.#offer = handled(this.#readOffer());
    await this.#guard(run, async () => {
      if (!this.#customer) {
        const offer = await this.#offer!;
        if (run === this.#run) this.#dispatch({ type: 'signed-out', offer });
        return;
      }
      // The offer is shown as soon as it is there, while the order is still being made.
      if (!this.#return) void this.#offer?.then((offer) => this.#whileLoading(run, { type: 'order', offer })).catch(() => undefined);
      await this.#goOn(run);
    });
  }

  /** Begins anew for somebody else, or for the viewer after all. */
  startAs(gift: boolean): void {
    this.#gift = gift;
    void this.start();
  }

  /**
   * Somebody signed in or out, here or elsewhere. Told twice it goes on once. What has been paid stays on screen.
   * @param registered whether they registered here just now
   */
  async sessionChanged(registered = false): Promise<void> {
    const { state } = this;
    this.#registered = registered;
    if (this.#suspended || this.#customerId === this.#customer || PAID.includes(state.status)) return;
    if (state.status !== 'identify' || !this.#customerId) return this.start();
    const run = ++this.#run;
    this.#customer = this.#customerId;
    this.#dispatch({ type: 'order', offer: state.offer });
    await this.#guard(run, () => this.#goOn(run));
  }

  showForm(form: 'login' | 'register'): void {
    this.#dispatch({ type: 'switch-form', form });
  }

  /** The questions are answered, or the consents. */
  async stepDone(): Promise<void> {
    if (this.state.status !== 'capture' && this.state.status !== 'consents') return;
    const { offer } = this.state;
    const run = ++this.#run;
    this.#dispatch({ type: 'order', offer });
    await this.#guard(run, () => this.#goOn(run));
  }

  /** Looks (again) whether access has come. */
  async confirmAccess(): Promise<void> {
    this.#dispatch({ type: 'check' });
    if (this.state.status !== 'confirming') return;
    const run = ++this.#run;
    const { session, timers } = this.#ports;
    const entitlement = await waitForAccess(session.customer, this.#purchase.offerId, timers, () => run === this.#run);
    if (run !== this.#run) return;
    this.#ports.memory.forget(this.#memoryKey);
    this.#dispatch(entitlement ? { type: 'granted', entitlement } : { type: 'late' });
  }

  /** The platform has confirmed the payment. The order is remembered until its end was told: a reload before that tells it. */
  async paid(receipt: Receipt, gift: boolean): Promise<void> {
    if (gift) this.#ports.memory.forget(this.#memoryKey);
    this.#prepared = undefined;
    this.#replaceAddress(withoutLink(this.#ports.address()));
    const offer = await this.#offer?.catch(() => undefined);
    this.#dispatch({ type: 'paid', receipt, gift, ...(offer ? { offer } : {}) });
    await this.confirmAccess();
  }

  /** The order can no longer be paid: it expired, or was paid and we never heard of it. Starting over finds out. */
  orderGone(): void {
    void this.start();
  }

  /** For whom an order is has to survive a reload. */
  keepOrder({ id, gift }: Order): void {
    const coupon = this.#purchase.coupon();
    this.#ports.memory.keep(this.#memoryKey, { orderId: id, gift, ...(coupon ? { coupon } : {}) });
  }

  /** The element has left the page, or its page is left: whoever comes next may go on with the order. A payment under way is seen through. */
  suspend(): void {
    if (this.#customer) this.#ports.memory.release(this.#memoryKey);
    if (!AT_REST.includes(this.state.status)) return;
    this.#run++;
    this.#suspended = true;
  }

  /** The element is back on the page, or the page is back from the browser's cache after the bank's or PayPal's. */
  resume(): void {
    if (this.#suspended || this.state.status === 'leaving') void this.start();
  }

  async #readOffer(): Promise<Offer> {
    const { session, timers } = this.#ports;
    const { offerId } = this.#purchase;
    const details = getOfferDetails(session.guest, offerId).catch(() => undefined);
    const offer = await getOffer(session.guest, offerId);
    return offerFromApi(offer, (await Promise.race([details, pause(timers, DETAILS_MS)])) ?? undefined);
  }

  async #goOn(run: number): Promise<void> {
    if (this.#return) return this.#finishReturn(run, this.#return);
    const prepared = this.#prepare();
    const next = handled(this.#ports.nextStep(this.#registered));
    // An order that is refused speaks first: nobody answers questions for something they cannot buy.
    const { status } = await prepared;
    const offer = await this.#offer!;
    const step = status === 'open' ? await next : undefined;
    if (run !== this.#run) return;
    if (step) this.#dispatch({ type: 'ask', step, offer });
    else await this.#showOrder(run);
  }

  async #showOrder(run: number): Promise<void> {
    const [prepared, offer] = await Promise.all([this.#prepare(), this.#offer!]);
    if (run !== this.#run) return;
    if (prepared.status === 'paid') return this.paid(prepared.receipt, prepared.gift);
    const { order, methods, coupon, renewed } = prepared;
    if (!canPay(order, methods)) return this.#dispatch({ type: 'unavailable', reason: 'no-method', offer });
    const notice: OrderNotice | undefined = renewed ? 'order-renewed' : differsFromOffer(offer, order) ? 'price-changed' : undefined;
    const refusal = this.#setback;
    this.#setback = undefined;
    const extras = { ...(coupon ? { coupon } : {}), ...(notice ? { notice } : {}), ...(refusal ? { refusal } : {}) };
    this.#dispatch({ type: 'ordered', offer, order, methods, ...extras });
  }

  #prepare(): Promise<Prepared> {
    const { offerId } = this.#purchase;
    const wish = { offerId, customerId: this.#customer!, key: this.#memoryKey, gift: this.#asGift, coupon: this.#purchase.coupon() };
    return (this.#prepared ??= handled(prepare(this.#ports, wish)));
  }

  /** Back from the bank or PayPal. The address only told us what to ask. */
  async #finishReturn(run: number, back: Return): Promise<void> {
    this.#dispatch({ type: 'returned' });
    try {
      const receipt = await finish(this.#ports, back);
      if (run !== this.#run) return;
      this.#cleanAddress();
      await this.paid(receipt, back.gift);
    } catch (thrown) {
      if (run !== this.#run) return;
      const error = toCleengError(thrown);
      if (error.retryable || error.code === 'unauthenticated' || error.code === 'session-ended') throw error;
      this.#cleanAddress();
      this.#setback = error;
      await this.#goOn(run);
    }
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
      this.#prepared = undefined;
      // A session that ended while preparing leads back to the login, not to an error. One that goes on has nothing to do with it.
      if (!this.#customerId && offer) {
        this.#customer = undefined;
        this.#dispatch({ type: 'signed-out', offer });
      } else this.#dispatch(reason ? { type: 'unavailable', reason, ...known, ...reference(error) } : { type: 'failed', error, ...known });
    }
  }

  #whileLoading(run: number, event: CheckoutEvent): void {
    if (run === this.#run && this.state.status === 'loading') this.#dispatch(event);
  }

  #dispatch(event: CheckoutEvent): void {
    const next = transition(this.state, event);
    if (next !== this.state) this.#store.set(next);
  }

  #cleanAddress(): void {
    this.#return = undefined;
    this.#replaceAddress(cleanUrl(this.#ports.address()).href);
  }

  #replaceAddress(url: string): void {
    if (url !== this.#ports.address()) this.#ports.replaceAddress(url);
  }

  get #customerId(): string | undefined {
    return this.#ports.session.customerId;
  }

  get #memoryKey(): string {
    return [this.#customer, this.#purchase.offerId, ...(this.#asGift ? ['gift'] : [])].join('.');
  }
}

/** A promise awaited later: until then nobody may call its failure unhandled. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
