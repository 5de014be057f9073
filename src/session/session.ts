import { createClient, type Client } from '../api/client.js';
import { CleengError, toCleengError } from '../api/errors.js';
import type { HttpRequest, Send } from '../api/http.js';
import { refreshTokens, type TokenPair } from '../api/identity.js';
import type { Lock, Timers, Vault } from '../ports.js';
import { Store, type Readable } from '../store.js';
import { readClaims } from './jwt.js';
import { readTokens, writeTokens, type HeldTokens } from './tokens.js';

/** A JWT lives 15 minutes from its issue (platform contract, 1.4); it is renewed a minute before. */
const RENEW_AFTER_MS = 14 * 60_000;

export type SignedOutReason = 'never-signed-in' | 'signed-out' | 'expired';

export type SessionState =
  { readonly status: 'anonymous'; readonly reason: SignedOutReason } | { readonly status: 'authenticated'; readonly customerId: string };

export interface SessionPorts {
  send: Send;
  vault: Vault;
  lock: Lock;
  timers: Timers;
}

/**
 * Who is signed in at one publisher, for every element on the page and every tab of the origin.
 *
 * Tokens are renewed by their known life since receipt, never by comparing a device's clock with a server's. A refresh token works once, so
 * that a refresh runs under a lock shared by all tabs, and looks first whether another tab has done it. A session ends only when the
 * platform says so: no network fault, timeout or overload ever logs anybody out.
 */
export class Session implements Readable<SessionState> {
  /** Calls the platform without a token. */
  readonly guest: Client;
  /** Calls the platform as the signed-in customer, renewing tokens as needed. */
  readonly customer: Client;
  readonly publisherId: string;
  readonly #ports: SessionPorts;
  readonly #store: Store<SessionState>;
  #tokens: HeldTokens | undefined;
  #refreshing: Promise<HeldTokens> | undefined;

  constructor(publisherId: string, ports: SessionPorts) {
    this.publisherId = publisherId;
    this.#ports = ports;
    this.guest = createClient(ports.send);
    this.customer = createClient((request) => this.#sendAsCustomer(request));
    this.#tokens = readTokens(ports.vault);
    this.#store = new Store<SessionState>(stateOf(this.#tokens, 'never-signed-in'));
    // Page-lived on purpose: the session belongs to the page's scope, which is never taken down.
    ports.vault.watch(() => this.#adoptStored());
  }

  get state(): SessionState {
    return this.#store.state;
  }

  subscribe(watcher: () => void): () => void {
    return this.#store.subscribe(watcher);
  }

  /** Takes the tokens the platform hands out when somebody logs in or registers. */
  signIn(pair: TokenPair): void {
    this.#receive(pair);
  }

  /** Signs out here, in every element and in every tab of this origin. */
  logout(): void {
    this.#end('signed-out');
  }

  async #sendAsCustomer(request: HttpRequest): Promise<unknown> {
    const tokens = await this.#freshTokens();
    try {
      return await this.#ports.send({ ...request, token: tokens.jwt });
    } catch (error) {
      // The platform's clock may run ahead of what this device remembers: renew once, ask once more.
      if (!isUnauthenticated(error)) throw error;
      const renewed = await this.#refresh(tokens);
      return await this.#ports.send({ ...request, token: renewed.jwt });
    }
  }

  async #freshTokens(): Promise<HeldTokens> {
    const tokens = this.#tokens;
    if (!tokens) throw new CleengError('unauthenticated', 'Nobody is signed in');
    const age = this.#ports.timers.now() - tokens.receivedAt;
    return age >= 0 && age < RENEW_AFTER_MS ? tokens : this.#refresh(tokens);
  }

  /** One refresh at a time in this page; the lock sees to the other tabs. */
  #refresh(used: HeldTokens): Promise<HeldTokens> {
    if (this.#tokens && this.#tokens.refreshToken !== used.refreshToken) return Promise.resolve(this.#tokens);
    this.#refreshing ??= this.#ports
      .lock(`cleeng-refresh-${this.publisherId}`, () => this.#exchange(used))
      .finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #exchange(used: HeldTokens): Promise<HeldTokens> {
    const stored = readTokens(this.#ports.vault);
    if (stored && stored.refreshToken !== used.refreshToken) {
      this.#adoptStored();
      if (this.#tokens) return this.#tokens;
    }
    try {
      return this.#receive(await refreshTokens(this.guest, used.refreshToken));
    } catch (thrown) {
      const error = toCleengError(thrown);
      if (error.code !== 'session-ended' && error.code !== 'unauthenticated') throw error;
      this.#end('expired');
      throw new CleengError('session-ended', error.message, { cause: error });
    }
  }

  #receive(pair: TokenPair): HeldTokens {
    if (!readClaims(pair.jwt)) throw new CleengError('bad-answer', 'The platform sent a token that names no customer');
    const tokens: HeldTokens = { jwt: pair.jwt, refreshToken: pair.refreshToken, receivedAt: this.#ports.timers.now() };
    this.#tokens = tokens;
    writeTokens(this.#ports.vault, tokens);
    this.#show(stateOf(tokens, 'never-signed-in'));
    return tokens;
  }

  #end(reason: SignedOutReason): void {
    this.#tokens = undefined;
    this.#ports.vault.clear();
    this.#show({ status: 'anonymous', reason });
  }

  /** Another tab logged in, out, or renewed the tokens. */
  #adoptStored(): void {
    this.#tokens = readTokens(this.#ports.vault);
    this.#show(stateOf(this.#tokens, 'signed-out'));
  }

  #show(next: SessionState): void {
    const now = this.state;
    const same =
      now.status === 'authenticated'
        ? next.status === 'authenticated' && now.customerId === next.customerId
        : next.status === 'anonymous' && now.reason === next.reason;
    if (!same) this.#store.set(next);
  }
}

function stateOf(tokens: HeldTokens | undefined, reason: SignedOutReason): SessionState {
  const claims = tokens && readClaims(tokens.jwt);
  return claims ? { status: 'authenticated', customerId: claims.customerId } : { status: 'anonymous', reason };
}

const isUnauthenticated = (error: unknown) => error instanceof CleengError && error.code === 'unauthenticated';
