import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { browserTimers } from './browser-ports.js';

/** So much of a long list is rendered at once. */
const PIECE = 2;

/** Renders a long list piece by piece, each in a task of its own: a page with very much on it never stands still. */
export class Gradual implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #allowed = PIECE;
  #wanted = 0;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** As much of a list as may be rendered now; the rest follows by itself. */
  of<T>(list: readonly T[]): readonly T[] {
    this.#wanted = list.length;
    return list.slice(0, this.#allowed);
  }

  hostUpdated(): void {
    if (this.#allowed >= this.#wanted || this.#stop) return;
    this.#stop = browserTimers.after(0, () => {
      this.#stop = undefined;
      this.#allowed += PIECE;
      this.#host.requestUpdate();
    });
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }
}
