import type { Timers } from '../ports.js';
import { CleengError, errorFromAnswer } from './errors.js';

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

/** After this time without an answer a call has failed. */
const TIMEOUT_MS = 20_000;

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
    try {
      const response = await fetch(apiBase + path, {
        method,
        headers,
        signal: abort.signal,
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
  const text = await response.text();
  const envelope = parse(text);
  // A gateway in front of the platform answers with `message` alone; some clients' servers answer 200 with errors.
  const errors = envelope?.errors?.length ? envelope.errors : envelope?.message && !response.ok ? [envelope.message] : [];
  const requestId = response.headers.get('X-Request-Id');
  const init = requestId ? { requestId } : {};
  if (!response.ok || errors.length > 0) {
    const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
    throw errorFromAnswer(
      { status: response.status, text: errors.join('; '), ...(envelope?.code ? { code: envelope.code } : {}) },
      Number.isFinite(retryAfter) ? { ...init, retryAfter } : init,
    );
  }
  if (!envelope || !('responseData' in envelope)) {
    throw new CleengError('bad-answer', `The answer of ${response.url} is not the platform's`, { ...init, status: response.status });
  }
  return envelope.responseData;
}

interface Envelope {
  responseData?: unknown;
  errors?: string[];
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
