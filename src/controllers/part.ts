import type { ReactiveControllerHost } from 'lit';

/** A part of an element that is fetched when it is first needed, so that nobody downloads what they never see. */
export class Part<T> {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<T>;
  #value: T | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<T>) {
    this.#host = host;
    this.#load = load;
  }

  /** The part, once it is here; asking for it fetches it, and a part that did not come is not fetched again by itself. */
  get value(): T | undefined {
    if (!this.#value && !this.#failed) void this.fetch();
    return this.#value;
  }

  /** The part, if it is here. */
  get loaded(): T | undefined {
    return this.#value;
  }

  /** Whether it did not come. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Fetches it, again after a failure; never twice at a time. */
  fetch(): Promise<void> {
    this.#failed = false;
    return (this.#loading ??= this.#load()
      .then(
        (value) => void (this.#value = value),
        (error: unknown) => {
          this.#failed = true;
          this.#loading = undefined;
          console.error('A part of an element did not come:', error);
        },
      )
      .then(() => this.#host.requestUpdate()));
  }
}
