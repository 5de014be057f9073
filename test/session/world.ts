import { CleengError } from '../../src/api/errors.js';
import type { HttpRequest } from '../../src/api/http.js';
import type { Lock, Timers, Vault } from '../../src/ports.js';
import { CustomerCalls } from '../../src/session/customer-calls.js';
import { Session } from '../../src/session/session.js';
import { vaultTokens, type TokenStore } from '../../src/session/tokens.js';

export const MINUTE = 60_000;
export const jwtOf = (customerId: number, mark: string) => `e30.${btoa(JSON.stringify({ customerId }))}.${mark}`;

/** Lets everything run that waits for nothing but its turn. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A platform with a clock of its own. It takes each refresh token once; a second time it kills all that came from the same login. */
export class Platform {
  /** Minutes since some moment, by its own clock. */
  minutes = 0;
  readonly calls: HttpRequest[] = [];
  /** Thrown instead of an answer, while set: the request never arrived. */
  fault: CleengError | undefined;
  /** Held until opened: answers are on their way. */
  gate: Promise<void> | undefined;
  #issued = 0;
  readonly #refreshTokens = new Map<string, { customerId: number; family: number; used: boolean }>();
  readonly #jwts = new Map<string, { customerId: number; expires: number }>();
  #reuses = 0;

  /** How often a refresh token came twice. */
  get reuses(): number {
    return this.#reuses;
  }

  get refreshes(): number {
    return this.calls.filter(({ path }) => path === '/auths/refresh_token').length;
  }

  logIn(customerId: number): { jwt: string; refreshToken: string } {
    return this.#issue(customerId, this.#issued);
  }

  revoke(customerId: number): void {
    for (const [token, known] of this.#refreshTokens) if (known.customerId === customerId) this.#refreshTokens.delete(token);
  }

  readonly send = async (request: HttpRequest): Promise<unknown> => {
    this.calls.push(request);
    const { fault } = this;
    await settle();
    if (fault) throw fault;
    const answer = this.#answer(request);
    if (this.gate) await this.gate;
    return answer instanceof CleengError ? Promise.reject(answer) : answer;
  };

  #answer({ method, path, body, token }: HttpRequest): unknown {
    if (path === '/auths/refresh_token') return this.#refresh((body as { refreshToken: string }).refreshToken);
    const jwt = this.#jwts.get(token ?? '');
    if (!jwt || jwt.expires <= this.minutes) return new CleengError('unauthenticated', 'JWT token expired', { status: 401 });
    if (method === 'DELETE') this.revoke(jwt.customerId);
    return { id: jwt.customerId };
  }

  #refresh(token: string): unknown {
    const known = this.#refreshTokens.get(token);
    const refused = new CleengError('session-ended', 'Refresh token is expired or does not exist', { status: 401 });
    if (!known) return refused;
    if (known.used) {
      this.#reuses++;
      for (const [other, { family }] of this.#refreshTokens) if (family === known.family) this.#refreshTokens.delete(other);
      return refused;
    }
    known.used = true;
    return this.#issue(known.customerId, known.family);
  }

  #issue(customerId: number, family: number): { jwt: string; refreshToken: string } {
    const n = ++this.#issued;
    const pair = { jwt: jwtOf(customerId, String(n)), refreshToken: `refresh-${n}` };
    this.#refreshTokens.set(pair.refreshToken, { customerId, family, used: false });
    this.#jwts.set(pair.jwt, { customerId, expires: this.minutes + 15 });
    return pair;
  }
}

/** A browser: what its tabs share. Tabs hear of each other's writes only when `deliver()` says so. */
export class Browser {
  /** Milliseconds by the device's clock. */
  now = 0;
  value: string | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #tabs: { watcher: () => void; missed: boolean }[] = [];

  readonly lock: Lock = (task) => {
    const turn = this.#queue.then(task);
    this.#queue = turn.catch(() => undefined);
    return turn;
  };

  readonly timers: Timers = { now: () => this.now, after: () => () => undefined };

  vault(): Vault {
    const tab = { watcher: () => undefined as void, missed: false };
    this.#tabs.push(tab);
    return {
      read: () => this.value,
      write: (value) => {
        this.value = value;
        for (const other of this.#tabs) if (other !== tab) other.missed = true;
      },
      watch: (watcher) => (tab.watcher = watcher),
    };
  }

  deliver(): void {
    for (const tab of this.#tabs) {
      if (tab.missed) tab.watcher();
      tab.missed = false;
    }
  }

  /** A tab of this browser that shows the publisher's page. */
  open(platform: Platform, tokens: TokenStore = vaultTokens(this.vault())): Session {
    const { lock, timers } = this;
    const { send } = platform;
    const calls = (session: Session) => Promise.resolve(new CustomerCalls(session, { send, tokens, lock, timers }));
    return new Session('1', { send, tokens, timers, calls });
  }
}

/** Something every signed-in viewer may ask. */
export const read = (session: Session) => session.customer('get', '/customers/{customerId}', { params: { customerId: 7 } });

/** A platform, a browser, and a tab in which customer 7 is signed in. */
export function signedIn() {
  const platform = new Platform();
  const browser = new Browser();
  const session = browser.open(platform);
  session.signIn(platform.logIn(7));
  const pass = (minutes: number) => {
    browser.now += minutes * MINUTE;
    platform.minutes += minutes;
  };
  return { platform, browser, session, pass };
}

/** Every state a session goes through from now on, in short. */
export function history(session: Session): string[] {
  const seen: string[] = [];
  session.subscribe(() => {
    const { state } = session;
    seen.push(
      'customerId' in state ? `${state.status} ${state.customerId}` : 'reason' in state ? `${state.status} ${state.reason}` : state.status,
    );
  });
  return seen;
}

/** A promise and what settles it. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<T>((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
}
