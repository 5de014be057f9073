/** A request that was answered, with its secrets masked. */
export interface LoggedRequest {
  id: string;
  /** Of the sandbox's clock. */
  at: string;
  method: string;
  path: string;
  query: Record<string, string>;
  status: number;
  ms: number;
  /** Whether a stand-in for a payment provider did not know what it was asked. */
  unhandled: boolean;
  /** The kind of the fault that was put in its way. */
  fault: string | null;
  request: unknown;
  response: unknown;
}

const KEPT = 500;

/** The last requests to the platform and to the stand-ins. They live in memory. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
  }

  /** Oldest first. */
  list(): readonly LoggedRequest[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }
}
