import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CleengError } from '../api/errors.js';

/** How long to wait after "too many requests" that does not say (contract, 1.7). */
const DEFAULT_SECONDS = 10;

/** The wait the platform asks for after too many requests: counted down where the viewer sees it, then over by itself. */
export class Pause implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #over: () => void;
  /** By the page's own clock, which nobody sets back. */
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param over is called when the form is open again */
  constructor(host: ReactiveControllerHost, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Seconds left; 0 while the form is open. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#until - performance.now()) / 1000));
  }

  /** Begins a wait if that is why something failed. */
  after(error: CleengError): void {
    if (error.code !== 'rate-limited') return;
    this.#until = performance.now() + (error.retryAfter ?? DEFAULT_SECONDS) * 1000;
    this.#tick();
  }

  hostConnected(): void {
    if (this.#until) this.#tick();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    this.#host.requestUpdate();
    if (this.left > 0) {
      this.#timer = setTimeout(this.#tick, 1000);
      return;
    }
    this.#until = 0;
    this.#over();
  };
}
