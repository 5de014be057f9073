import { eq } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/consents.js';
import { record } from '../db/events.js';
import type { Db } from '../db/open.js';
import { consents, customerConsents, publishers } from '../db/schema.js';
import { ownCustomer, success, type Platform } from '../platform.js';
import { invalidBody, refusals } from '../refusal.js';
import { consentStatus } from '../rules/consents.js';

const definitionsOf = (db: Db, publisherId: number) =>
  db.select().from(consents).where(eq(consents.publisherId, publisherId)).orderBy(consents.position);

export function consentRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.listPublisherConsents, async (c) => {
    const publisherId = Number(c.req.valid('param').publisherId);
    const known = await db.select({ id: publishers.id }).from(publishers).where(eq(publishers.id, publisherId));
    if (known.length === 0) throw refusals.unknownPublisher();
    const rows = await definitionsOf(db, publisherId);
    const list = rows.map(({ name, version, value, label, required, enabledByDefault }) => ({
      broadcasterId: publisherId,
      name,
      version,
      value,
      label,
      required,
      enabledByDefault,
    }));
    return c.json(success({ consents: list }), 200);
  });

  app.openapi(contract.listCustomerConsents, async (c) => {
    const { customerId, publisherId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const answers = await db.select().from(customerConsents).where(eq(customerConsents.customerId, customerId));
    const list = (await definitionsOf(db, publisherId)).map(({ name, required, label, value, version }) => ({
      customerId: String(customerId),
      name,
      required,
      label,
      value,
      ...consentStatus(
        answers.find((answer) => answer.name === name),
        version,
      ),
    }));
    return c.json(success({ consents: list }), 200);
  });

  app.openapi(contract.saveCustomerConsents, async (c) => {
    const { customerId, publisherId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const definitions = await definitionsOf(db, publisherId);
    const answers = c.req.valid('json').consents;
    for (const { name, version, state } of answers) {
      const definition = definitions.find((known) => known.name === name && known.version === version);
      if (!definition) throw invalidBody(`Invalid param consents: ${name} has no version ${version}`);
      if (definition.required && state === 'declined') throw invalidBody(`Invalid param consents: ${name} is required`);
    }
    await db.transaction(async (tx) => {
      for (const { name, version, state } of answers) {
        const row = { customerId, name, version, state, date: clock.now() };
        await tx
          .insert(customerConsents)
          .values(row)
          .onConflictDoUpdate({ target: [customerConsents.customerId, customerConsents.name], set: row });
      }
      await record(tx, { type: 'consentsUpdated', at: clock.now(), publisherId, customerId, data: { consents: answers } });
    });
    return c.json(success({ success: true as const }), 200);
  });
}
