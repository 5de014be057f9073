/**
 * What the plain core (session, checkout, account, capture) needs from the world besides `fetch`. It arrives as values, so that the
 * core runs in Node with a fake clock, and never touches a global of the page.
 */
export interface Timers {
  /** Milliseconds since 1970, by the device's clock (which may be wrong: never compare it with a server's time). */
  now(): number;
  /** Runs `task` once after `ms` milliseconds; the returned function cancels it. */
  after(ms: number, task: () => void): () => void;
}

/** One text value that outlives the page or not, and that other tabs may change. */
export interface Vault {
  read(): string | null;
  /** Keeps a value, or none. */
  write(value: string | null): void;
  /** Calls back when another tab changed the value. */
  watch(changed: () => void): void;
}

/** Runs `task` while no other tab that shares the session runs one. */
export type Lock = <T>(task: () => Promise<T>) => Promise<T>;

/** What a session lives on. Without a refresh token it ends with its JWT, unless the publisher's own storage has a newer one. */
export interface SessionTokens {
  jwt: string;
  refreshToken?: string | undefined;
}

/**
 * Your own token storage, for `token-storage="host"`: tokens come from and return to your backend or SSO. Both methods may answer at once or
 * with a promise; a promise that rejects, or takes longer than 10 seconds, says that you cannot tell now, and never signs anybody out.
 */
export interface TokenHost {
  /**
   * The viewer's tokens, or `null` when nobody is signed in. Asked at the start, and whenever tokens have to be renewed. Leave the refresh
   * token out when it never leaves your backend: then answer with a newer JWT than `stale`, for nobody else renews it, and `null` or the
   * same one again ends the session.
   * @param stale the JWT that has expired or is about to
   */
  getTokens(stale?: string): SessionTokens | null | Promise<SessionTokens | null>;
  /**
   * Keep these: somebody logged in or registered, or tokens were renewed. `null`: the session is over. A refresh token works once, so that
   * what you kept before is worthless from then on.
   */
  setTokens(tokens: SessionTokens | null): void | Promise<void>;
}
