import { CleengError, toCleengError, type ErrorCode } from '../api/errors.js';
import { listPaymentMethods } from '../api/orders.js';
import { adyenMethodId, methodsFromApi } from '../api/payment-methods.js';
import {
  addByAdyen,
  createPayPalDetailsToken,
  finalizeDetails,
  getAdyenMethodsForDetails,
  type DetailsAnswer,
} from '../api/payment-details.js';
import type { AdyenSubmission } from '../api/payments.js';
import type { Session } from '../session/session.js';
import { Store, type Readable } from '../store.js';
import { bankReturnUrl, payPalDetailsUrl, readDetailsReturn, withoutDetailsReturn, type DetailsReturn } from './details-return.js';
import type { ChangeState, DetailsAction, Ways } from './details-state.js';
import { readPaymentDetails, removePaymentDetails, type PaymentDetails } from './payment-details.js';

/** What the platform or the viewer has decided: asking again changes nothing. */
const DECIDED: readonly ErrorCode[] = ['payment-refused', 'payment-cancelled', 'payment-failed', 'nothing-to-pay', 'not-found', 'aborted'];

/** What an attempt began with, across the way to a bank's or PayPal's page. */
interface Attempt {
  readonly customerId: string;
  /** Every id there was. */
  readonly known: readonly number[];
  /** The ones in use, which go once there are others. */
  readonly replaced: readonly number[];
}

export interface ChangePorts {
  readonly session: Session;
  /** The tab's own memory of an attempt. */
  readonly memory: { read(): string | null; write(value: string | null): void };
  readonly origin: string;
  address(): string;
  replaceAddress(url: string): void;
  /** The page to come back to. */
  returnAddress(): string;
  /** Reads anew what is shown. Never rejects. */
  refresh(): Promise<unknown>;
  /** The platform has confirmed new details. */
  confirmed(action: DetailsAction): void;
  failed(action: DetailsAction, error: CleengError): void;
}

/**
 * Adds payment details, which take the place of those in use. The old ones are removed when the platform's own list has the new ones as
 * active, and only those this attempt began with: no address, and no visit of a page, ever removes anything.
 */
export class DetailsChange implements Readable<ChangeState> {
  readonly #ports: ChangePorts;
  readonly #store = new Store<ChangeState>({ status: 'idle' });
  #attempt: Attempt | undefined;
  /** A way back that is not finished. */
  #found: DetailsReturn | undefined;

  constructor(ports: ChangePorts) {
    this.#ports = ports;
  }

  get state(): ChangeState {
    return this.#store.state;
  }

  subscribe(watcher: () => void): () => void {
    return this.#store.subscribe(watcher);
  }

  /** What the attempt under way comes to when it succeeds. */
  get action(): DetailsAction {
    return this.#attempt?.replaced.length ? 'payment-details-replaced' : 'payment-details-added';
  }

  /** Asks how details can be added. @param list what the viewer pays with now */
  async open(list: readonly PaymentDetails[]): Promise<void> {
    if (!['idle', 'unprepared'].includes(this.state.status)) return;
    this.#found = undefined;
    this.#begin(list);
    this.#store.set({ status: 'preparing' });
    try {
      const ways = await this.#ways();
      if (!ways.methods && ways.paypal === undefined) throw new CleengError('no-payment-method', 'The publisher has no way to pay');
      if (this.state.status === 'preparing') this.#store.set({ status: 'form', ways });
    } catch (error) {
      if (this.state.status === 'preparing') this.#store.set({ status: 'unprepared', error: toCleengError(error) });
    }
  }

  /** The viewer keeps what they have. Nothing that is under way is given up. */
  close(): void {
    if (['form', 'preparing', 'unprepared', 'idle'].includes(this.state.status)) this.#store.set({ status: 'idle' });
  }

  /** Forgets a failure. */
  forgive(): void {
    const { state } = this;
    if (state.status === 'form') this.#store.set({ status: 'form', ways: state.ways });
  }

  /** The Drop-in's submit. @returns `undefined` when another attempt is under way */
  async submit(submission: AdyenSubmission): Promise<DetailsAnswer | undefined> {
    return this.#while('form', 'saving', async (ways) => {
      const paymentMethodId = adyenMethodId(ways, submission.paymentMethod.type);
      if (paymentMethodId === undefined) throw new CleengError('no-payment-method', 'The publisher has no such payment method');
      this.#remember();
      const { origin } = this.#ports;
      const returnUrl = bankReturnUrl(this.#ports.returnAddress(), paymentMethodId);
      return this.#take(await addByAdyen(this.#client, { ...submission, paymentMethodId, origin, returnUrl }), ways, paymentMethodId);
    });
  }

  /** The Drop-in has asked the bank; the platform says what came of it. */
  async finish(details: object): Promise<DetailsAnswer | undefined> {
    const methodId = this.#methodId;
    if (methodId === undefined) return undefined;
    return this.#while('bank', 'bank', async (ways) => this.#take(await finalizeDetails(this.#client, methodId, details), ways, methodId));
  }

  /** @returns where PayPal would have it approved; `undefined` when that failed or another attempt is under way */
  async startPayPal(): Promise<string | undefined> {
    return this.#while('form', 'saving', async (ways) => {
      if (ways.paypal === undefined) throw new CleengError('no-payment-method', 'The publisher has no PayPal');
      this.#remember();
      const page = this.#ports.returnAddress();
      const url = await createPayPalDetailsToken(this.#client, {
        paymentMethodId: ways.paypal,
        successUrl: payPalDetailsUrl(page, 'success'),
        cancelUrl: payPalDetailsUrl(page, 'cancel'),
        errorUrl: payPalDetailsUrl(page, 'error'),
      });
      this.leaving();
      return url;
    }).catch(() => undefined);
  }

  /** The page is about to be left. */
  leaving(): void {
    if ('ways' in this.state) this.#store.set({ status: 'leaving', ways: this.state.ways });
  }

  /** The viewer is back from the page of PayPal without having decided: from the browser's memory of the page. */
  back(): void {
    if (this.state.status === 'leaving') this.#store.set({ status: 'form', ways: this.state.ways });
  }

  /** An action that never reached the platform went wrong. */
  fail(error: unknown): void {
    const { state } = this;
    if (!('ways' in state)) return;
    this.#refuse(error instanceof CleengError ? error : new CleengError('payment-failed', String(error), { cause: error }), state.ways);
  }

  /** Goes on with what an address says, once: it is taken out of the address first. */
  async resume(): Promise<void> {
    const found = readDetailsReturn(this.#ports.address());
    if (!found || this.state.status !== 'idle') return;
    this.#ports.replaceAddress(withoutDetailsReturn(this.#ports.address()).href);
    this.#recall();
    this.#found = found;
    await this.retry();
  }

  /** Whether the way back from a bank or PayPal can be finished still: what failed was only the asking. */
  get retryable(): boolean {
    return this.#found !== undefined;
  }

  /** Asks (again) what came of it. */
  async retry(): Promise<void> {
    const found = this.#found;
    if (!found || this.state.status !== 'idle') return;
    this.#store.set({ status: 'finalizing' });
    try {
      await this.#resume(found);
      this.#found = undefined;
    } catch (thrown) {
      const error = toCleengError(thrown);
      if (DECIDED.includes(error.code)) this.#found = undefined;
      this.#refuse(error);
    }
  }

  async #resume(found: DetailsReturn): Promise<void> {
    if (found.rail === 'adyen') {
      const answer = await finalizeDetails(this.#client, found.methodId, { redirectResult: found.redirectResult });
      if (!answer.paymentDetails || answer.action) throw new CleengError('bad-answer', 'The platform did not say what came of it');
      return this.#confirm(answer.paymentDetails.id);
    }
    // Without an attempt of this tab the address proves nothing: there is nothing to tell.
    if (!this.#attempt) return this.#store.set({ status: 'idle' });
    if (found.outcome === 'success') return this.#confirm();
    const code = found.outcome === 'cancel' ? 'payment-cancelled' : 'payment-failed';
    throw new CleengError(code, `PayPal sent the viewer back with ${found.outcome}`);
  }

  /** One attempt at a time. */
  async #while<R>(from: ChangeState['status'], to: 'saving' | 'bank', work: (ways: Ways) => Promise<R>): Promise<R | undefined> {
    const { state } = this;
    if (state.status !== from || !('ways' in state)) return undefined;
    const { ways } = state;
    this.#store.set({ status: to, ways });
    try {
      return await work(ways);
    } catch (thrown) {
      const error = toCleengError(thrown);
      this.#refuse(error, ways);
      throw error;
    }
  }

  #methodId: number | undefined;
  #take(answer: DetailsAnswer, ways: Ways, methodId: number): DetailsAnswer {
    this.#methodId = methodId;
    if (answer.action) this.#store.set({ status: 'bank', ways });
    else if (answer.paymentDetails)
      void this.#confirm(answer.paymentDetails.id).catch((error: unknown) => this.#refuse(toCleengError(error)));
    else throw new CleengError('bad-answer', 'The platform neither took the details nor said what to do');
    return answer;
  }

  /**
   * New details count when the platform's answer had them, or when its list has active ones that were not there before.
   * @param id the new details', where the answer had them
   */
  async #confirm(id?: number): Promise<void> {
    this.#store.set({ status: 'finalizing' });
    const { session } = this.#ports;
    const { known = [], replaced = [] } = this.#attempt ?? {};
    const list = await readPaymentDetails(session).catch((error: unknown) => {
      if (id === undefined) throw error;
      return [];
    });
    const listed = list.some((one) => one.active && (id === undefined ? !known.includes(one.id) : one.id === id));
    if (!listed && id === undefined) throw new CleengError('payment-failed', 'The platform lists no new payment details');
    const { action } = this;
    this.#forget();
    // What cannot be removed now is listed as not used any more, and can be removed by hand.
    const old = listed ? list.filter((one) => replaced.includes(one.id) && !one.active && !one.store) : [];
    await Promise.allSettled(old.map((one) => removePaymentDetails(session, one.id)));
    await this.#ports.refresh();
    this.#store.set({ status: 'idle', done: action });
    this.#ports.confirmed(action);
  }

  #refuse(error: CleengError, ways?: Ways): void {
    const { action } = this;
    if (error.code === 'aborted') return this.#store.set({ status: 'idle' });
    this.#store.set(ways ? { status: 'form', ways, error } : { status: 'idle', error });
    if (!ways && !this.#found) this.#forget();
    this.#ports.failed(action, error);
  }

  async #ways(): Promise<Ways> {
    const { adyen, paypal } = methodsFromApi(await listPaymentMethods(this.#client));
    return { adyen, paypal, methods: Object.keys(adyen).length ? await getAdyenMethodsForDetails(this.#client) : undefined };
  }

  #begin(list: readonly PaymentDetails[]): void {
    const replaced = list.filter((one) => one.active && !one.store).map((one) => one.id);
    this.#attempt = { customerId: this.#ports.session.requireCustomerId(), known: list.map((one) => one.id), replaced };
  }

  #remember(): void {
    this.#ports.memory.write(JSON.stringify(this.#attempt));
  }

  /** What this tab began, if it was this viewer. */
  #recall(): void {
    try {
      const kept = JSON.parse(this.#ports.memory.read() ?? 'null') as Attempt | null;
      if (kept?.customerId === this.#ports.session.customerId) this.#attempt = kept ?? undefined;
    } catch {
      this.#forget();
    }
  }

  #forget(): void {
    this.#attempt = undefined;
    this.#ports.memory.write(null);
  }

  get #client() {
    return this.#ports.session.customer;
  }
}
