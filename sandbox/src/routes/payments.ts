import type { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import * as contract from '../contract/payments.js';
import { openOrder, ownOrder, paymentOf, type StoredOrder } from '../db/orders.js';
import { cardParams, settle, type StoredPayment } from '../db/purchase.js';
import { paymentMethods, publishers } from '../db/schema.js';
import { customerOf, success, type Platform } from '../platform.js';
import { adyenPaymentMethods, authorise, resume, type AdyenOutcome } from '../psp/adyen/payments.js';
import { createPayPalSession } from '../psp/paypal/payments.js';
import { Refusal } from '../refusal.js';
import { paymentView } from './views/orders.js';

/** Adyen's names for what the platform calls otherwise (contract, 4.4). */
const METHOD_NAMES: Readonly<Record<string, string>> = { scheme: 'card', bcmc: 'bancontact_card', bcmc_mobile: 'bancontact_mobile' };

const REFUSALS = {
  refused: () => new Refusal(422, 'Refused', 'ADYEN0002'),
  cancelled: () => new Refusal(422, 'Cancelled', 'ADYEN0003'),
  error: () => new Refusal(422, 'Error', 'ADYEN0004'),
};

export function paymentRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, psp, origin } = platform;
  const host = () => ({ store: psp, origin: origin() });

  app.openapi(contract.getAdyenPaymentMethods, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { orderId } = c.req.valid('json');
    const order = orderId === undefined ? undefined : await openOrder(db, orderId, customerId, clock.now());
    const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
    const data = {
      amount: { currency: order?.currency ?? 'EUR', value: order?.total ?? 0 },
      countryCode: order?.country ?? 'DE',
      clientKey: 'test_SANDBOXCLIENTKEY000000000000',
      region: 'EU',
      shopperStatement: publisher?.name ?? '',
      paymentMethods: adyenPaymentMethods(),
    };
    return c.json(success(data), 200);
  });

  app.openapi(contract.payWithAdyen, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { orderId, paymentMethod, returnUrl, enable3DSRedirectFlow = false } = c.req.valid('json');
    const paid = await paidAlready(orderId, customerId);
    if (paid) return c.json(success({ payment: paymentView(paid) }), 200);
    const order = await openOrder(db, orderId, customerId, clock.now());
    requireMethod(order);
    const amount = { currency: order.currency, value: order.total };
    const method = METHOD_NAMES[paymentMethod.type] ?? paymentMethod.type;
    const { paymentMethodId } = order;
    const payment = { orderId, customerId, paymentMethodId, method, amount, paymentMethod, returnUrl };
    const outcome = await authorise(host(), { ...payment, threeDSRedirect: enable3DSRedirectFlow });
    return c.json(success(await settleAdyen(order, outcome, method)), 200);
  });

  app.openapi(contract.finalizeAdyenPayment, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { orderId, details } = c.req.valid('json');
    const paid = await paidAlready(orderId, customerId);
    if (paid) return c.json(success({ payment: paymentView(paid) }), 200);
    const order = await openOrder(db, orderId, customerId, clock.now());
    const [method] = await db.select().from(paymentMethods).where(eq(paymentMethods.id, order.paymentMethodId));
    return c.json(success(await settleAdyen(order, await resume(host(), { orderId, details }), method?.methodName ?? 'card')), 200);
  });

  app.openapi(contract.createPayPalToken, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { orderId, successUrl, cancelUrl, errorUrl } = c.req.valid('json');
    const order = await openOrder(db, orderId, customerId, clock.now());
    requireMethod(order);
    const amount = { currency: order.currency, value: order.total };
    const { redirectUrl } = await createPayPalSession(host(), {
      orderId,
      customerId,
      paymentMethodId: order.paymentMethodId,
      amount,
      successUrl,
      cancelUrl,
      errorUrl,
    });
    return c.json(success({ redirectUrl }), 200);
  });

  app.openapi(contract.payWithoutDetails, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { orderId } = c.req.valid('json');
    const paid = await paidAlready(orderId, customerId);
    if (paid) return c.json(success(paymentView(paid)), 200);
    const order = await openOrder(db, orderId, customerId, clock.now());
    requireMethod(order);
    if (order.requiredPaymentDetails || order.total !== 0) throw new Refusal(422, 'Order requires payment details');
    const gateway = order.couponCode ? 'coupon' : 'free-offer';
    return c.json(success(paymentView(await settle(db, order, { gateway, method: 'manual', externalId: '' }, clock.now()))), 200);
  });

  /** A paid order answers with its payment again, so that a lost answer can be asked for (contract, 11.2). */
  async function paidAlready(orderId: number, customerId: number): Promise<StoredPayment | undefined> {
    await ownOrder(db, orderId, customerId);
    return paymentOf(db, orderId);
  }

  async function settleAdyen(order: StoredOrder, outcome: AdyenOutcome, method: string) {
    if (outcome.type === 'action') return { action: outcome.action };
    if (outcome.type !== 'authorised') throw REFUSALS[outcome.type]();
    const params = outcome.card ? cardParams(outcome.card) : {};
    const payment = await settle(db, order, { gateway: 'adyen', method, externalId: outcome.pspReference, params }, clock.now());
    await psp.setState(outcome.sessionId, 'captured');
    return { payment: paymentView(payment) };
  }
}

function requireMethod(order: StoredOrder): void {
  if (order.paymentMethodId === 0) throw new Refusal(422, "Order doesn't have paymentMethodId");
}
