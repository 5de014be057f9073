import type { Context, MiddlewareHandler } from 'hono';
import type { Clock } from '../clock.js';
import { UNHANDLED } from '../psp/unhandled.js';
import { mask } from './mask.js';
import type { RequestLog } from './requests.js';

/** What other parts know of a request that is being answered. */
interface Notes {
  text?: string;
  fault?: string;
}

/** The sandbox's own pages and controls are not noted: they would crowd out what is looked for. Banks' and PayPal's pages are. */
const UNWATCHED =
  /^\/(?:$|console|mail$|openapi\.json$|favicon\.ico$|sandbox\/(?!3ds|redirect|paypal)|checkoutshopper\/sandbox\/|paypal\/browser\/)/;
/** Answers longer than this are noted by their length. */
const LONGEST = 65_536;

/** Gives every answer an id and the sandbox's time, and keeps the last requests. */
export function watch(log: RequestLog, clock: Pick<Clock, 'now'>): { observe: MiddlewareHandler; note(c: Context, more: Notes): void } {
  const notes = new WeakMap<Context, Notes>();
  return {
    note: (c, more) => notes.set(c, { ...notes.get(c), ...more }),
    async observe(c, next) {
      const id = crypto.randomUUID();
      const started = performance.now();
      await next();
      c.res.headers.set('X-Request-Id', id);
      c.res.headers.set('Date', new Date(clock.now() * 1000).toUTCString());
      if (c.req.method === 'OPTIONS' || UNWATCHED.test(c.req.path)) return;
      const { text = '', fault = null } = notes.get(c) ?? {};
      log.add({
        id,
        at: new Date(clock.now() * 1000).toISOString(),
        method: c.req.method,
        path: c.req.path,
        query: mask(c.req.query()) as Record<string, string>,
        status: c.res.status,
        ms: Math.round(performance.now() - started),
        unhandled: c.res.headers.has(UNHANDLED),
        fault,
        request: mask(readBody(text)),
        response: await readAnswer(c.res),
      });
    },
  };
}

/** JSON, or a form; anything else as it is. */
function readBody(text: string): unknown {
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return text.includes('=') ? Object.fromEntries(new URLSearchParams(text)) : text;
  }
}

async function readAnswer(answer: Response): Promise<unknown> {
  if (!/json/.test(answer.headers.get('Content-Type') ?? '')) return null;
  const text = await answer.clone().text();
  return text.length > LONGEST ? `(${text.length} characters)` : mask(readBody(text));
}
