import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { holdings, payments } from '../db/schema.js';
import type { Platform } from '../platform.js';
import { Refusal } from '../refusal.js';
import { parseDuration } from '../rules/duration.js';

/** What is the sandbox's own: the clock, and a look at the database. */
export function sandboxRoutes(platform: Platform): Hono {
  const { db, clock } = platform;
  const app = new Hono();

  app.get('/clock', (c) => c.json(clockView()));

  /** Moves the time forward: `{"advance":"P1M"}`, an ISO 8601 duration. */
  app.post('/clock', async (c) => {
    const { advance } = (await c.req.json().catch(() => ({}))) as { advance?: unknown };
    const seconds = typeof advance === 'string' ? parseDuration(advance, clock.now()) : undefined;
    if (seconds === undefined) throw new Refusal(400, 'Send {"advance":"P1M"}: an ISO 8601 duration, forward only');
    await clock.advance(seconds);
    return c.json(clockView());
  });

  app.get('/payments', async (c) => {
    const customerId = idOf(c.req.query('customerId'));
    return c.json(await db.select().from(payments).where(eq(payments.customerId, customerId)).orderBy(payments.id));
  });

  app.get('/subscriptions', async (c) => {
    const customerId = idOf(c.req.query('customerId'));
    return c.json(await db.select().from(holdings).where(eq(holdings.customerId, customerId)).orderBy(holdings.id));
  });

  const clockView = () => ({ now: new Date(clock.now() * 1000).toISOString(), offsetSeconds: clock.offset });

  return app;
}

function idOf(text: string | undefined): number {
  if (!text || !/^\d+$/.test(text)) throw new Refusal(400, 'Add ?customerId=<number>');
  return Number(text);
}
