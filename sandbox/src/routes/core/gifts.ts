import type { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import * as contract from '../../contract/core/gifts.js';
import { customerOfPublisher } from '../../db/customers.js';
import { changeDelivery, redeemGift, verifyGift, type Recipient, type StoredGift } from '../../db/gifts.js';
import { gifts } from '../../db/schema.js';
import { success, type Platform } from '../../platform.js';
import { publisherOf } from '../../publisher-access.js';
import { notFound } from '../../refusal.js';
import { deliveryOf } from '../orders.js';
import { giftView, redeemedView } from '../views/gifts.js';

/** Gifts in the hands of a publisher's server. */
export function coreGiftRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.coreGetGift, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success(giftView(await giftOf(publisherId, Number(c.req.valid('param').giftId)))), 200);
  });

  app.openapi(contract.coreUpdateGift, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id, buyerId } = await giftOf(publisherId, Number(c.req.valid('param').giftId));
    const delivery = deliveryOf(c.req.valid('json').deliveryDetails);
    return c.json(success(giftView(await changeDelivery(db, id, buyerId, delivery, clock.now()))), 200);
  });

  app.openapi(contract.coreVerifyGift, async (c) => {
    const recipient = await recipientOf(await publisherOf(platform, c), c.req.valid('query').customerId);
    const { gift, verdict } = await verifyGift(db, c.req.valid('param').giftCode, recipient, clock.now());
    return c.json(success({ ...verdict, offerId: gift.offerId }), 200);
  });

  app.openapi(contract.coreRedeemGift, async (c) => {
    const recipient = await recipientOf(await publisherOf(platform, c), c.req.valid('json').customerId);
    return c.json(success(redeemedView(await redeemGift(db, c.req.valid('param').giftCode, recipient, clock.now()), clock.now())), 200);
  });

  async function recipientOf(publisherId: number, customerId: number): Promise<Recipient> {
    const { country } = await customerOfPublisher(db, publisherId, customerId);
    return { customerId, publisherId, country };
  }

  async function giftOf(publisherId: number, id: number): Promise<StoredGift> {
    const [gift] = await db
      .select()
      .from(gifts)
      .where(and(eq(gifts.id, id), eq(gifts.publisherId, publisherId)));
    if (!gift) throw notFound('Gift', id);
    return gift;
  }
}
