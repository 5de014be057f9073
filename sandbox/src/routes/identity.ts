import { and, eq, sql } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import { requireCaptcha } from '../captcha.js';
import * as contract from '../contract/identity.js';
import { addCustomer } from '../db/customers.js';
import { record } from '../db/events.js';
import { shortId } from '../db/offers.js';
import type { Db } from '../db/open.js';
import { customers, offers, publishers } from '../db/schema.js';
import { parseExternalData } from '../external-data.js';
import { addressOf, placeOf } from '../geo.js';
import { hashPassword, verifyPassword } from '../passwords.js';
import { customerOf, success, type Platform } from '../platform.js';
import { Refusal, refusals } from '../refusal.js';

/** Addresses that stand for a refusal (contract, 13): the part before the @. */
const MAGIC: Readonly<Record<string, () => Refusal>> = {
  exists: refusals.customerExists,
  unverifiable: refusals.emailUnverifiable,
  captcha: refusals.captchaFailed,
  foreign: refusals.foreignCustomer,
  busy: refusals.tooManyRequests,
  broken: () => new Refusal(500, 'Internal Server Error', 'S0001'),
};

export function refuseMagic(email: string): void {
  const refusal = MAGIC[email.split('@')[0]!.toLowerCase()];
  if (refusal) throw refusal();
}

export function identityRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, tokens } = platform;

  app.openapi(contract.registerCustomer, async (c) => {
    const body = c.req.valid('json');
    refuseMagic(body.email);
    const publisherId = await publisherOf(db, body);
    const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
    if (publisher) requireCaptcha(publisher, body.captchaValue);
    const email = body.email.trim();
    const externalData = body.externalData ? parseExternalData(body.externalData) : null;
    const passwordHash = await hashPassword(body.password);
    const row = await addCustomer(
      db,
      {
        publisherId,
        email,
        passwordHash,
        firstName: body.firstName ?? '',
        lastName: body.lastName ?? '',
        country: body.country,
        currency: body.currency,
        locale: body.locale,
        registeredAt: clock.now(),
        lastLoginAt: clock.now(),
        lastIp: addressOf(c, body.customerIP),
        externalId: body.externalId ?? '',
        externalData,
      },
      clock.now(),
    );
    if (!row) throw refusals.customerExists();
    return c.json(success(await tokens.start({ customerId: row.id, publisherId }, body.offerId)), 200);
  });

  app.openapi(contract.login, async (c) => {
    const body = c.req.valid('json');
    refuseMagic(body.email);
    const publisherId = await publisherOf(db, body);
    const [customer] = await db
      .select()
      .from(customers)
      .where(and(eq(customers.publisherId, publisherId), sql`lower(${customers.email}) = ${body.email.trim().toLowerCase()}`));
    if (!customer || !(await verifyPassword(body.password, customer.passwordHash))) throw refusals.wrongCredentials();
    const { id: customerId, country } = customer;
    await db.transaction(async (tx) => {
      const seen = { lastLoginAt: clock.now(), lastIp: addressOf(c, body.customerIP) };
      await tx.update(customers).set(seen).where(eq(customers.id, customerId));
      await record(tx, { type: 'customerLoggedIn', at: clock.now(), publisherId, customerId, country });
    });
    return c.json(success(await tokens.start({ customerId, publisherId }, body.offerId)), 200);
  });

  app.openapi(contract.refreshToken, async (c) => {
    const pair = await tokens.refresh(c.req.valid('json').refreshToken);
    return c.json(success(pair), 200);
  });

  app.openapi(contract.revokeRefreshTokens, async (c) => {
    const { customerId } = await customerOf(platform, c);
    await tokens.revokeAll(customerId);
    return c.json(success({ success: true as const }), 200);
  });

  app.openapi(contract.getLocales, (c) => c.json(success(placeOf(addressOf(c, c.req.valid('query').customerIP))), 200));
}

/** The publisher a body names, by its id or by one of its offers. */
export async function publisherOf(db: Db, body: { publisherId?: number | undefined; offerId?: string | undefined }): Promise<number> {
  const [row] =
    body.publisherId === undefined
      ? await db
          .select({ id: offers.publisherId })
          .from(offers)
          .where(eq(offers.id, shortId(body.offerId ?? '')))
      : await db.select({ id: publishers.id }).from(publishers).where(eq(publishers.id, body.publisherId));
  if (!row) throw new Refusal(400, 'Invalid param publisherId', 'REQ0001');
  return row.id;
}
