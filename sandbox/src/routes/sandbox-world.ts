import { and, eq, gt } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/sandbox-world.js';
import type { EventType } from '../db/events.js';
import { events, holdings, payments } from '../db/schema.js';
import { exportWorld } from '../db/world.js';
import type { Platform } from '../platform.js';
import { Refusal } from '../refusal.js';
import { parseDuration } from '../rules/duration.js';
import { resetWorld, takeWorld } from '../worlds.js';

const TIME_CHANGES: readonly string[] = [contract.moveClock, contract.resetWorld, contract.putWorld].map(
  ({ method, path }) => `${method} ${path}`,
);

/** Whether a request moves time or replaces the world: it takes the whole sandbox for itself, once all others have ended. */
export const changesTime = ({ req }: { req: { method: string; path: string } }): boolean =>
  TIME_CHANGES.includes(`${req.method.toLowerCase()} ${req.path}`);

/** The clock, whole worlds, and a look into the database. */
export function sandboxWorldRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, lifecycle } = platform;

  app.openapi(contract.getClock, (c) => c.json(clockView(), 200));

  app.openapi(contract.moveClock, async (c) => {
    const { advance, to, freeze } = c.req.valid('json');
    if (freeze !== undefined) await lifecycle.freeze(freeze);
    if (advance !== undefined) await move((now) => now + (parseDuration(advance, now) ?? 0));
    if (to !== undefined) await move(() => secondsOf(to));
    return c.json(clockView(), 200);
  });

  app.openapi(contract.resetWorld, async (c) => {
    const { world, at } = c.req.valid('json');
    await resetWorld(platform, world, at === undefined ? undefined : secondsOf(at));
    return c.json({ world, ...clockView() }, 200);
  });

  app.openapi(contract.getWorld, async (c) => c.json(await exportWorld(db, clock), 200));

  app.openapi(contract.putWorld, async (c) => {
    await takeWorld(platform, c.req.valid('json'));
    return c.json(clockView(), 200);
  });

  app.openapi(contract.listEvents, async (c) => {
    const { customerId, type, after, limit } = c.req.valid('query');
    const wanted = and(
      customerId === undefined ? undefined : eq(events.customerId, customerId),
      type === undefined ? undefined : eq(events.type, type),
      after === undefined ? undefined : gt(events.id, after),
    );
    const rows = await db.select().from(events).where(wanted).orderBy(events.id).limit(limit);
    return c.json({ items: rows.map((row) => ({ ...row, type: row.type as EventType })) }, 200);
  });

  app.openapi(contract.listStoredPayments, async (c) => {
    const { customerId } = c.req.valid('query');
    return c.json(await db.select().from(payments).where(eq(payments.customerId, customerId)).orderBy(payments.id), 200);
  });

  app.openapi(contract.listStoredSubscriptions, async (c) => {
    const { customerId } = c.req.valid('query');
    return c.json(await db.select().from(holdings).where(eq(holdings.customerId, customerId)).orderBy(holdings.id), 200);
  });

  async function move(to: (now: number) => number): Promise<void> {
    const { target, arrived } = await lifecycle.advance((now) => forward(now, to(now)));
    if (!arrived)
      throw new Refusal(
        422,
        `So much falls due that the clock has stopped at ${timeOf(clock.now())}: go on with {"to":"${timeOf(target)}"}`,
      );
  }

  const clockView = () => ({ now: timeOf(clock.now()), frozen: clock.frozen, offsetSeconds: clock.offset });
}

const timeOf = (seconds: number) => new Date(seconds * 1000).toISOString();

const secondsOf = (text: string) => Math.floor(Date.parse(text) / 1000);

/** The last second that is written with four digits of a year. */
const END_OF_TIME = secondsOf('9999-12-31T23:59:59Z');

function forward(now: number, to: number): number {
  if (to < now) throw new Refusal(422, `The clock only goes forward: it is ${timeOf(now)}`);
  // A date beyond all calendars is no number.
  if (!(to <= END_OF_TIME)) throw new Refusal(422, `The clock goes as far as ${timeOf(END_OF_TIME)}`);
  return to;
}
