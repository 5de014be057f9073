import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler, Next } from 'hono';
import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { refusals } from '../refusal.js';
import type { Fault, Faults } from './faults.js';
import { isPlatform } from './intake.js';

/** Puts the faults that are set in the way of requests to the platform. The sandbox's own controls and the stand-ins are spared. */
export const injection =
  (faults: Faults, note: (c: Context, taken: { fault: string }) => void): MiddlewareHandler =>
  async (c, next) => {
    const fault = isPlatform(c.req.path) ? faults.take(c.req.method, c.req.path) : undefined;
    if (!fault) return next();
    note(c, { fault: fault.kind });
    return inject(c, next, fault, faults);
  };

async function inject(c: Context, next: Next, fault: Fault, faults: Faults): Promise<Response | void> {
  switch (fault.kind) {
    case 'delay':
      await sleep(fault.delayMs);
      return next();
    case 'hang':
      await faults.hold(c.req.raw.signal);
      // Nobody waits any more: nothing may happen that nobody asked for.
      return c.req.raw.signal.aborted ? c.body(null) : next();
    case '429':
      throw refusals.tooManyRequests();
    case 'status':
      if (!fault.afterCommit) return failure(fault.status ?? 500);
      await next();
      c.res = failure(fault.status ?? 500);
      return;
    case 'malformed':
      await next();
      c.res = await broken(c.res);
      return;
    case 'drop-after-commit':
      await next();
      c.res = dropped(c);
  }
}

function failure(status: number): Response {
  const message = status >= 500 ? 'Internal Server Error' : 'A fault of the sandbox';
  return Response.json({ errors: [message], ...(status >= 500 ? { code: 'S0001' } : {}), message }, { status });
}

/** The first half of the answer, as when a connection breaks. */
async function broken(answer: Response): Promise<Response> {
  const text = await answer.text();
  return new Response(text.slice(0, Math.ceil(text.length / 2)), {
    status: answer.status,
    headers: { 'Content-Type': 'application/json' },
  });
}

/** What was done is done; nobody hears of it. */
function dropped(c: Context): Response {
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse };
  if (!outgoing) return new Response(null, { status: 502 });
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}
