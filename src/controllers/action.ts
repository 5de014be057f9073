import type { ReactiveControllerHost } from 'lit';
import { toCleengError, type CleengError } from '../api/errors.js';

export type ActionState =
  { readonly status: 'idle' } | { readonly status: 'busy' } | { readonly status: 'failed'; readonly error: CleengError };

export type Outcome<R> = { readonly ok: true; readonly value: R } | { readonly ok: false; readonly error: CleengError };

/**
 * Something that changes the world, asked for by a viewer. While it runs, asking again joins the run: a double click is one request.
 * It ends in exactly one outcome and never throws.
 */
export class Action<A extends unknown[], R> {
  readonly #host: ReactiveControllerHost;
  readonly #perform: (...args: A) => Promise<R>;
  #running: Promise<Outcome<R>> | undefined;
  #state: ActionState = { status: 'idle' };

  constructor(host: ReactiveControllerHost, perform: (...args: A) => Promise<R>) {
    this.#host = host;
    this.#perform = perform;
  }

  get state(): ActionState {
    return this.#state;
  }

  get busy(): boolean {
    return this.#state.status === 'busy';
  }

  /** Why the last run failed; gone when the next one starts. */
  get error(): CleengError | undefined {
    return this.#state.status === 'failed' ? this.#state.error : undefined;
  }

  run(...args: A): Promise<Outcome<R>> {
    this.#running ??= this.#start(args);
    return this.#running;
  }

  /** Forgets a failure. */
  reset(): void {
    if (!this.busy) this.#set({ status: 'idle' });
  }

  async #start(args: A): Promise<Outcome<R>> {
    this.#set({ status: 'busy' });
    try {
      const value = await this.#perform(...args);
      this.#set({ status: 'idle' });
      return { ok: true, value };
    } catch (thrown) {
      const error = toCleengError(thrown);
      // What nobody waits for any more is no failure to show: the viewer left, or is somebody else now.
      this.#set(error.code === 'aborted' ? { status: 'idle' } : { status: 'failed', error });
      return { ok: false, error };
    } finally {
      this.#running = undefined;
    }
  }

  #set(state: ActionState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
