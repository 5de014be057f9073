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
  #active: { fault: Fault; hits: number }[] = [];
  #held = new Set<() => void>();

  list(): ActiveFault[] {
    return this.#active.map(({ fault, hits }) => ({ ...fault, hits }));
  }

  /** Sets these and no others. Requests that hang go on. */
  replace(faults: readonly Fault[]): void {
    this.#active = faults.map((fault) => ({ fault, hits: 0 }));
    for (const release of this.#held) release();
    this.#held.clear();
  }

  /** The first fault that fits a request and has not happened often enough, counted. */
  take(method: string, path: string): Fault | undefined {
    const found = this.#active.find(
      ({ fault, hits }) =>
        (fault.method === '*' || fault.method === method) && fits(fault.path, path) && (fault.count === undefined || hits < fault.count),
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

/**
 * Whether a path fits a pattern. Part after part, each at the first place it is found, which is as good as any other: as a regular expression
 * a pattern of many asterisks would hold the only process there is for hours.
 */
function fits(pattern: string, path: string): boolean {
  const [head, ...rest] = pattern.split('*') as [string, ...string[]];
  const tail = rest.pop();
  if (tail === undefined) return path === head;
  if (!path.startsWith(head)) return false;
  let reached = head.length;
  for (const part of rest) {
    const found = path.indexOf(part, reached);
    if (found < 0) return false;
    reached = found + part.length;
  }
  return path.endsWith(tail) && path.length - tail.length >= reached;
}
