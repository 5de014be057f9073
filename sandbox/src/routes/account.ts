import { and, eq } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/account.js';
import { EMAIL } from '../contract/envelope.js';
import { changeCustomer, refuseTakenEmail, type StoredCustomer } from '../db/customers.js';
import { record } from '../db/events.js';
import { heldBy } from '../db/holdings.js';
import type { Db } from '../db/open.js';
import { customers, paymentDetails, publishers } from '../db/schema.js';
import { listTransactions, ownTransaction } from '../db/transactions.js';
import { parseExternalData } from '../external-data.js';
import { PAGE_SIZE } from '../inferences.js';
import { verifyPassword } from '../passwords.js';
import { customerOf, ownCustomer, success, type Platform } from '../platform.js';
import { notFound, refusals, refuse } from '../refusal.js';
import { customerView } from './views/customers.js';
import { detailsView } from './views/payment-details.js';
import { receiptPage, transactionView } from './views/transactions.js';

export function accountRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.getCustomer, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    return c.json(success(customerView(await customerRow(db, customerId))), 200);
  });

  app.openapi(contract.updateCustomer, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const { confirmationPassword, externalData, ...profile } = c.req.valid('json');
    const row = await customerRow(db, customerId);
    const email = profile.email?.trim();
    if (email !== undefined && email !== row.email) await permitEmail(row, email, confirmationPassword ?? '');
    const change = {
      ...profile,
      ...(email === undefined ? {} : { email }),
      ...(externalData === undefined ? {} : { externalData: parseExternalData(externalData) }),
    };
    return c.json(success(customerView(await changeCustomer(db, row, change, clock.now()))), 200);
  });

  /** A new address needs the password, and must be free. */
  async function permitEmail(row: StoredCustomer, email: string, password: string): Promise<void> {
    if (!(await verifyPassword(password, row.passwordHash))) throw refuse('Invalid param confirmationPassword: invalid credentials');
    if (!EMAIL.test(email)) throw refuse('Please enter a valid e-mail address');
    await refuseTakenEmail(db, row, email);
  }

  app.openapi(contract.listPaymentDetails, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const rows = await db.select().from(paymentDetails).where(eq(paymentDetails.customerId, customerId)).orderBy(paymentDetails.id);
    // What a store is paid with ends with what was bought there (contract, 11.6).
    const stores = new Set((await heldBy(db, customerId, clock.now())).map(({ store }) => String(store)));
    const list = rows.filter(({ bound, gateway }) => !bound || stores.has(gateway)).map(detailsView);
    return c.json(success({ paymentDetails: list }), 200);
  });

  app.openapi(contract.deletePaymentDetails, async (c) => {
    const { customerId, publisherId } = await customerOf(platform, c);
    const id = Number(c.req.valid('param').paymentDetailsId);
    await db.transaction(async (tx) => {
      const own = and(eq(paymentDetails.id, id), eq(paymentDetails.customerId, customerId));
      const [row] = await tx.select().from(paymentDetails).where(own).for('update');
      if (!row) throw notFound('Payment details', id);
      if (row.bound) throw refuse('Payment details are bound to a subscription that is externally managed');
      await tx.delete(paymentDetails).where(own);
      const { gateway, method, active } = row;
      const about = { publisherId, customerId, gateway, at: clock.now() };
      await record(tx, { ...about, type: 'paymentDetailsRemoved', data: { paymentDetailsId: id, method, active } });
    });
    return c.json(success({ paymentDetailsId: String(id) }), 200);
  });

  app.openapi(contract.listTransactions, async (c) => {
    const { customerId } = await ownCustomer(platform, c, c.req.valid('param').customerId);
    const { limit = PAGE_SIZE, offset = 0 } = c.req.valid('query');
    return c.json(success({ items: (await listTransactions(db, customerId, { limit, offset })).map(transactionView) }), 200);
  });

  app.openapi(contract.getReceipt, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const id = Number(c.req.valid('param').transactionId.slice(1));
    return c.json(success(await receiptPage(await ownTransaction(db, id, customerId))), 200);
  });

  app.openapi(contract.getMediastoreSettings, async (c) => {
    const id = Number(c.req.valid('param').publisherId);
    const [publisher] = await db.select().from(publishers).where(eq(publishers.id, id));
    if (!publisher) throw refusals.unknownPublisher();
    return c.json(success({ isCaptchaRequired: publisher.captchaRequired }), 200);
  });
}

async function customerRow(db: Db, customerId: number): Promise<StoredCustomer> {
  const [row] = await db.select().from(customers).where(eq(customers.id, customerId));
  if (!row) throw refusals.invalidJwt();
  return row;
}
