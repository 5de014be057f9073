import type { Context } from 'hono';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import * as contract from '../contract/gifts.js';
import { changeDelivery, ownGift, redeemGift, verifyGift, type Recipient } from '../db/gifts.js';
import { customers } from '../db/schema.js';
import { customerOf, success, type Platform } from '../platform.js';
import { refusals } from '../refusal.js';
import { deliveryOf } from './orders.js';
import { giftView, redeemedView } from './views/gifts.js';

export function giftRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.getGift, async (c) => {
    const { customerId } = await customerOf(platform, c);
    return c.json(success(giftView(await ownGift(db, Number(c.req.valid('param').giftId), customerId))), 200);
  });

  app.openapi(contract.updateGift, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const delivery = deliveryOf(c.req.valid('json').deliveryDetails);
    const gift = await changeDelivery(db, Number(c.req.valid('param').giftId), customerId, delivery, clock.now());
    return c.json(success(giftView(gift)), 200);
  });

  app.openapi(contract.verifyGift, async (c) => {
    const { gift, verdict } = await verifyGift(db, c.req.valid('param').giftCode, await recipientOf(c), clock.now());
    return c.json(success({ ...verdict, offerId: gift.offerId }), 200);
  });

  app.openapi(contract.redeemGift, async (c) => {
    const redeemed = await redeemGift(db, c.req.valid('param').giftCode, await recipientOf(c), clock.now());
    return c.json(success(redeemedView(redeemed, clock.now())), 200);
  });

  async function recipientOf(c: Context): Promise<Recipient> {
    const { customerId, publisherId } = await customerOf(platform, c);
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    if (!customer) throw refusals.invalidJwt();
    return { customerId, publisherId, country: customer.country };
  }
}
