import { toCleengError, type CleengError } from '../api/errors.js';
import type { Timers } from '../ports.js';
import { Store, type Readable } from '../store.js';
import { readAccess, type Access } from './access.js';
import { customerIdOf, type Viewer } from './viewer.js';

/** The longest a yes is believed without asking again: the device's clock may be wrong, and plans end early. */
const RECHECK_MS = 10 * 60_000;
/** A moment after the end, so that the platform's clock has passed it too. */
const MARGIN_MS = 2000;

/** Where a question about access stands. The last answer stays while it is asked again. */
export type GateState =
  | { readonly status: 'checking'; readonly access?: Access }
  | { readonly status: 'answered'; readonly access: Access }
  | { readonly status: 'failed'; readonly error: CleengError };

type Asker = string | null | undefined;

const askerOf = (session: Viewer): Asker => (session.state.status === 'restoring' ? null : customerIdOf(session));

export interface GatePorts {
  readonly session: Viewer;
  readonly timers: Timers;
}

/**
 * Whether the viewer has access to one offer, for as long as somebody watches: asked anew when they sign in or out, when their access is
 * due to end, and whenever `check` is called. Only the platform's answer opens it; the clock merely says when to ask.
 */
export class Gate implements Readable<GateState> {
  readonly #offerId: string;
  readonly #ports: GatePorts;
  readonly #store = new Store<GateState>({ status: 'checking' });
  #leaveSession: (() => void) | undefined;
  #asking: AbortController | undefined;
  #stopTimer: (() => void) | undefined;
  /** Whom the last question was about: a customer, nobody, or `null` for whoever the session's storage may name. */
  #asker: Asker;
  /** When what the last answer granted is over, in milliseconds of the device's clock. */
  #endsAt = 0;

  constructor(offerId: string, ports: GatePorts) {
    this.#offerId = offerId;
    this.#ports = ports;
  }

  get state(): GateState {
    return this.#store.state;
  }

  subscribe(watcher: () => void): () => void {
    const leave = this.#store.subscribe(watcher);
    if (!this.#leaveSession) this.#open();
    return () => {
      leave();
      if (!this.#store.watched) this.#close();
    };
  }

  /** Asks now; a question under way is given up, for what has just happened may change its answer. Never rejects: look at `state`. */
  async check(): Promise<void> {
    if (!this.#leaveSession) return;
    this.#stop();
    const { session, timers } = this.#ports;
    const asker = askerOf(session);
    // Another viewer's answer is nobody's: it is gone before the question is asked.
    const kept = asker && asker === this.#asker ? this.#kept : undefined;
    this.#asker = asker;
    this.#store.set(kept ? { status: 'checking', access: kept } : { status: 'checking' });
    if (asker === null) return;
    const asking = (this.#asking = new AbortController());
    try {
      const access = await readAccess(session, timers, this.#offerId, asking.signal);
      if (this.#asking === asking) this.#answer(access);
    } catch (thrown) {
      if (this.#asking === asking) this.#fail(toCleengError(thrown), kept);
    }
  }

  #open(): void {
    const { session } = this.#ports;
    // Another viewer is another question. Tokens being renewed is not: asked again at that, a platform out of reach would be asked for ever.
    this.#leaveSession = session.subscribe(() => void (askerOf(session) !== this.#asker && this.check()));
    void this.check();
  }

  /** What nobody watches is forgotten: who comes back later is not shown an old answer. */
  #close(): void {
    this.#stop();
    this.#leaveSession?.();
    this.#leaveSession = undefined;
    this.#asker = undefined;
    this.#store.set({ status: 'checking' });
  }

  #answer(access: Access): void {
    this.#asking = undefined;
    this.#store.set({ status: 'answered', access });
    if (!access.granted) return;
    const now = this.#ports.timers.now();
    const ends = access.expiresAt === null ? Infinity : access.expiresAt * 1000;
    // An end that has passed already is a grace period, whose own end nobody tells.
    this.#endsAt = ends > now ? ends : Infinity;
    this.#checkAgain(now);
  }

  /** A question that failed takes nothing away that is still paid for; it is asked again, by the viewer or in time. */
  #fail(error: CleengError, kept: Access | undefined): void {
    this.#asking = undefined;
    const now = this.#ports.timers.now();
    if (kept?.granted && now < this.#endsAt) {
      this.#store.set({ status: 'answered', access: kept });
      this.#checkAgain(now);
    } else this.#store.set({ status: 'failed', error });
  }

  #checkAgain(now: number): void {
    this.#stopTimer = this.#ports.timers.after(Math.min(this.#endsAt - now + MARGIN_MS, RECHECK_MS), () => void this.check());
  }

  #stop(): void {
    this.#asking?.abort();
    this.#asking = undefined;
    this.#stopTimer?.();
    this.#stopTimer = undefined;
  }

  get #kept(): Access | undefined {
    return 'access' in this.state ? this.state.access : undefined;
  }
}
