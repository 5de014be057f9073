import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/subscriptions.js';
import { heldBy, type Holding } from '../db/holdings.js';
import { endPause, schedulePause } from '../db/pauses.js';
import { extendFreely, retentionFor } from '../db/retention.js';
import { applyCoupon, setStatus, subscriptionsOf } from '../db/subscriptions.js';
import { customerOf, ownCustomer, success, type Platform } from '../platform.js';
import { customerOfferView, nextPaymentOf, subscriptionView } from './views/subscriptions.js';
import { switchOptionView } from './views/switches.js';

export function subscriptionRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.listCustomerOffers, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const now = clock.now();
    const held = await heldBy(db, customerId, now);
    const paused = (await subscriptionsOf(db, customerId, now)).filter(({ status }) => status === 'paused');
    const all = [...held, ...paused].sort((one, other) => one.id - other.id);
    return c.json(success({ items: all.map((row) => customerOfferView(row, now)) }), 200);
  });

  app.openapi(contract.listSubscriptions, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const now = clock.now();
    const rows = (await subscriptionsOf(db, customerId, now)).filter(({ status }) => status !== 'paused');
    return c.json(success({ items: rows.map((row) => subscriptionView(row, now)) }), 200);
  });

  app.openapi(contract.updateSubscription, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const { offerId, status, cancellationReason } = c.req.valid('json');
    const wanted = { offerId, status, cancellationReason: cancellationReason ?? undefined };
    return c.json(success(updateView(await setStatus(db, customerId, wanted, clock.now()))), 200);
  });

  app.openapi(contract.applyCoupon, async (c) => {
    const { customerId: id, subscriptionId } = c.req.valid('param');
    const { customerId } = await ownCustomer(platform, c, id);
    const held = await applyCoupon(db, customerId, Number(subscriptionId), c.req.valid('json').couponCode, clock.now());
    const { offerId, status, expiresAt } = held;
    const nextPaymentPrice = nextPaymentOf(held);
    return c.json(success({ subscriptionId: held.id, offerId, status, expiresAt: expiresAt ?? 0, nextPaymentPrice }), 200);
  });

  app.openapi(contract.pauseSubscription, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const id = Number(c.req.valid('param').subscriptionId);
    const pause = await schedulePause(db, customerId, id, c.req.valid('json').resumesAfterBillingCycles, clock.now());
    return c.json(success({ pause }), 200);
  });

  app.openapi(contract.resumeSubscription, async (c) => {
    const { customerId } = await customerOf(platform, c);
    await endPause(db, customerId, Number(c.req.valid('param').subscriptionId), clock.now());
    return c.json(success({ pause: null }), 200);
  });

  app.openapi(contract.getRetentionAction, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { offerId, type, extension, downgrades } = await retentionFor(db, customerId, c.req.valid('param').offerId, clock.now());
    const offers = downgrades?.options.map(switchOptionView) ?? [];
    return c.json(success({ offerId, type, extensionDetails: extension, downgradeDetails: { offers }, pauseDetails: {} }), 200);
  });

  app.openapi(contract.takeRetentionAction, async (c) => {
    const { customerId } = await customerOf(platform, c);
    return c.json(success(updateView(await extendFreely(db, customerId, c.req.valid('json').offerId, clock.now()))), 200);
  });
}

const updateView = ({ offerId, status, expiresAt }: Holding) => ({
  offerId,
  status: status === 'cancelled' ? ('cancelled' as const) : ('active' as const),
  expiresAt: expiresAt ?? 0,
});
