import { createClient, type Client } from '../api/client.js';
import { CleengError } from '../api/errors.js';
import type { Send } from '../api/http.js';
import type { SessionTokens, Timers } from '../ports.js';
import { Store, type Readable } from '../store.js';
import type { CustomerCalls } from './customer-calls.js';
import { signedInAs, type LostReason, type SessionState } from './state.js';
import { hold, type HeldTokens, type TokenStore } from './tokens.js';

export interface SessionPorts {
  send: Send;
  tokens: TokenStore;
  timers: Timers;
  /** How customers' calls are made. Comes later: showing a form needs none. */
  calls: (session: Session) => Promise<CustomerCalls>;
}

/**
 * Who is signed in at one publisher, for every element on the page and every tab of the origin: what is held and shown. How tokens are used and
 * renewed is said in `customer-calls.ts`.
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
  #calls: Promise<CustomerCalls> | undefined;
  #tokens: HeldTokens | undefined;
  #refreshing = false;

  constructor(publisherId: string, ports: SessionPorts) {
    this.publisherId = publisherId;
    this.#ports = ports;
    this.guest = createClient(ports.send);
    this.customer = createClient(async (request) => {
      // Whose call this is, is settled now: what is awaited below gives others the time to sign in or out.
      const viewer = this.customerId;
      const calls = await this.#callsOf();
      return calls.send(request, viewer ?? this.requireCustomerId());
    });
    const kept = ports.tokens.read();
    if (kept instanceof Promise) this.#restored = this.#restore(kept);
    else this.hold(kept);
    // Page-lived on purpose: the session belongs to the page's scope, which is never taken down.
    ports.tokens.watch((tokens) => this.hold(tokens, 'signed-out-elsewhere'));
  }

  get state(): SessionState {
    return this.#store.state;
  }

  /** The signed-in customer's id. */
  get customerId(): string | undefined {
    return signedInAs(this.state);
  }

  /** What is held now. */
  get tokens(): HeldTokens | undefined {
    return this.#tokens;
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
    this.hold(tokens);
  }

  /** Signs out here, in every element and in every tab of this origin. */
  logout(): void {
    void this.#ports.tokens.write(undefined);
    this.hold(undefined);
  }

  /** Tokens good for a minute at least, renewed if need be. */
  async fresh(): Promise<HeldTokens> {
    return (await this.#callsOf()).fresh();
  }

  /** Takes tokens, or the loss of them: for a reason, or because it was asked for. What is kept elsewhere is not touched. */
  hold(tokens: HeldTokens | undefined, lost?: LostReason): void {
    const had = this.#tokens;
    if (tokens?.customerId !== had?.customerId) this.#refreshing = false;
    this.#tokens = tokens;
    this.#show(lost ? (had ? { status: 'lost', reason: lost } : this.state) : { status: 'anonymous' });
  }

  /** Tells that what is held is being renewed, or no more. */
  refreshing(now: boolean): void {
    this.#refreshing = now;
    this.#show();
  }

  #show(nobody = this.state): void {
    const next: SessionState = this.#tokens
      ? { status: this.#refreshing ? 'refreshing' : 'authenticated', customerId: this.#tokens.customerId }
      : nobody;
    if (JSON.stringify(next) !== JSON.stringify(this.state)) this.#store.set(next);
  }

  async #restore(kept: Promise<HeldTokens | undefined>): Promise<void> {
    const tokens = await kept.catch(() => null);
    if (this.state.status !== 'restoring') return;
    if (tokens === null) this.#store.set({ status: 'lost', reason: 'storage' });
    else this.hold(tokens);
  }

  async #callsOf(): Promise<CustomerCalls> {
    await this.#restored;
    this.#calls ??= this.#ports.calls(this);
    return this.#calls.catch((error: unknown) => {
      this.#calls = undefined;
      throw error;
    });
  }
}
