import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { and, desc, eq, lt } from 'drizzle-orm';
import * as contract from '../contract/publisher-settings.js';
import type { EventType } from '../db/events.js';
import { changePublisherSettings, readPublisherSettings, type PublisherSettings } from '../db/publisher-settings.js';
import { events } from '../db/schema.js';
import type { Platform } from '../platform.js';
import { publisherOf } from '../publisher-access.js';

/** What a publisher sets, and what happened there. */
export function publisherSettingsRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db } = platform;

  app.openapi(contract.getPublisherSettings, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(view(await readPublisherSettings(db, publisherId)), 200);
  });

  app.openapi(contract.changePublisherSettings, async (c) => {
    const publisherId = await publisherOf(platform, c);
    await changePublisherSettings(db, publisherId, c.req.valid('json'));
    return c.json(view(await readPublisherSettings(db, publisherId)), 200);
  });

  app.openapi(contract.listPublisherEvents, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { type, customerId, before, limit } = c.req.valid('query');
    const wanted = and(
      eq(events.publisherId, publisherId),
      type === undefined ? undefined : eq(events.type, type),
      customerId === undefined ? undefined : eq(events.customerId, customerId),
      before === undefined ? undefined : lt(events.id, before),
    );
    const rows = await db.select().from(events).where(wanted).orderBy(desc(events.id)).limit(limit);
    return c.json({ items: rows.map((row) => ({ ...row, type: row.type as EventType })) }, 200);
  });
}

const view = (settings: PublisherSettings) => settings as z.infer<typeof contract.PublisherSettings>;
