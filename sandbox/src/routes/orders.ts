import type { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import * as contract from '../contract/orders.js';
import { findOffer } from '../db/offers.js';
import { changeOrder, createOrder, openOrder, type StoredOrder } from '../db/orders.js';
import { customers, paymentMethods } from '../db/schema.js';
import { addressOf, placeOf } from '../geo.js';
import { customerOf, ownCustomer, success, type Platform } from '../platform.js';
import { Refusal, refusals } from '../refusal.js';
import { orderView } from './views/orders.js';

export function orderRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.createOrder, async (c) => {
    const body = c.req.valid('json');
    const { customerId, publisherId } = await ownCustomer(platform, c, body.customerId);
    refuseGift(body.buyAsAGift);
    const country = body.country ?? placeOf(addressOf(c, body.customerIP)).country;
    const { offerId, paymentMethodId = 0, couponCode = null } = body;
    const order = await createOrder(db, { customerId, publisherId, offerId, country, paymentMethodId, couponCode }, clock.now());
    return c.json(success(await answer(order, 'Order created')), 200);
  });

  app.openapi(contract.getOrder, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const order = await openOrder(db, Number(c.req.valid('param').orderId), customerId, clock.now());
    return c.json(success(await answer(order, 'Order found')), 200);
  });

  app.openapi(contract.updateOrder, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { paymentMethodId, couponCode, buyAsAGift } = c.req.valid('json');
    refuseGift(buyAsAGift);
    const order = await openOrder(db, Number(c.req.valid('param').orderId), customerId, clock.now());
    if (paymentMethodId !== undefined && paymentMethodId !== 0) {
      const methods = await methodsOf(publisherId);
      if (!methods.some((method) => method.id === paymentMethodId)) throw new Refusal(422, `Payment method ${paymentMethodId} not found`);
    }
    return c.json(success(await answer(await changeOrder(db, order, { paymentMethodId, couponCode }), 'Order updated')), 200);
  });

  app.openapi(contract.listPaymentMethods, async (c) => {
    const { publisherId } = await customerOf(platform, c);
    const list = (await methodsOf(publisherId)).map(({ id, methodName, gateway }) => ({
      id,
      methodName,
      paymentGateway: gateway,
      logoUrl: '',
    }));
    return c.json(success({ paymentMethods: list, message: '', status: 1 }), 200);
  });

  const methodsOf = (publisherId: number) =>
    db.select().from(paymentMethods).where(eq(paymentMethods.publisherId, publisherId)).orderBy(paymentMethods.id);

  async function answer(order: StoredOrder, message: string) {
    const offer = await findOffer(db, order.offerId, order.country);
    const [customer] = await db.select().from(customers).where(eq(customers.id, order.customerId));
    if (!offer || !customer) throw refusals.orderNotFound(order.id);
    return { order: orderView(order, offer, customer), message, success: true as const };
  }
}

/** Nobody pays for a gift that would never be delivered. */
function refuseGift(buyAsAGift: boolean | undefined): void {
  if (buyAsAGift) throw new Refusal(422, 'Offer cannot be bought as a gift in this sandbox');
}
