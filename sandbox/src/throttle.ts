import { refusals } from './refusal.js';

interface Count {
  failures: number;
  until: number;
}

/** Most names remembered at once; beyond it those that are over are forgotten. */
const KEPT = 10_000;

/** Slows down whoever guesses: after so many failures for a name in a stretch of time, nobody gets on with that name until it is over. */
export class Throttle {
  readonly #counts = new Map<string, Count>();
  readonly #most: number;
  readonly #seconds: number;

  constructor(most: number, seconds: number) {
    this.#most = most;
    this.#seconds = seconds;
  }

  /** @throws {Refusal} when there were too many failures */
  admit(name: string, now: number): void {
    const count = this.#counts.get(name);
    if (count && count.until > now && count.failures >= this.#most) throw refusals.tooManyRequests();
  }

  failed(name: string, now: number): void {
    const count = this.#counts.get(name);
    if (count && count.until > now) {
      count.failures++;
      return;
    }
    if (this.#counts.size >= KEPT) for (const [key, { until }] of this.#counts) if (until <= now) this.#counts.delete(key);
    this.#counts.set(name, { failures: 1, until: now + this.#seconds });
  }

  succeeded(name: string): void {
    this.#counts.delete(name);
  }
}
