import { toCleengError, type CleengError } from '../api/errors.js';
import { Store, type Readable } from '../store.js';

/** Something read from the platform. A value once read is kept while it is read again. */
export type ResourceState<T> =
  | { readonly status: 'idle' }
  | { readonly status: 'loading'; readonly value?: T }
  | { readonly status: 'ready'; readonly value: T }
  | { readonly status: 'failed'; readonly error: CleengError; readonly value?: T };

/**
 * One read, shared: whoever watches it gets the same answer, and nothing is asked for twice. It is given up when the last watcher leaves.
 */
export class Resource<T> implements Readable<ResourceState<T>> {
  readonly #read: (signal: AbortSignal) => Promise<T>;
  readonly #store = new Store<ResourceState<T>>({ status: 'idle' });
  #running: { abort: AbortController; done: Promise<void> } | undefined;

  constructor(read: (signal: AbortSignal) => Promise<T>) {
    this.#read = read;
  }

  get state(): ResourceState<T> {
    return this.#store.state;
  }

  /** The last value read, however the latest attempt ended. */
  get value(): T | undefined {
    return 'value' in this.state ? this.state.value : undefined;
  }

  subscribe(watcher: () => void): () => void {
    const leave = this.#store.subscribe(watcher);
    return () => {
      leave();
      if (this.#store.watched) return;
      this.#giveUp();
      // A failure is told to those who were there: whoever comes later asks anew.
      if (this.state.status === 'failed') this.#store.set({ status: 'idle' });
    };
  }

  /** Reads at first need; later calls change nothing. */
  load(): Promise<void> {
    return this.state.status === 'idle' ? this.refresh() : (this.#running?.done ?? Promise.resolve());
  }

  /** Reads (again); a read under way is joined. Never rejects: look at `state`. */
  refresh(): Promise<void> {
    this.#running ??= this.#start();
    return this.#running.done;
  }

  /** Takes a value the platform has just sent in another answer. */
  put(value: T): void {
    this.#giveUp();
    this.#store.set({ status: 'ready', value });
  }

  #start(): { abort: AbortController; done: Promise<void> } {
    const abort = new AbortController();
    const kept = this.#kept();
    const done = this.#read(abort.signal).then(
      (value) => this.#finish(abort, { status: 'ready', value }),
      (error: unknown) => this.#finish(abort, { status: 'failed', error: toCleengError(error), ...kept }),
    );
    const running = { abort, done };
    this.#running = running;
    this.#store.set({ status: 'loading', ...kept });
    return running;
  }

  #finish(abort: AbortController, next: ResourceState<T>): void {
    if (this.#running?.abort !== abort) return;
    this.#running = undefined;
    this.#store.set(next);
  }

  #giveUp(): void {
    if (!this.#running) return;
    const { abort } = this.#running;
    this.#running = undefined;
    abort.abort();
    const kept = this.#kept();
    this.#store.set(kept ? { status: 'ready', ...kept } : { status: 'idle' });
  }

  #kept(): { value: T } | undefined {
    return 'value' in this.state ? { value: this.state.value } : undefined;
  }
}
