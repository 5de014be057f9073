import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { and, eq, inArray } from 'drizzle-orm';
import * as contract from '../contract/core/webhooks.js';
import { paymentMethods, publishers } from '../db/schema.js';
import {
  deliveryOf,
  listDeliveries,
  listEndpoints,
  putEndpoints,
  resend,
  type Attempt,
  type Delivery,
  type Endpoint,
  type WantedEndpoint,
} from '../db/webhooks.js';
import { success, type Platform } from '../platform.js';
import { publisherOf } from '../publisher-access.js';
import { invalidBody, refuse } from '../refusal.js';
import { urlRefusal } from '../rules/webhooks.js';
import type { EventType } from '../db/events.js';

/** Waits for receivers, who may ask the sandbox back: nothing of the sandbox may wait for it. */
export const waitsForReceivers = ({ req }: { req: { path: string } }): boolean => req.path === contract.flushWebhooks.path;

/** Where publishers hear of what happens, and what became of it. */
export function webhookRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, webhooks, origin } = platform;

  app.openapi(contract.coreListWebhookSubscriptions, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success({ items: (await listEndpoints(db, publisherId)).map(endpointView) }), 200);
  });

  app.openapi(contract.corePutWebhookSubscription, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { topic } = c.req.valid('param');
    const wanted = c.req.valid('json').endpoints.map(({ url, paymentMethodId = null, retryPolicy }): WantedEndpoint => {
      const refusal = urlRefusal(url, origin());
      if (refusal) throw invalidBody(`Invalid param endpoints: ${url}: ${refusal}`);
      // Without a policy nothing is tried again: only whoever asks for it has to cope with what comes twice.
      return { url, paymentMethodId, maxAttempts: retryPolicy?.maxAttempts ?? 1 };
    });
    if (new Set(wanted.map(({ url }) => url)).size < wanted.length) throw invalidBody('Invalid param endpoints: one is there twice');
    await refuseForeignMethods(publisherId, wanted);
    const items = await putEndpoints(db, publisherId, topic, wanted, clock.now());
    return c.json(success({ items: items.map(endpointView) }), 200);
  });

  app.openapi(contract.listWebhookDeliveries, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { limit, offset, ...filter } = c.req.valid('query');
    return c.json({ items: (await listDeliveries(db, publisherId, filter, { limit, offset })).map(deliveryView) }, 200);
  });

  app.openapi(contract.getWebhookDelivery, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(fullView(await deliveryOf(db, publisherId, Number(c.req.valid('param').deliveryId))), 200);
  });

  app.openapi(contract.resendWebhook, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const id = Number(c.req.valid('param').deliveryId);
    await resend(db, publisherId, id, clock.now());
    return c.json(fullView(await deliveryOf(db, publisherId, id)), 200);
  });

  app.openapi(contract.getWebhookDisorder, async (c) => c.json(await disorderOf(await publisherOf(platform, c)), 200));

  app.openapi(contract.changeWebhookDisorder, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const before = await disorderOf(publisherId);
    const { duplicates = before.duplicates, reordering = before.reordering } = c.req.valid('json');
    const change = { webhookDuplicates: duplicates, webhookReordering: reordering };
    await db.update(publishers).set(change).where(eq(publishers.id, publisherId));
    return c.json(await disorderOf(publisherId), 200);
  });

  app.openapi(contract.flushWebhooks, async (c) => {
    await webhooks.flush();
    return c.json({ flushed: true as const }, 200);
  });

  async function disorderOf(publisherId: number) {
    const [row] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
    return { duplicates: row?.webhookDuplicates ?? false, reordering: row?.webhookReordering ?? false };
  }

  async function refuseForeignMethods(publisherId: number, wanted: readonly WantedEndpoint[]): Promise<void> {
    const ids = wanted.flatMap(({ paymentMethodId }) => paymentMethodId ?? []);
    if (ids.length === 0) return;
    const own = await db
      .select({ id: paymentMethods.id })
      .from(paymentMethods)
      .where(and(eq(paymentMethods.publisherId, publisherId), inArray(paymentMethods.id, ids)));
    const foreign = ids.find((id) => !own.some((method) => method.id === id));
    if (foreign !== undefined) throw refuse(`Payment method ${foreign} not found`);
  }
}

const endpointView = ({
  id,
  topic,
  url,
  secret,
  paymentMethodId,
  maxAttempts,
  createdAt,
}: Endpoint): z.infer<typeof contract.WebhookEndpoint> => ({
  id,
  topic: topic as EventType,
  url,
  secret,
  paymentMethodId,
  retryPolicy: maxAttempts > 1 ? { maxAttempts } : null,
  createdAt,
});

const deliveryView = (row: Delivery): z.infer<typeof contract.WebhookDelivery> => {
  const { id, topic, url, status, attempts, maxAttempts, nextAttemptAt, createdAt } = row;
  return { id, topic, url, status, attempts, maxAttempts, nextAttemptAt, createdAt };
};

const fullView = ({ delivery, attempts }: { delivery: Delivery; attempts: readonly Attempt[] }) => ({
  ...deliveryView(delivery),
  body: delivery.body,
  attemptList: attempts.map(({ at, status, error, answer, ms }) => ({ at, status, error, answer, ms })),
});
