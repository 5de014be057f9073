import { randomBytes } from 'node:crypto';
import { and, asc, desc, eq, inArray, isNull, lte, min, or, sql, type InferSelectModel } from 'drizzle-orm';
import { notFound, refuse } from '../refusal.js';
import { backOff, SECRET_PREFIX } from '../rules/webhooks.js';
import type { Db } from './open.js';
import { publishers, webhookAttempts, webhookDeliveries, webhookEndpoints } from './schema.js';

export type Endpoint = InferSelectModel<typeof webhookEndpoints>;
export type Delivery = InferSelectModel<typeof webhookDeliveries>;
export type Attempt = InferSelectModel<typeof webhookAttempts>;
export type WantedEndpoint = Pick<Endpoint, 'url' | 'paymentMethodId' | 'maxAttempts'>;

/** A publisher's endpoints, by topic. */
export const listEndpoints = (db: Db, publisherId: number): Promise<Endpoint[]> =>
  db
    .select()
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.publisherId, publisherId))
    .orderBy(asc(webhookEndpoints.topic), asc(webhookEndpoints.id));

/** Replaces the endpoints of a topic. One that stays keeps its secret, and what is on its way to it. */
export function putEndpoints(
  db: Db,
  publisherId: number,
  topic: string,
  wanted: readonly WantedEndpoint[],
  now: number,
): Promise<Endpoint[]> {
  return db.transaction(async (tx) => {
    const mine = and(eq(webhookEndpoints.publisherId, publisherId), eq(webhookEndpoints.topic, topic));
    // Whoever puts at the same time takes turns.
    await tx.select({ id: publishers.id }).from(publishers).where(eq(publishers.id, publisherId)).for('update');
    const before = await tx.select().from(webhookEndpoints).where(mine);
    for (const { url, ...terms } of wanted) {
      const known = before.find((endpoint) => endpoint.url === url);
      if (known) await tx.update(webhookEndpoints).set(terms).where(eq(webhookEndpoints.id, known.id));
      else await tx.insert(webhookEndpoints).values({ ...terms, publisherId, topic, url, secret: newSecret(), createdAt: now });
    }
    const gone = before.filter(({ url }) => !wanted.some((endpoint) => endpoint.url === url)).map(({ id }) => id);
    if (gone.length > 0) await tx.delete(webhookEndpoints).where(inArray(webhookEndpoints.id, gone));
    return tx.select().from(webhookEndpoints).where(mine).orderBy(asc(webhookEndpoints.id));
  });
}

const newSecret = () => SECRET_PREFIX + randomBytes(32).toString('base64');

/** Puts events on their way to whoever wants to hear of them, in the transaction that made them true. */
export async function fanOut(tx: Db, eventIds: readonly number[]): Promise<void> {
  if (eventIds.length === 0) return;
  await tx.execute(sql`
    insert into webhook_deliveries (publisher_id, endpoint_id, event_id, topic, url, max_attempts, next_attempt_at, created_at)
    select endpoint.publisher_id, endpoint.id, event.id, event.type, endpoint.url, endpoint.max_attempts, event.at, event.at
    from events event
    join webhook_endpoints endpoint on endpoint.publisher_id = event.publisher_id and endpoint.topic = event.type
    where event.id in (${sql.join(
      eventIds.map((id) => sql`${id}::bigint`),
      sql`, `,
    )})
    order by event.id, endpoint.id`);
}

const waiting = eq(webhookDeliveries.status, 'pending');

/** When the next attempt is due. */
export async function nextAttemptAt(db: Db): Promise<number | undefined> {
  const [row] = await db
    .select({ at: min(webhookDeliveries.nextAttemptAt) })
    .from(webhookDeliveries)
    .where(waiting);
  return row?.at ?? undefined;
}

/** How long a process has a delivery to itself, in seconds: longer than a receiver may take. */
const CLAIM_SECONDS = 120;

/** Takes deliveries that are due, oldest first, so that no other process sends them meanwhile. */
export function claimDue(db: Db, { now, wall }: { now: number; wall: number }, limit: number): Promise<Delivery[]> {
  const free = or(isNull(webhookDeliveries.claimedUntil), lte(webhookDeliveries.claimedUntil, wall));
  return db.transaction(async (tx) => {
    const due = await tx
      .select()
      .from(webhookDeliveries)
      .where(and(waiting, lte(webhookDeliveries.nextAttemptAt, now), free))
      .orderBy(asc(webhookDeliveries.nextAttemptAt), asc(webhookDeliveries.id))
      .limit(limit)
      .for('update', { skipLocked: true });
    const ids = due.map(({ id }) => id);
    if (ids.length > 0)
      await tx
        .update(webhookDeliveries)
        .set({ claimedUntil: wall + CLAIM_SECONDS })
        .where(inArray(webhookDeliveries.id, ids));
    return due;
  });
}

/** Keeps what is sent. */
export const keepBody = (db: Db, id: number, body: string) =>
  db.update(webhookDeliveries).set({ body }).where(eq(webhookDeliveries.id, id));

/** Its endpoint does not want it, or is gone. */
export const skip = (db: Db, id: number) =>
  db.update(webhookDeliveries).set({ status: 'skipped', nextAttemptAt: null, claimedUntil: null }).where(eq(webhookDeliveries.id, id));

export type Outcome = Pick<Attempt, 'status' | 'error' | 'answer' | 'ms'>;

/**
 * Writes down how an attempt went. The next one counts from when this one was due: a clock that jumps over a day makes all the attempts of that day.
 * @returns the delivery as it is now
 */
export function keepAttempt(db: Db, delivery: Delivery, outcome: Outcome): Promise<Delivery | undefined> {
  return db.transaction(async (tx) => {
    const at = delivery.nextAttemptAt ?? delivery.createdAt;
    const attempts = delivery.attempts + 1;
    const delivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
    const over = delivered || attempts >= delivery.maxAttempts;
    const [after] = await tx
      .update(webhookDeliveries)
      .set({
        attempts,
        status: delivered ? 'delivered' : over ? 'failed' : 'pending',
        nextAttemptAt: over ? null : at + backOff(attempts),
        claimedUntil: null,
      })
      .where(eq(webhookDeliveries.id, delivery.id))
      .returning();
    if (after) await tx.insert(webhookAttempts).values({ ...outcome, publisherId: delivery.publisherId, deliveryId: delivery.id, at });
    return after;
  });
}

export interface DeliveryFilter {
  topic?: string | undefined;
  status?: Delivery['status'] | undefined;
}

/** A publisher's deliveries, newest first. */
export const listDeliveries = (
  db: Db,
  publisherId: number,
  { topic, status }: DeliveryFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<Delivery[]> =>
  db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.publisherId, publisherId),
        topic === undefined ? undefined : eq(webhookDeliveries.topic, topic),
        status === undefined ? undefined : eq(webhookDeliveries.status, status),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(limit)
    .offset(offset);

/** One of a publisher's deliveries with its attempts, oldest first. */
export async function deliveryOf(db: Db, publisherId: number, id: number): Promise<{ delivery: Delivery; attempts: Attempt[] }> {
  const [delivery] = await db
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.publisherId, publisherId)));
  if (!delivery) throw notFound('Delivery', id);
  const attempts = await db.select().from(webhookAttempts).where(eq(webhookAttempts.deliveryId, id)).orderBy(asc(webhookAttempts.id));
  return { delivery, attempts };
}

/** Tries a delivery once more, now, whatever became of it. */
export async function resend(db: Db, publisherId: number, id: number, now: number): Promise<void> {
  const { delivery } = await deliveryOf(db, publisherId, id);
  const [endpoint] = await db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, delivery.endpointId));
  if (!endpoint) throw refuse('The endpoint has been removed');
  await db
    .update(webhookDeliveries)
    .set({ status: 'pending', nextAttemptAt: now, maxAttempts: delivery.attempts + 1, claimedUntil: null })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.publisherId, publisherId)));
}
