import type { Timers } from '../ports.js';
import { CleengError, reference } from './errors.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface HttpRequest {
  method: Method;
  /** Path and query below the API's base, already encoded. */
  path: string;
  body?: unknown;
  /** The customer's JWT; calls without one carry no header at all when they have no body, so that no preflight is needed. */
  token?: string | undefined;
  signal?: AbortSignal | undefined;
}

/** Sends a request and answers with the envelope's `responseData`, or throws a CleengError. */
export type Send = (request: HttpRequest) => Promise<unknown>;

/** After this time without a whole answer a call has failed. */
const TIMEOUT_MS = 20_000;
/** No answer of the platform comes near; what does is something else. */
const MAX_CHARACTERS = 4_000_000;
/** So much of what the platform says about a failure is kept, for developers. */
const MAX_ERROR_TEXT = 300;

const meanings = () => import('./meanings.js');

/** The platform's HTTP: JSON in an envelope `{ responseData, errors, code?, message? }`. */
export function createHttp(apiBase: string, timers: Timers): Send {
  return async ({ method, path, body, token, signal }) => {
    const abort = new AbortController();
    let timedOut = false;
    const stopTimer = timers.after(TIMEOUT_MS, () => {
      timedOut = true;
      abort.abort();
    });
    const stop = () => abort.abort();
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    const headers: Record<string, string> = {};
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (token) headers['Authorization'] = `Bearer ${token}`;
    // What a refusal would mean comes while the platform answers.
    meanings().catch(() => undefined);
    try {
      const response = await fetch(apiBase + path, {
        method,
        headers,
        signal: abort.signal,
        // What one viewer was told must not come back from the browser's cache to another.
        ...(token ? { cache: 'no-store' } : {}),
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return await readEnvelope(response);
    } catch (cause) {
      if (cause instanceof CleengError) throw cause;
      if (signal?.aborted) throw new CleengError('aborted', `${method} ${path} was given up`, { cause });
      if (timedOut) throw new CleengError('timeout', `${method} ${path}: no answer in ${TIMEOUT_MS / 1000} s`, { cause });
      throw new CleengError('network', `${method} ${path}: no connection`, { cause });
    } finally {
      stopTimer();
      signal?.removeEventListener('abort', stop);
    }
  };
}

async function readEnvelope(response: Response): Promise<unknown> {
  const { status, ok, headers, url } = response;
  const text = await response.text();
  const envelope = text.length > MAX_CHARACTERS ? undefined : parse(text);
  const init = { status, ...reference({ requestId: headers.get('X-Request-Id') }) };
  // A gateway in front of the platform answers with `message` alone; some clients' servers answer 200 with errors.
  const errors = [envelope?.errors ?? []].flat();
  if (!ok && !errors.length && envelope?.message) errors.push(envelope.message);
  // A status speaks for itself only where every server means the same by it: a stranger's 401 must not end a session.
  if (envelope ? !ok || errors.length : status >= 500 || status === 429) {
    const retryAfter = Number(headers.get('Retry-After') ?? Number.NaN);
    const { errorFromAnswer } = await meanings();
    throw errorFromAnswer(
      { status, text: errors.join('; ').slice(0, MAX_ERROR_TEXT), code: envelope?.code ?? '' },
      retryAfter >= 0 ? { ...init, retryAfter } : init,
    );
  }
  if (!envelope || !('responseData' in envelope)) throw new CleengError('bad-answer', `The answer of ${url} is not the platform's`, init);
  return envelope.responseData;
}

/** As the contract has it; nothing below relies on it that is worse than an unknown error when it is not so. */
interface Envelope {
  responseData?: unknown;
  errors?: string | string[];
  code?: string;
  message?: string;
}

function parse(text: string): Envelope | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
