import { getEntitlement, getOffer } from '../api/catalogue.js';
import { reference, toCleengError, type CleengError } from '../api/errors.js';
import { redeemGift, verifyGift } from '../api/gifts.js';
import { Store, type Readable } from '../store.js';
import { waitForAccess } from './access.js';
import { offerFromApi } from './offer.js';
import type { CheckoutPorts } from './ports.js';
import { redeemTransition, type RedemptionEvent, type RedemptionState } from './redemption-state.js';
import { withoutLink } from './return.js';

type Ports = Pick<CheckoutPorts, 'session' | 'timers' | 'nextStep' | 'address' | 'replaceAddress'>;

/** One gift, from its code to access. It runs the effects; what they lead to is said by the pure `redeemTransition`. */
export class Redemption implements Readable<RedemptionState> {
  readonly #ports: Ports;
  readonly #code: string;
  readonly #store = new Store<RedemptionState>({ status: 'loading' });
  #registered = false;
  #customer: string | undefined;
  #run = 0;

  /** @param code from the link or the publisher, checked by itself; empty when the viewer is to type it */
  constructor(code: string, ports: Ports) {
    this.#code = code;
    this.#ports = ports;
  }

  get state(): RedemptionState {
    return this.#store.state;
  }

  subscribe(watcher: () => void): () => void {
    return this.#store.subscribe(watcher);
  }

  async start(): Promise<void> {
    const run = ++this.#run;
    this.#customer = this.#customerId;
    this.#dispatch({ type: 'start' });
    if (!this.#customer) return this.#dispatch({ type: 'signed-out' });
    await this.#guard(run, async () => {
      const step = await this.#ports.nextStep(this.#registered);
      if (run !== this.#run) return;
      if (step) this.#dispatch({ type: 'ask', step });
      else if (this.#code) await this.verify(this.#code);
      else this.enter();
    });
  }

  /**
   * Somebody signed in or out. What is redeemed stays on screen.
   * @param registered whether they registered here just now
   */
  async sessionChanged(registered = false): Promise<void> {
    this.#registered = registered;
    if (this.#customerId !== this.#customer && this.state.status !== 'redeemed') await this.start();
  }

  showForm(form: 'login' | 'register'): void {
    this.#dispatch({ type: 'switch-form', form });
  }

  /** The questions are answered, or the consents. */
  async stepDone(): Promise<void> {
    if (this.state.status === 'capture' || this.state.status === 'consents') await this.start();
  }

  /** Asks for a code, the one that is there to start from. */
  enter(): void {
    const { state } = this;
    this.#dispatch({ type: 'enter', code: 'code' in state ? state.code : '' });
  }

  /** Finds out what a code is good for. */
  async verify(code: string): Promise<void> {
    if (this.state.status === 'checking') return;
    const run = ++this.#run;
    this.#dispatch({ type: 'check', code });
    await this.#guard(run, async () => {
      const { session } = this.#ports;
      const verdict = await verifyGift(session.customer, code);
      if (run !== this.#run) return;
      if (verdict.redeemRefusalReason) return this.#dispatch({ type: 'refused', reason: verdict.redeemRefusalReason });
      const offer = await getOffer(session.guest, verdict.offerId).then(offerFromApi, () => undefined);
      const { offerId, redeemMode: mode } = verdict;
      if (run === this.#run) this.#dispatch({ type: 'verified', offerId, mode, ...(offer ? { offer } : {}) });
    });
  }

  /** Redeems the gift that was verified, once. */
  async redeem(): Promise<void> {
    const { state } = this;
    if (state.status !== 'verified') return;
    this.#dispatch({ type: 'redeem' });
    const { session, timers } = this.#ports;
    try {
      await redeemGift(session.customer, state.code);
    } catch (thrown) {
      if (!(await this.#redeemedAfterAll(state.code, state.offerId, toCleengError(thrown)))) return;
    }
    this.#ports.replaceAddress(withoutLink(this.#ports.address()));
    const entitlement = await waitForAccess(session.customer, state.offerId, timers, () => true);
    this.#dispatch({ type: 'redeemed', entitlement: entitlement ?? { accessGranted: false, expiresAt: null } });
  }

  /**
   * What a failed redemption means: the answer may have been lost, which the platform tells when asked again, or something has changed since
   * the gift was verified.
   */
  async #redeemedAfterAll(code: string, offerId: string, error: CleengError): Promise<boolean> {
    const { customer } = this.#ports.session;
    const reason = await verifyGift(customer, code).then(
      (verdict) => verdict.redeemRefusalReason,
      () => undefined,
    );
    const lost = reason === 'REDEEMED' && error.retryable;
    if (lost && (await getEntitlement(customer, offerId).catch(() => undefined))?.accessGranted) return true;
    this.#dispatch(reason ? { type: 'refused', reason, ...reference(error) } : { type: 'failed', error });
    return false;
  }

  async #guard(run: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      if (run !== this.#run) return;
      const error = toCleengError(thrown);
      if (!this.#customerId) {
        this.#customer = undefined;
        this.#dispatch({ type: 'signed-out' });
      } else this.#dispatch(error.retryable && error.status !== 422 ? { type: 'failed', error } : { type: 'unknown', ...reference(error) });
    }
  }

  #dispatch(event: RedemptionEvent): void {
    const next = redeemTransition(this.state, event);
    if (next !== this.state) this.#store.set(next);
  }

  get #customerId(): string | undefined {
    return this.#ports.session.customerId;
  }
}
