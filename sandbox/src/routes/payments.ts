import type { OpenAPIHono } from '@hono/zod-openapi';
import { and, eq } from 'drizzle-orm';
import * as contract from '../contract/payments.js';
import { captureDetails, captureOrder, unableToProcess } from '../db/capture.js';
import { openOrder, ownOrder, paymentOf, type StoredOrder } from '../db/orders.js';
import { hasSomethingToPay } from '../db/payment-details.js';
import { settle, type StoredPayment } from '../db/purchase.js';
import { customers, paymentMethods, publishers } from '../db/schema.js';
import { payPalTokens } from '../db/settings.js';
import { requireCaptcha } from '../captcha.js';
import { customerOf, success, type Platform } from '../platform.js';
import { adyenMethods, platformName } from '../psp/adyen/methods.js';
import { attemptOf, authorise, resume, type AdyenOutcome, type AdyenPayment } from '../psp/adyen/payments.js';
import { createPayPalSession } from '../psp/paypal/payments.js';
import { Refusal, refusals } from '../refusal.js';
import { paymentView } from './views/orders.js';
import { detailsView } from './views/payment-details.js';

/** Adyen's failures in the platform's words (contract, 1.6). */
const REFUSALS = {
  refused: () => new Refusal(422, 'Refused', 'ADYEN0002'),
  cancelled: () => new Refusal(422, 'Cancelled', 'ADYEN0003'),
  error: () => new Refusal(422, 'Error', 'ADYEN0004'),
  unprocessable: unableToProcess,
};

/** The key of the test environment; nothing in the sandbox checks it. */
const CLIENT_KEY = 'test_SANDBOXCLIENTKEY000000000000';

/** What an attempt is about. */
type Payable = Pick<AdyenPayment, 'orderId' | 'customerId' | 'paymentMethodId' | 'amount'>;

interface AttemptBody {
  paymentMethod: Record<string, unknown> & { type: string };
  returnUrl: string;
  enable3DSRedirectFlow?: boolean | undefined;
  attemptAuthentication?: AdyenPayment['attemptAuthentication'] | undefined;
}

/** Payments: an order is paid, or payment details are added, at one of the stand-ins for the providers. */
export function paymentRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, psp, origin } = platform;
  const host = () => ({ store: psp, origin: origin() });

  app.openapi(contract.getAdyenPaymentMethods, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { orderId } = c.req.valid('json');
    const order = orderId === undefined ? undefined : await adyenOrder(orderId, customerId);
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    const { name } = await publisherOf(publisherId);
    const data = {
      amount: { currency: order?.currency ?? customer?.currency ?? 'EUR', value: order?.total ?? 0 },
      countryCode: order?.country ?? customer?.country ?? 'DE',
      clientKey: CLIENT_KEY,
      region: 'EU',
      shopperStatement: name,
      paymentMethods: adyenMethods(await enabledMethods(publisherId), name),
    };
    return c.json(success(data), 200);
  });

  app.openapi(contract.payWithAdyen, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const body = c.req.valid('json');
    const { orderId } = body;
    const paid = await paidAlready(orderId, customerId, 'ADYEN0001');
    if (paid) return c.json(success({ payment: paymentView(paid) }), 200);
    const order = await adyenOrder(orderId, customerId);
    requireComplete(order);
    requireCaptcha(await publisherOf(publisherId), body.captchaValue);
    const amount = { currency: order.currency, value: order.total };
    const outcome = await begin(publisherId, body, { orderId, customerId, paymentMethodId: order.paymentMethodId, amount });
    return c.json(success(await paymentAfter(orderId, outcome)), 200);
  });

  app.openapi(contract.finalizeAdyenPayment, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const { orderId, details } = c.req.valid('json');
    const paid = await paidAlready(orderId, customerId, 'ADYEN0001');
    if (paid) return c.json(success({ payment: paymentView(paid) }), 200);
    await adyenOrder(orderId, customerId);
    return c.json(success(await paymentAfter(orderId, await finish(details, { orderId, customerId }))), 200);
  });

  app.openapi(contract.addAdyenPaymentDetails, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const body = c.req.valid('json');
    await requireGateway(body.paymentMethodId, publisherId, 'adyen');
    const currency = await requireSomethingToPay(customerId);
    const outcome = await begin(publisherId, body, {
      orderId: null,
      customerId,
      paymentMethodId: body.paymentMethodId,
      amount: { currency, value: 0 },
    });
    return c.json(success(await detailsAfter(outcome)), 200);
  });

  app.openapi(contract.finalizeAdyenPaymentDetails, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { paymentMethodId, details } = c.req.valid('json');
    await requireGateway(paymentMethodId, publisherId, 'adyen');
    return c.json(success(await detailsAfter(await finish(details, { orderId: null, customerId, paymentMethodId }))), 200);
  });

  app.openapi(contract.createPayPalToken, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { orderId, captchaValue, ...urls } = c.req.valid('json');
    const order = await openOrder(db, orderId, customerId, clock.now());
    requireComplete(order);
    requireCaptcha(await publisherOf(publisherId), captchaValue);
    const amount = { currency: order.currency, value: order.total };
    const payment = { orderId, customerId, paymentMethodId: order.paymentMethodId, amount, ...urls };
    return c.json(success(await createPayPalSession(host(), payment, await payPalTokens(db))), 200);
  });

  app.openapi(contract.createPayPalDetailsToken, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { paymentMethodId, ...urls } = c.req.valid('json');
    await requireGateway(paymentMethodId, publisherId, 'paypal');
    const currency = await requireSomethingToPay(customerId);
    const payment = { orderId: null, customerId, paymentMethodId, amount: { currency, value: 0 }, ...urls };
    return c.json(success(await createPayPalSession(host(), payment, 'agreement')), 200);
  });

  app.openapi(contract.payWithoutDetails, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { orderId, captchaValue } = c.req.valid('json');
    const paid = await paidAlready(orderId, customerId);
    if (paid) return c.json(success(paymentView(paid)), 200);
    const order = await openOrder(db, orderId, customerId, clock.now());
    requireComplete(order);
    if (order.requiredPaymentDetails || order.total !== 0) throw new Refusal(422, 'Order requires payment details');
    requireCaptcha(await publisherOf(publisherId), captchaValue);
    const gateway = order.couponCode ? 'coupon' : 'free-offer';
    await requireGateway(order.paymentMethodId, publisherId, gateway);
    return c.json(success(paymentView(await settle(db, order, { gateway, method: 'manual', externalId: '' }, clock.now()))), 200);
  });

  /** A paid order answers with its payment again, so that a lost answer can be asked for (contract, 11.2). */
  async function paidAlready(orderId: number, customerId: number, code?: string): Promise<StoredPayment | undefined> {
    await named(code, ownOrder(db, orderId, customerId));
    return paymentOf(db, orderId);
  }

  const adyenOrder = (orderId: number, customerId: number) => named('ADYEN0001', openOrder(db, orderId, customerId, clock.now()));

  async function begin(publisherId: number, wanted: AttemptBody, of: Payable): Promise<AdyenOutcome> {
    const { paymentMethod, returnUrl, enable3DSRedirectFlow = false, attemptAuthentication = 'preferNo' } = wanted;
    if (!(await enabledMethods(publisherId)).includes(platformName(paymentMethod.type))) throw unableToProcess();
    return authorise(host(), { ...of, paymentMethod, returnUrl, threeDSRedirect: enable3DSRedirectFlow, attemptAuthentication });
  }

  /** Only who began an attempt can finish it, and for the same thing. */
  async function finish(
    details: Record<string, unknown>,
    of: { orderId: number | null; customerId: number; paymentMethodId?: number },
  ): Promise<AdyenOutcome> {
    const attempt = attemptOf(details);
    const session = await psp.get(attempt.id);
    const same =
      session?.gateway === 'adyen' &&
      session.orderId === of.orderId &&
      session.customerId === of.customerId &&
      (of.paymentMethodId === undefined || session.paymentMethodId === of.paymentMethodId);
    return same ? resume(psp, attempt) : { type: 'error' };
  }

  async function paymentAfter(orderId: number, outcome: AdyenOutcome) {
    if (outcome.type === 'action') return { action: outcome.action };
    if (outcome.type !== 'authorised') throw REFUSALS[outcome.type]();
    return { payment: paymentView(await captureOrder(db, orderId, outcome.session, clock.now())) };
  }

  async function detailsAfter(outcome: AdyenOutcome) {
    if (outcome.type === 'action') return { action: outcome.action };
    if (outcome.type !== 'authorised') throw REFUSALS[outcome.type]();
    return { paymentDetails: detailsView(await captureDetails(db, outcome.session, clock.now())) };
  }

  async function publisherOf(publisherId: number) {
    const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
    return publisher ?? { name: '', captchaRequired: false };
  }

  async function enabledMethods(publisherId: number): Promise<string[]> {
    const rows = await db
      .select({ name: paymentMethods.methodName })
      .from(paymentMethods)
      .where(and(eq(paymentMethods.publisherId, publisherId), eq(paymentMethods.gateway, 'adyen'), eq(paymentMethods.enabled, true)));
    return rows.map(({ name }) => name);
  }

  /** The method is one of the publisher's, and of the gateway that is asked. */
  async function requireGateway(id: number, publisherId: number, gateway: string): Promise<void> {
    const [method] = await db
      .select()
      .from(paymentMethods)
      .where(and(eq(paymentMethods.id, id), eq(paymentMethods.publisherId, publisherId)));
    if (!method?.enabled) throw new Refusal(422, `Payment method ${id} not found`);
    if (method.gateway !== gateway) throw new Refusal(422, `Payment method ${id} is not for ${gateway}`);
  }

  /** New payment details need something to pay for. @returns the customer's currency */
  async function requireSomethingToPay(customerId: number): Promise<string> {
    if (!(await hasSomethingToPay(db, customerId, clock.now()))) throw new Refusal(422, 'No active entitlement');
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    return customer?.currency ?? 'EUR';
  }
}

/** Whatever an order still lacks is asked for before anybody authorises anything. */
function requireComplete(order: StoredOrder): void {
  if (order.paymentMethodId === 0) throw new Refusal(422, "Order doesn't have paymentMethodId");
  if (order.buyAsAGift && !order.delivery) throw refusals.deliveryMissing();
}

/** Gives a refusal to find an order the code it has in Adyen's connector. */
async function named<T>(code: string | undefined, lookedUp: Promise<T>): Promise<T> {
  try {
    return await lookedUp;
  } catch (error) {
    throw code && error instanceof Refusal ? new Refusal(error.status, error.message, code) : error;
  }
}
