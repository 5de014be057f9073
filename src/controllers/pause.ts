import type { ReactiveControllerHost } from 'lit';
import type { CleengError } from '../api/errors.js';

/** How long to wait after "too many requests" that does not say (contract, 1.7). */
const DEFAULT_SECONDS = 10;

/** The wait the platform asks for after too many requests: counted down where the viewer sees it, then over by itself. */
export class Pause {
  /** Seconds left; 0 while the form is open. */
  left = 0;
  readonly #host: ReactiveControllerHost;
  readonly #over: () => void;

  /** @param over is called when the form is open again */
  constructor(host: ReactiveControllerHost, over: () => void) {
    this.#host = host;
    this.#over = over;
  }

  /** Begins a wait if that is why something failed. */
  after({ code, retryAfter = DEFAULT_SECONDS }: CleengError): void {
    // By the page's own clock, which nobody sets back.
    if (code === 'rate-limited') this.#count(performance.now() + retryAfter * 1000);
  }

  #count(until: number): void {
    this.left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    this.#host.requestUpdate();
    if (this.left) setTimeout(() => this.#count(until), 1000);
    else this.#over();
  }
}
