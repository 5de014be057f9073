import type { OpenAPIHono } from '@hono/zod-openapi';
import { and, desc, eq } from 'drizzle-orm';
import * as contract from '../../contract/core/subscriptions.js';
import { customerOfPublisher } from '../../db/customers.js';
import { heldBy, type Holding } from '../../db/holdings.js';
import { offersOf, shortId } from '../../db/offers.js';
import { endPause, schedulePause } from '../../db/pauses.js';
import { endAccess } from '../../db/refunds.js';
import { holdings, switches } from '../../db/schema.js';
import { applyCoupon, moveEnd, ownSubscription, setStatusOf } from '../../db/subscriptions.js';
import { availability, giveUpSwitch, listSwitches, ownSwitch, requestSwitch, type StoredSwitch } from '../../db/switches.js';
import { success, type Platform } from '../../platform.js';
import { publisherOf } from '../../publisher-access.js';
import { notFound, refusals } from '../../refusal.js';
import { entitlementTo } from '../../rules/entitlements.js';
import { customerOfferView } from '../views/subscriptions.js';
import { availabilityView, switchView } from '../views/switches.js';

/** What a publisher's customers have: subscriptions, their switches and pauses, and what they may watch. */
export function coreSubscriptionRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.coreListSubscriptions, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id } = await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId));
    const rows = await db.select().from(holdings).where(eq(holdings.customerId, id)).orderBy(desc(holdings.id));
    const items = rows.map((row) => ({ ...customerOfferView(row, clock.now()), id: row.id, endedAt: row.endedAt }));
    return c.json(success({ items }), 200);
  });

  app.openapi(contract.coreUpdateSubscription, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, id } = await subscriptionOf(publisherId, c.req.valid('param').subscriptionId);
    const { status, cancellationReason, expiresAt, couponCode } = c.req.valid('json');
    const now = clock.now();
    if (status === 'terminated') {
      await db.transaction(async (tx) => endAccess(tx, await ownSubscription(tx, id, customerId, now), now));
    } else if (status !== undefined) {
      await setStatusOf(db, customerId, id, { status, cancellationReason }, now);
    } else if (expiresAt !== undefined) {
      await moveEnd(db, customerId, id, expiresAt, now);
    } else {
      await applyCoupon(db, customerId, id, couponCode ?? '', now);
    }
    return c.json(success(customerOfferView(await subscriptionOf(publisherId, id), now)), 200);
  });

  app.openapi(contract.corePauseSubscription, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, id } = await subscriptionOf(publisherId, c.req.valid('param').subscriptionId);
    const pause = await schedulePause(db, customerId, id, c.req.valid('json').resumesAfterBillingCycles, clock.now());
    return c.json(success({ pause }), 200);
  });

  app.openapi(contract.coreResumeSubscription, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, id } = await subscriptionOf(publisherId, c.req.valid('param').subscriptionId);
    await endPause(db, customerId, id, clock.now());
    return c.json(success({ pause: null }), 200);
  });

  app.openapi(contract.coreGetSwitchAvailability, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, offerId } = c.req.valid('query');
    await customerOfPublisher(db, publisherId, customerId);
    return c.json(success(availabilityView(await availability(db, customerId, offerId, clock.now()))), 200);
  });

  app.openapi(contract.coreRequestSwitch, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, fromOfferId, ...wanted } = c.req.valid('json');
    await customerOfPublisher(db, publisherId, customerId);
    return c.json(success(switchView(await requestSwitch(db, customerId, fromOfferId, wanted, clock.now()))), 200);
  });

  app.openapi(contract.coreListSwitches, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, ...filter } = c.req.valid('query');
    await customerOfPublisher(db, publisherId, customerId);
    return c.json(success((await listSwitches(db, customerId, filter)).map(switchView)), 200);
  });

  app.openapi(contract.coreGetSwitch, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id, customerId } = await switchOf(publisherId, c.req.valid('param').switchId);
    return c.json(success(switchView(await ownSwitch(db, id, customerId))), 200);
  });

  app.openapi(contract.coreCancelSwitch, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id, customerId } = await switchOf(publisherId, c.req.valid('param').switchId);
    return c.json(success(switchView(await giveUpSwitch(db, id, customerId, clock.now()))), 200);
  });

  app.openapi(contract.coreListEntitlements, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id } = await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId));
    const { tag } = c.req.valid('query');
    const tags = new Map((await offersOf(db, publisherId)).map((offer) => [offer.id, offer.tags]));
    const items = (await heldBy(db, id, clock.now()))
      .map(({ offerId, status, expiresAt }) => ({
        offerId,
        offerType: offerId.charAt(0),
        status,
        expiresAt,
        tags: tags.get(shortId(offerId)) ?? [],
      }))
      .filter((held) => tag === undefined || held.tags.includes(tag));
    return c.json(success({ items }), 200);
  });

  app.openapi(contract.coreGetEntitlement, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, offerId } = c.req.valid('param');
    const { id } = await customerOfPublisher(db, publisherId, Number(customerId));
    const now = clock.now();
    return c.json(success(entitlementTo(offerId, await heldBy(db, id, now), now)), 200);
  });

  async function subscriptionOf(publisherId: number, id: string | number): Promise<Holding> {
    const [held] = await db
      .select()
      .from(holdings)
      .where(and(eq(holdings.id, Number(id)), eq(holdings.publisherId, publisherId)));
    if (!held?.offerId.startsWith('S')) throw refusals.unknownSubscription(id);
    return held;
  }

  async function switchOf(publisherId: number, id: string): Promise<StoredSwitch> {
    const [found] = await db
      .select()
      .from(switches)
      .where(and(eq(switches.id, id), eq(switches.publisherId, publisherId)));
    if (!found) throw notFound('Switch', id);
    return found;
  }
}
