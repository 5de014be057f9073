interface Waiting {
  alone: boolean;
  enter(): void;
}

/** Lets requests run side by side, and the clock alone: while time moves nobody reads half of it, and while somebody reads it does not move. */
export class Gate {
  readonly #queue: Waiting[] = [];
  #inside = 0;
  #alone = false;

  /** Runs beside others of its kind. */
  shared<T>(work: () => Promise<T>): Promise<T> {
    return this.#pass(false, work);
  }

  /** Runs with nobody else inside. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#pass(true, work);
  }

  async #pass<T>(alone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((enter) => {
      this.#queue.push({ alone, enter });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#inside--;
      this.#alone = false;
      this.#admit();
    }
  }

  /** First come, first served: a stream of requests never keeps the clock out. */
  #admit(): void {
    for (let first = this.#queue[0]; first; first = this.#queue[0]) {
      if (this.#alone || (first.alone && this.#inside > 0)) return;
      this.#queue.shift();
      this.#inside++;
      this.#alone = first.alone;
      first.enter();
    }
  }
}
