import type { Context, MiddlewareHandler } from 'hono';
import { Refusal, refusals } from '../refusal.js';

const LIMIT = 256 * 1024;
/** Deeper than anything that is meant. */
const DEPTH = 32;
/** A key of Adyen's live environment. */
const LIVE_KEY = /\blive_[A-Z0-9]{16,}/;

/** No PostgreSQL stores a null character, or half of a surrogate pair. */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/** What is the sandbox's own: everything else is the platform's. */
const OWN = /^\/(?:$|sandbox(?:\/|$)|checkoutshopper\/|checkoutanalytics\/|paypal\/|console(?:\/|$)|mail$|openapi\.json$|favicon\.ico$)/;

export const isPlatform = (path: string): boolean => !OWN.test(path);

/** Bodies of any size: an imported world has them. */
const isUnlimited = (path: string) => path === '/sandbox/world';

/** Takes every request in: its body read, within limits. Too large ones, live keys, and what no database stores are refused. */
export const intake =
  (note: (c: Context, body: { text: string }) => void): MiddlewareHandler =>
  async (c, next) => {
    const { request, text } = await takeIn(c.req.raw);
    c.req.raw = request;
    note(c, { text });
    await next();
  };

async function takeIn(request: Request): Promise<{ request: Request; text: string }> {
  const { pathname, search } = new URL(request.url);
  refuseLiveKey(request.url);
  refuseUnstorable(decoded(pathname), 'REQ0003', 'path');
  refuseUnstorable(decoded(search), 'REQ0002', 'query');
  if (!['POST', 'PUT', 'PATCH', 'DELETE'].includes(request.method)) return { request, text: '' };
  const bytes = await read(request, isUnlimited(pathname) ? Infinity : LIMIT);
  const text = new TextDecoder().decode(bytes);
  refuseLiveKey(text);
  const headers = new Headers(request.headers);
  // Clients send JSON under another content type, or none (contract, 1.2). Forms are the payment pages' own.
  const isForm = !isPlatform(pathname) && /form/.test(headers.get('Content-Type') ?? '');
  if (!isForm) {
    headers.set('Content-Type', 'application/json');
    refuseBadJson(text);
  }
  const body = isForm || bytes.length > 0 ? bytes : '{}';
  return { request: new Request(request.url, { method: request.method, headers, body, signal: request.signal }), text };
}

async function read(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw refusals.tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.length;
    if (size > limit) throw refusals.tooLarge();
    chunks.push(next.value);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function refuseLiveKey(text: string): void {
  if (LIVE_KEY.test(text))
    throw new Refusal(400, 'This is a sandbox: it takes no live client key. Use a key that begins with test_.', 'REQ0001');
}

/** Malformed JSON is left to the routes, which refuse it; what parses must be storable, and not deeper than anything meant. */
function refuseBadJson(text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text || '{}');
  } catch {
    return;
  }
  inspect(value, 'body', DEPTH);
}

function inspect(value: unknown, name: string, depth: number): void {
  if (typeof value === 'string') return refuseUnstorable(value, 'REQ0001', name);
  if (typeof value !== 'object' || value === null) return;
  if (depth === 0) throw new Refusal(400, 'Invalid request body: too many levels', 'REQ0001');
  for (const [key, inner] of Object.entries(value)) {
    refuseUnstorable(key, 'REQ0001', 'body');
    inspect(inner, Array.isArray(value) ? name : key, depth - 1);
  }
}

function refuseUnstorable(text: string, code: string, name: string): void {
  if (UNSTORABLE.test(text)) throw new Refusal(400, `Invalid param ${name}`, code);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Escapes that are none stay as they are.
    return text;
  }
}
