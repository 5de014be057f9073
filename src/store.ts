/**
 * A frozen snapshot and those who watch it. Stores replace the snapshot as a whole, then notify: nobody ever sees half a change.
 */
export interface Readable<S> {
  readonly state: S;
  /** Calls `watcher` after every change; the returned function ends that. */
  subscribe(watcher: () => void): () => void;
}

export class Store<S extends object> implements Readable<S> {
  #state: S;
  readonly #watchers = new Set<() => void>();

  constructor(initial: S) {
    this.#state = Object.freeze(initial);
  }

  get state(): S {
    return this.#state;
  }

  get watched(): boolean {
    return this.#watchers.size > 0;
  }

  set(next: S): void {
    this.#state = Object.freeze(next);
    for (const watcher of [...this.#watchers]) watcher();
  }

  subscribe(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }
}
