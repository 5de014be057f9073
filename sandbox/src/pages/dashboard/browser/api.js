// @ts-check
/* The dashboard asks the sandbox's own operations, as whoever is signed in: the browser sends the cookie along. */
import { TEXTS } from './texts.js';

/** Longer than anything takes that is not lost. */
const PATIENCE_MS = 30_000;

/** Why something was not done, in words for people. */
export class Failure extends Error {
  /**
   * @param {string} message
   * @param {number} status 0 when there was no answer
   */
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Told to the page when the session is over. */
export const SIGNED_OUT = 'dashboard-signed-out';

/**
 * Asks for something.
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>} the data, without the envelope that the platform's own operations have
 */
export async function ask(method, path, body) {
  const reads = method === 'GET';
  let answer;
  let data;
  try {
    answer = await fetch(path, {
      method,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    data = await answer.json().catch(() => undefined);
  } catch {
    throw new Failure(reads ? TEXTS.failures.unreachable : TEXTS.failures.unsure, 0);
  }
  if (!answer.ok) {
    if (answer.status === 401 && path !== '/sandbox/publisher/session') document.dispatchEvent(new Event(SIGNED_OUT));
    throw new Failure(data?.errors?.[0] ?? data?.message ?? TEXTS.failures.status(answer.status), answer.status);
  }
  if (data === undefined) throw new Failure(reads ? TEXTS.failures.unreadable : TEXTS.failures.unsure, answer.status);
  return data.responseData ?? data;
}

/**
 * An address with those parameters that have a value.
 * @param {string} path
 * @param {Record<string, string | number | boolean | undefined>} params
 */
export function withQuery(path, params) {
  const given = Object.entries(params).filter(([, value]) => value !== undefined && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}
