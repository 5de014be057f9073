import { createClient, type Client } from '../api/client.js';
import { CleengError } from '../api/errors.js';
import type { HttpRequest, Send } from '../api/http.js';
import { refreshTokens } from '../api/identity.js';
import type { Lock, SessionTokens, Timers } from '../ports.js';
import { Store, type Readable } from '../store.js';
import { signedInAs, type LostReason, type SessionState } from './state.js';
import { hold, type HeldTokens, type TokenStore } from './tokens.js';

/** A JWT lives 15 minutes from its issue (platform contract, 1.4); it is renewed a minute before. */
const RENEW_AFTER_MS = 14 * 60_000;

/** The answers to a refresh that end a session (platform contract, 1.5); whatever else goes wrong leaves it alone. */
const REFUSED: readonly string[] = ['session-ended', 'unauthenticated', 'invalid-request'];

export interface SessionPorts {
  send: Send;
  tokens: TokenStore;
  lock: Lock;
  timers: Timers;
}

/**
 * Who is signed in at one publisher, for every element on the page and every tab of the origin.
 *
 * Tokens are renewed at need, by their known life since receipt, never by comparing a device's clock with a server's. No timer renews them:
 * a page that calls nothing needs no token, and each renewal is a chance to lose the single-use refresh token to a closing tab. A refresh
 * runs under a lock shared by all tabs, and looks first whether another tab has done it. A session ends only when the platform says so: no
 * network fault, timeout or overload ever logs anybody out. Answers that were meant for somebody else than who is signed in now are dropped.
 */
export class Session implements Readable<SessionState> {
  /** Calls the platform without a token. */
  readonly guest: Client;
  /** Calls the platform as the signed-in customer, renewing tokens as needed. */
  readonly customer: Client;
  readonly publisherId: string;
  readonly #ports: SessionPorts;
  readonly #store = new Store<SessionState>({ status: 'restoring' });
  readonly #restored: Promise<void> | undefined;
  #tokens: HeldTokens | undefined;
  #refreshing: { readonly jwt: string; readonly done: Promise<HeldTokens> } | undefined;

  constructor(publisherId: string, ports: SessionPorts) {
    this.publisherId = publisherId;
    this.#ports = ports;
    this.guest = createClient(ports.send);
    this.customer = createClient((request) => this.#sendAsCustomer(request));
    const kept = ports.tokens.read();
    if (kept instanceof Promise) this.#restored = this.#restore(kept);
    else this.#hold(kept);
    // Page-lived on purpose: the session belongs to the page's scope, which is never taken down.
    ports.tokens.watch((tokens) => this.#hold(tokens, 'signed-out-elsewhere'));
  }

  get state(): SessionState {
    return this.#store.state;
  }

  /** The signed-in customer's id. */
  get customerId(): string | undefined {
    return signedInAs(this.state);
  }

  /** @throws {CleengError} when nobody is signed in */
  requireCustomerId(): string {
    const { customerId } = this;
    if (customerId === undefined) throw new CleengError('unauthenticated', 'Nobody is signed in');
    return customerId;
  }

  subscribe(watcher: () => void): () => void {
    return this.#store.subscribe(watcher);
  }

  /**
   * Takes the tokens the platform hands out when somebody logs in or registers, or that the publisher has from elsewhere.
   * @param receivedAt when they were received, if not just now
   * @throws {CleengError} when the JWT names no customer
   */
  signIn(pair: SessionTokens, receivedAt = this.#ports.timers.now()): void {
    const tokens = hold(pair, receivedAt);
    void this.#ports.tokens.write(tokens);
    this.#hold(tokens);
  }

  /** Signs out here, in every element and in every tab of this origin. */
  logout(): void {
    void this.#ports.tokens.write(undefined);
    this.#hold(undefined);
  }

  /**
   * Has the platform revoke every session of this customer, on all devices, and signs out here. JWTs handed out before live up to 15 minutes.
   * @throws {CleengError} when that failed; the viewer is still signed in then, unless the session had ended
   */
  async signOutEverywhere(): Promise<void> {
    await this.customer('delete', '/refresh_tokens');
    this.logout();
  }

  /** Tokens good for a minute at least, renewed if need be. */
  async fresh(): Promise<HeldTokens> {
    await this.#restored;
    const tokens = this.#heldBy(this.requireCustomerId());
    return this.#isYoung(tokens) ? tokens : this.#refresh(tokens);
  }

  async #sendAsCustomer(request: HttpRequest): Promise<unknown> {
    // Whose call this is, is settled now: what is awaited below gives others the time to sign in or out.
    const viewer = this.customerId ?? (await this.#restored, this.customerId);
    const ask = () => this.#ports.send({ ...request, token: this.#heldBy(viewer).jwt }).finally(() => void this.#heldBy(viewer));
    const tokens = await this.fresh();
    try {
      return await ask();
    } catch (error) {
      // The platform's clock may run ahead of what this device remembers: renew once, ask once more.
      if (!(error instanceof CleengError) || error.code !== 'unauthenticated') throw error;
      await this.#refresh(tokens);
      return ask();
    }
  }

  /** One refresh at a time in this page; the lock sees to the other tabs. */
  #refresh(used: HeldTokens): Promise<HeldTokens> {
    if (this.#refreshing?.jwt === used.jwt) return this.#refreshing.done;
    if (this.#tokens?.jwt !== used.jwt) return Promise.resolve(used).then(() => this.#heldBy(used.customerId));
    const done = this.#ports
      .lock(() => this.#exchange(used))
      .finally(() => {
        if (this.#refreshing?.done !== done) return;
        this.#refreshing = undefined;
        this.#show();
      });
    this.#refreshing = { jwt: used.jwt, done };
    this.#show();
    return done;
  }

  async #exchange(used: HeldTokens): Promise<HeldTokens> {
    const { tokens: store, timers } = this.#ports;
    const kept = await store.read(used.jwt);
    // Somebody signed in or out, or another tab was faster, before this one's turn came.
    if (this.#tokens?.jwt !== used.jwt) return this.#heldBy(used.customerId);
    this.#hold(kept, 'signed-out-elsewhere');
    const current = this.#heldBy(used.customerId);
    if (current.jwt !== used.jwt && this.#isYoung(current)) return current;
    let next: HeldTokens | undefined;
    try {
      next = current.refreshToken ? hold(await refreshTokens(this.guest, current.refreshToken), timers.now()) : undefined;
    } catch (error) {
      if (!(error instanceof CleengError) || !REFUSED.includes(error.code)) throw error;
    }
    return this.#replace(current, next);
  }

  /** Puts `next` in the place of what was kept, unless somebody signed in or out meanwhile, here or in another tab: that wins. */
  async #replace(kept: HeldTokens, next: HeldTokens | undefined): Promise<HeldTokens> {
    const { tokens: store } = this.#ports;
    const unchanged = () => this.#tokens?.jwt === kept.jwt;
    if (unchanged() && !(await store.write(next, kept))) this.#hold(await store.read(), 'signed-out-elsewhere');
    else if (unchanged()) this.#hold(next, 'expired');
    return this.#heldBy(kept.customerId);
  }

  async #restore(kept: Promise<HeldTokens | undefined>): Promise<void> {
    const tokens = await kept.catch(() => null);
    if (this.state.status !== 'restoring') return;
    if (tokens === null) this.#store.set({ status: 'lost', reason: 'storage' });
    else this.#hold(tokens);
  }

  /** What is held for somebody. Throws when it is not them who are signed in: what was asked for them is nobody's business then. */
  #heldBy(customerId: string | undefined): HeldTokens {
    if (this.#tokens && this.#tokens.customerId === customerId) return this.#tokens;
    throw new CleengError(
      this.state.status === 'lost' ? 'session-ended' : 'aborted',
      'Whoever this was asked for is not signed in any more',
    );
  }

  /** Takes tokens, or the loss of them: for a reason, or because it was asked for. */
  #hold(tokens: HeldTokens | undefined, lost?: LostReason): void {
    const had = this.#tokens;
    if (tokens?.customerId !== had?.customerId) this.#refreshing = undefined;
    this.#tokens = tokens;
    this.#show(lost ? (had ? { status: 'lost', reason: lost } : this.state) : { status: 'anonymous' });
  }

  #show(nobody = this.state): void {
    const next: SessionState = this.#tokens
      ? { status: this.#refreshing ? 'refreshing' : 'authenticated', customerId: this.#tokens.customerId }
      : nobody;
    if (JSON.stringify(next) !== JSON.stringify(this.state)) this.#store.set(next);
  }

  #isYoung({ receivedAt }: HeldTokens): boolean {
    const age = this.#ports.timers.now() - receivedAt;
    return age >= 0 && age < RENEW_AFTER_MS;
  }
}
