/** A test card, as far as it is told of. */
export interface Card {
  number: string;
  variant: string;
  code: string;
  says: string;
}

export interface Fault {
  method: string;
  path: string;
  kind: string;
  delayMs?: number;
  status?: number;
  count?: number;
  hits?: number;
}

/** The sandbox's own controls. Every function rejects when it does not answer. */
export class Sandbox {
  constructor(readonly base: string) {}

  async now(): Promise<string> {
    return (await this.#call<{ now: string }>('GET', 'clock')).now;
  }

  async advance(by: string): Promise<string> {
    return (await this.#call<{ now: string }>('POST', 'clock', { advance: by })).now;
  }

  async reset(): Promise<string> {
    return (await this.#call<{ now: string }>('POST', 'reset', {})).now;
  }

  async cards(): Promise<Card[]> {
    return (await this.#call<{ cards: Card[] }>('GET', 'cards')).cards;
  }

  async faults(): Promise<Fault[]> {
    return (await this.#call<{ faults: Fault[] }>('GET', 'faults')).faults;
  }

  async setFaults(faults: readonly Fault[]): Promise<Fault[]> {
    return (await this.#call<{ faults: Fault[] }>('PUT', 'faults', { faults })).faults;
  }

  async #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.base}/sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const answer = (await response.json()) as T & { message?: string };
    if (!response.ok) throw new Error(answer.message ?? `The sandbox answered ${response.status}.`);
    return answer;
  }
}
