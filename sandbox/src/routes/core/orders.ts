import type { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import * as contract from '../../contract/core/orders.js';
import { customerOfPublisher } from '../../db/customers.js';
import { findOffer } from '../../db/offers.js';
import { changeOrder, createOrder, type StoredOrder } from '../../db/orders.js';
import { decidePayment, listPayments, paymentOfPublisher, reportPayment } from '../../db/publisher-payments.js';
import type { StoredPayment } from '../../db/purchase.js';
import { refundPayment } from '../../db/refunds.js';
import { orders } from '../../db/schema.js';
import { addressOf, placeOf } from '../../geo.js';
import { success, type Platform } from '../../platform.js';
import { publisherOf } from '../../publisher-access.js';
import { invalidBody, refusals } from '../../refusal.js';
import { toDecimal, toMinor } from '../../rules/money.js';
import { deliveryOf } from '../orders.js';
import { orderView, paymentView } from '../views/orders.js';

/** Orders and payments in the hands of a publisher's server. */
export function coreOrderRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.coreCreateOrder, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const body = c.req.valid('json');
    const { id: customerId } = await customerOfPublisher(db, publisherId, body.customerId);
    const order = await createOrder(
      db,
      {
        customerId,
        publisherId,
        offerId: body.offerId,
        country: body.country,
        currency: body.currency,
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

  app.openapi(contract.coreGetOrder, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success(await answer(await orderOf(publisherId, Number(c.req.valid('param').orderId)), 'Order found')), 200);
  });

  app.openapi(contract.coreUpdateOrder, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id, customerId } = await orderOf(publisherId, Number(c.req.valid('param').orderId));
    const { deliveryDetails, ...change } = c.req.valid('json');
    const delivery = deliveryDetails && deliveryOf(deliveryDetails);
    const order = await changeOrder(db, id, customerId, { ...change, delivery }, clock.now());
    return c.json(success(await answer(order, 'Order updated')), 200);
  });

  app.openapi(contract.coreCreatePayment, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { orderId, status, paymentDetailsId, paymentDetails, externalPaymentId, rejectedReason = null } = c.req.valid('json');
    const report = { orderId, status, paymentDetailsId, params: paymentDetails, externalId: externalPaymentId, rejectedReason };
    return c.json(success(view(await reportPayment(db, publisherId, report, clock.now()))), 200);
  });

  app.openapi(contract.coreListPayments, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { limit, offset, ...filter } = c.req.valid('query');
    return c.json(success({ items: (await listPayments(db, publisherId, filter, { limit, offset })).map(view) }), 200);
  });

  app.openapi(contract.coreGetPayment, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success(view(await paymentOfPublisher(db, publisherId, Number(c.req.valid('param').paymentId)))), 200);
  });

  app.openapi(contract.coreUpdatePayment, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const id = Number(c.req.valid('param').paymentId);
    const { status, rejectedReason = null, refundedAmount, refundedReason: reason = null, type, endAccess } = c.req.valid('json');
    if (status !== 'refunded') {
      return c.json(success(view(await decidePayment(db, publisherId, id, { status, rejectedReason }, clock.now()))), 200);
    }
    const { currency } = await paymentOfPublisher(db, publisherId, id);
    const amount = refundedAmount === undefined ? undefined : toMinor(refundedAmount, currency);
    if (refundedAmount !== undefined && amount === undefined)
      throw invalidBody(`Invalid param refundedAmount: it has more decimals than ${currency}`);
    return c.json(success(view(await refundPayment(db, publisherId, id, { amount, reason, type, endAccess }, clock.now()))), 200);
  });

  async function orderOf(publisherId: number, id: number): Promise<StoredOrder> {
    const [order] = await db
      .select()
      .from(orders)
      .where(and(eq(orders.id, id), eq(orders.publisherId, publisherId)));
    if (!order) throw refusals.orderNotFound(id);
    return order;
  }

  async function answer(order: StoredOrder, message: string) {
    const offer = await findOffer(db, order.offerId, order.country);
    if (!offer) throw refusals.orderNotFound(order.id);
    const customer = await customerOfPublisher(db, order.publisherId, order.customerId);
    return { order: orderView(order, offer, customer), message, success: true as const };
  }
}

const view = (payment: StoredPayment) => ({
  ...paymentView(payment),
  subscriptionId: payment.subscriptionId,
  refundedAmount: toDecimal(payment.refundedAmount, payment.currency),
  createdAt: payment.createdAt,
});
