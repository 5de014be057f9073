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
  write(value: string): void;
  clear(): void;
  /** Calls back when another tab changed the value; the returned function stops that. */
  watch(changed: () => void): () => void;
}

/** Runs `task` while no other tab of this origin runs one under the same name. */
export type Lock = <T>(name: string, task: () => Promise<T>) => Promise<T>;
