import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Readable } from '../store.js';

/**
 * Re-renders its host whenever a store changes, for as long as the host is on the page. The store may change with the host's
 * configuration, so it is looked up anew at every connection and by `retarget()`.
 */
export class Watch<S> implements ReactiveController {
  readonly #host: ReactiveControllerHost & { isConnected: boolean };
  readonly #changed: ((state: S) => void) | undefined;
  #store: Readable<S> | undefined;
  #leave: (() => void) | undefined;

  /** @param changed is told of every change, besides the re-render */
  constructor(host: ReactiveControllerHost & { isConnected: boolean }, changed?: (state: S) => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  /** Watches another store from now on, or none. Watching the same one again changes nothing. */
  retarget(store: Readable<S> | undefined): void {
    if (store === this.#store) return;
    this.hostDisconnected();
    this.#store = store;
    if (this.#host.isConnected) this.hostConnected();
  }

  get state(): S | undefined {
    return this.#store?.state;
  }

  hostConnected(): void {
    this.#leave ??= this.#store?.subscribe(() => {
      this.#host.requestUpdate();
      if (this.#store) this.#changed?.(this.#store.state);
    });
  }

  hostDisconnected(): void {
    this.#leave?.();
    this.#leave = undefined;
  }
}
