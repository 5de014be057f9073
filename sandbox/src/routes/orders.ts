import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import type { DeliveryDetails } from '../contract/envelope.js';
import * as contract from '../contract/orders.js';
import { campaignOf } from '../db/campaigns.js';
import { findOffer } from '../db/offers.js';
import { changeOrder, createOrder, enabledMethods, openOrder, type Delivery, type StoredOrder } from '../db/orders.js';
import { customers } from '../db/schema.js';
import { addressOf, placeOf } from '../geo.js';
import { customerOf, ownCustomer, success, type Platform } from '../platform.js';
import { refusals } from '../refusal.js';
import { campaignView } from './views/campaigns.js';
import { orderView } from './views/orders.js';

export function orderRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.createOrder, async (c) => {
    const body = c.req.valid('json');
    const { customerId, publisherId } = await ownCustomer(platform, c, body.customerId);
    const order = await createOrder(
      db,
      {
        customerId,
        publisherId,
        offerId: body.offerId,
        country: body.country ?? undefined,
        currency: body.currency ?? undefined,
        place: placeOf(addressOf(c, body.customerIP ?? undefined)),
        paymentMethodId: body.paymentMethodId ?? 0,
        couponCode: body.couponCode || null,
        buyAsAGift: body.buyAsAGift ?? false,
        delivery: body.deliveryDetails ? deliveryOf(body.deliveryDetails) : null,
      },
      clock.now(),
    );
    return c.json(success(await answer(order, 'Order created')), 200);
  });

  app.openapi(contract.getOrder, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const order = await openOrder(db, Number(c.req.valid('param').orderId), customerId, clock.now());
    return c.json(success(await answer(order, 'Order found')), 200);
  });

  app.openapi(contract.updateOrder, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { deliveryDetails, ...change } = c.req.valid('json');
    const delivery = deliveryDetails && deliveryOf(deliveryDetails);
    const order = await changeOrder(db, Number(c.req.valid('param').orderId), customerId, { ...change, delivery }, clock.now());
    return c.json(success(await answer(order, 'Order updated')), 200);
  });

  app.openapi(contract.listPaymentMethods, async (c) => {
    const { publisherId } = await customerOf(platform, c);
    const list = (await enabledMethods(db, publisherId)).map(({ id, methodName, gateway }) => ({
      id,
      methodName,
      paymentGateway: gateway,
      logoUrl: '',
    }));
    return c.json(success({ paymentMethods: list, message: '', status: 1 }), 200);
  });

  app.openapi(contract.listCampaigns, async (c) => {
    const { publisherId } = await customerOf(platform, c);
    const campaign = await campaignOf(db, publisherId, c.req.valid('query').couponCode);
    return c.json(success({ items: campaign ? [campaignView(campaign, clock.now())] : [] }), 200);
  });

  async function answer(order: StoredOrder, message: string) {
    const offer = await findOffer(db, order.offerId, order.country);
    const [customer] = await db.select().from(customers).where(eq(customers.id, order.customerId));
    if (!offer || !customer) throw refusals.orderNotFound(order.id);
    return { order: orderView(order, offer, customer), message, success: true as const };
  }
}

export const deliveryOf = ({ recipientEmail, deliveryDate, personalNote }: z.infer<typeof DeliveryDetails>): Delivery => ({
  recipientEmail,
  deliveryDate,
  personalNote: personalNote ?? '',
});
