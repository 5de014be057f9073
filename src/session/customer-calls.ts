import { createClient, type Client } from '../api/client.js';
import { CleengError } from '../api/errors.js';
import type { HttpRequest, Send } from '../api/http.js';
import { refreshTokens } from '../api/identity.js';
import type { Lock, Timers } from '../ports.js';
import type { Session } from './session.js';
import { hold, type HeldTokens, type TokenStore } from './tokens.js';

/** A JWT lives 15 minutes from its issue (platform contract, 1.4); it is renewed a minute before. */
const RENEW_AFTER_MS = 14 * 60_000;

/** The answers to a refresh that end a session (platform contract, 1.5); whatever else goes wrong leaves it alone. */
const REFUSED: readonly string[] = ['session-ended', 'unauthenticated', 'invalid-request'];

export interface CustomerCallsPorts {
  send: Send;
  tokens: TokenStore;
  lock: Lock;
  timers: Timers;
}

/**
 * Calls with a session's tokens, and their renewal.
 *
 * Tokens are renewed at need, by their known life since receipt, never by comparing a device's clock with a server's. No timer renews them:
 * a page that calls nothing needs no token, and each renewal is a chance to lose the single-use refresh token to a closing tab. A refresh runs
 * under a lock shared by all tabs, and looks first whether another tab has done it. A session ends only when the platform says so: no network
 * fault, timeout or overload ever logs anybody out. Answers that were meant for somebody else than who is signed in now are dropped.
 */
export class CustomerCalls {
  readonly #session: Session;
  readonly #ports: CustomerCallsPorts;
  readonly #guest: Client;
  #running: { readonly jwt: string; readonly done: Promise<HeldTokens> } | undefined;

  constructor(session: Session, ports: CustomerCallsPorts) {
    this.#session = session;
    this.#ports = ports;
    this.#guest = createClient(ports.send);
  }

  /** @param viewer who was signed in when the call was asked for */
  async send(request: HttpRequest, viewer: string): Promise<unknown> {
    const ask = () => this.#ports.send({ ...request, token: this.#heldBy(viewer).jwt }).finally(() => void this.#heldBy(viewer));
    const tokens = await this.#young(this.#heldBy(viewer));
    try {
      return await ask();
    } catch (error) {
      // The platform's clock may run ahead of what this device remembers: renew once, ask once more.
      if (!(error instanceof CleengError) || error.code !== 'unauthenticated') throw error;
      await this.#refresh(tokens);
      return ask();
    }
  }

  async fresh(): Promise<HeldTokens> {
    return this.#young(this.#heldBy(this.#session.requireCustomerId()));
  }

  async #young(tokens: HeldTokens): Promise<HeldTokens> {
    return this.#isYoung(tokens) ? tokens : this.#refresh(tokens);
  }

  /** One refresh at a time in this page; the lock sees to the other tabs. */
  async #refresh(used: HeldTokens): Promise<HeldTokens> {
    if (this.#running?.jwt === used.jwt) return this.#running.done;
    if (this.#session.tokens?.jwt !== used.jwt) return this.#heldBy(used.customerId);
    const done = this.#ports.lock(() => this.#exchange(used));
    this.#running = { jwt: used.jwt, done };
    this.#session.refreshing(true);
    try {
      return await done;
    } finally {
      if (this.#running?.done === done) {
        this.#running = undefined;
        this.#session.refreshing(false);
      }
    }
  }

  async #exchange(used: HeldTokens): Promise<HeldTokens> {
    const { tokens: store, timers } = this.#ports;
    const session = this.#session;
    const kept = await store.read(used.jwt);
    // Somebody signed in or out, or another tab was faster, before this one's turn came.
    if (session.tokens?.jwt !== used.jwt) return this.#heldBy(used.customerId);
    session.hold(kept, 'signed-out-elsewhere');
    const current = this.#heldBy(used.customerId);
    if (current.jwt !== used.jwt && this.#isYoung(current)) return current;
    let next: HeldTokens | undefined;
    try {
      next = current.refreshToken ? hold(await refreshTokens(this.#guest, current.refreshToken), timers.now()) : undefined;
    } catch (error) {
      if (!(error instanceof CleengError) || !REFUSED.includes(error.code)) throw error;
    }
    // Whatever happened while the platform was asked wins, here or in another tab.
    const unchanged = () => session.tokens?.jwt === current.jwt;
    if (unchanged() && !(await store.write(next, current))) session.hold(await store.read(), 'signed-out-elsewhere');
    else if (unchanged()) session.hold(next, 'expired');
    return this.#heldBy(used.customerId);
  }

  /** What is held for somebody. Throws when it is not them who are signed in: what was asked for them is nobody's business then. */
  #heldBy(customerId: string): HeldTokens {
    const { tokens, state } = this.#session;
    if (tokens?.customerId === customerId) return tokens;
    throw new CleengError(state.status === 'lost' ? 'session-ended' : 'aborted', 'Whoever this was asked for is not signed in any more');
  }

  #isYoung({ receivedAt }: HeldTokens): boolean {
    const age = this.#ports.timers.now() - receivedAt;
    return age >= 0 && age < RENEW_AFTER_MS;
  }
}

/**
 * Has the platform revoke every session of the customer, on all devices, and signs out here. JWTs handed out before live up to 15 minutes.
 * @throws {CleengError} when that failed; the viewer is still signed in then, unless the session had ended
 */
export async function signOutEverywhere(session: Session): Promise<void> {
  await session.customer('delete', '/refresh_tokens');
  session.logout();
}
