import { operationFor, type Operation } from './document.js';

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly operation: Operation | undefined;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly token: string | undefined;
    readonly body: string | undefined;
  };
  readonly status: number;
  readonly body: unknown;
}

/** Sits between the kit's client and the network and keeps what goes by. Nothing is changed. */
export function recordExchanges(base: string, operations: readonly Operation[]): Exchange[] {
  const exchanges: Exchange[] = [];
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init = {}) => {
    const url = String(input instanceof Request ? input.url : input);
    const response = await real(input, init);
    if (!url.startsWith(base)) return response;
    const { method = 'GET', body } = init;
    const token = new Headers(init.headers).get('Authorization')?.replace('Bearer ', '');
    const path = url.slice(base.length).replace(/\?.*$/s, '');
    exchanges.push({
      operation: operationFor(operations, method, path),
      request: { method, url, token, body: typeof body === 'string' ? body : undefined },
      status: response.status,
      body: parse(await response.clone().text()),
    });
    return response;
  };
  return exchanges;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
