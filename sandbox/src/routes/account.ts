import { and, eq, ne, sql, type InferSelectModel } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/account.js';
import { heldBy, type Holding } from '../db/holdings.js';
import { customers, holdings, paymentDetails } from '../db/schema.js';
import { verifyPassword } from '../passwords.js';
import { ownCustomer, success, type Platform } from '../platform.js';
import { Refusal } from '../refusal.js';
import { toDecimal } from '../rules/money.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

export function accountRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.getCustomer, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    return c.json(success(customerView(await customerRow(customerId))), 200);
  });

  app.openapi(contract.updateCustomer, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const { email, confirmationPassword, externalData, firstName, lastName, country, locale } = c.req.valid('json');
    const row = await customerRow(customerId);
    if (email !== undefined && email !== row.email) {
      if (!(await verifyPassword(confirmationPassword ?? '', row.passwordHash))) {
        throw new Refusal(422, 'Invalid param confirmationPassword: invalid credentials');
      }
      if (!EMAIL.test(email)) throw new Refusal(422, 'Please enter a valid e-mail address');
      const taken = await db
        .select({ id: customers.id })
        .from(customers)
        .where(
          and(
            eq(customers.publisherId, row.publisherId),
            ne(customers.id, customerId),
            sql`lower(${customers.email}) = ${email.toLowerCase()}`,
          ),
        );
      if (taken.length > 0) throw new Refusal(422, 'This e-mail address is taken');
    }
    const change = {
      ...(email === undefined ? {} : { email }),
      ...(firstName === undefined ? {} : { firstName }),
      ...(lastName === undefined ? {} : { lastName }),
      ...(country === undefined ? {} : { country }),
      ...(locale === undefined ? {} : { locale }),
      ...(externalData === undefined ? {} : { externalData: parseExternalData(externalData) }),
    };
    if (Object.keys(change).length > 0) await db.update(customers).set(change).where(eq(customers.id, customerId));
    return c.json(success(customerView(await customerRow(customerId))), 200);
  });

  app.openapi(contract.listCustomerOffers, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const items = (await heldBy(db, customerId, clock.now())).map((row) => ({
      ...offerFields(row),
      offerType: row.offerId.charAt(0),
      customerCurrency: row.currency,
      ...(row.offerId.startsWith('S') ? subscriptionFields(row, clock.now()) : {}),
    }));
    return c.json(success({ items }), 200);
  });

  app.openapi(contract.listSubscriptions, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const rows = (await heldBy(db, customerId, clock.now())).filter((row) => row.offerId.startsWith('S'));
    const items = rows.map((row) => ({ ...offerFields(row), expiresAt: row.expiresAt ?? 0, ...subscriptionFields(row, clock.now()) }));
    return c.json(success({ items }), 200);
  });

  app.openapi(contract.updateSubscription, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const { offerId, status, cancellationReason } = c.req.valid('json');
    const held = (await heldBy(db, customerId, clock.now())).find((row) => row.offerId === offerId && offerId.startsWith('S'));
    if (!held) throw new Refusal(422, `Subscription for offer ${offerId} not found`);
    await db
      .update(holdings)
      .set({ status, cancellationReason: status === 'cancelled' ? (cancellationReason ?? null) : null })
      .where(eq(holdings.id, held.id));
    return c.json(success({ offerId, status, expiresAt: held.expiresAt ?? 0 }), 200);
  });

  app.openapi(contract.listPaymentDetails, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const rows = await db.select().from(paymentDetails).where(eq(paymentDetails.customerId, customerId)).orderBy(paymentDetails.id);
    const list = rows.map(({ id, gateway, method, params, paymentMethodId, active }) => ({
      id,
      customerId,
      paymentGateway: gateway,
      paymentMethod: method,
      paymentMethodSpecificParams: params,
      paymentMethodId,
      active,
      bound: false,
    }));
    return c.json(success({ paymentDetails: list }), 200);
  });

  async function customerRow(customerId: number) {
    const [row] = await db.select().from(customers).where(eq(customers.id, customerId));
    if (!row) throw new Refusal(404, `Customer ${customerId} not found`);
    return row;
  }
}

const stamp = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

function customerView(row: InferSelectModel<typeof customers>) {
  const { id, email, firstName, lastName, country, locale, currency, lastIp, externalId, externalData } = row;
  return {
    id,
    email,
    firstName,
    lastName,
    country,
    locale,
    currency,
    regDate: stamp(row.registeredAt),
    lastLoginDate: stamp(row.lastLoginAt),
    lastUserIp: lastIp,
    externalId,
    externalData,
  };
}

function offerFields(row: Holding) {
  const { offerId, offerTitle, status, startedAt, expiresAt, period } = row;
  return { offerId, offerTitle, status, startedAt, expiresAt, period, totalPrice: toDecimal(row.price, row.currency) };
}

function subscriptionFields(row: Holding, now: number) {
  return {
    subscriptionId: row.id,
    nextPaymentPrice: toDecimal(row.price, row.currency),
    nextPaymentCurrency: row.currency,
    nextPaymentAt: row.nextPaymentAt ?? 0,
    paymentGateway: row.gateway,
    paymentMethod: row.method,
    externalPaymentId: row.externalPaymentId,
    inTrial: row.trialEndsAt !== null && row.trialEndsAt > now,
    pendingSwitchId: null,
    isExternallyManaged: false,
  };
}

/** The platform documents text, clients send objects: both are taken. */
function parseExternalData(value: string | Record<string, unknown>): Record<string, unknown> {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed === 'object' && parsed !== null) return parsed as Record<string, unknown>;
  } catch {
    // refused below
  }
  throw new Refusal(400, 'Invalid param externalData', 'REQ0001');
}
