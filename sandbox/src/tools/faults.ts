/** What can go wrong on purpose. */
export const FAULT_KINDS = ['delay', 'status', 'drop-after-commit', 'hang', '429', 'malformed'] as const;

export interface Fault {
  /** A method of HTTP, or `*`. */
  method: string;
  /** A path; `*` stands for anything. */
  path: string;
  kind: (typeof FAULT_KINDS)[number];
  /** For `delay`. */
  delayMs?: number | undefined;
  /** For `status`. */
  status?: number | undefined;
  /** For `status`: the platform does what it is asked, and only then answers so. */
  afterCommit?: boolean | undefined;
  /** How often it happens; without it, until it is taken away. */
  count?: number | undefined;
}

export type ActiveFault = Fault & { hits: number };

/** The faults that are set. They live in memory: a restart ends them. */
export class Faults {
  #active: { fault: Fault; path: RegExp; hits: number }[] = [];
  #held = new Set<() => void>();

  list(): ActiveFault[] {
    return this.#active.map(({ fault, hits }) => ({ ...fault, hits }));
  }

  /** Sets these and no others. Requests that hang go on. */
  replace(faults: readonly Fault[]): void {
    this.#active = faults.map((fault) => ({ fault, path: pattern(fault.path), hits: 0 }));
    for (const release of this.#held) release();
    this.#held.clear();
  }

  /** The first fault that fits a request and has not happened often enough, counted. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#active.find(
      ({ fault, path: fits, hits }) =>
        (fault.method === '*' || fault.method === method) && fits.test(path) && (fault.count === undefined || hits < fault.count),
    );
    if (found) found.hits++;
    return found?.fault;
  }

  /** Waits until the faults are replaced, or whoever asked is gone. */
  hold(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const release = () => {
        this.#held.delete(release);
        resolve();
      };
      this.#held.add(release);
      signal.addEventListener('abort', release, { once: true });
    });
  }
}

const pattern = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
  );
