import { and, eq } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../../contract/core/customers.js';
import { addCustomer, anonymise, changeCustomer, customerOfPublisher, listCustomers, refuseTakenEmail } from '../../db/customers.js';
import { sendResetLink } from '../../db/password-resets.js';
import { addDetails } from '../../db/payment-details.js';
import { paymentDetails, paymentMethods } from '../../db/schema.js';
import { listSales, listTransactions } from '../../db/transactions.js';
import { parseExternalData } from '../../external-data.js';
import { addressOf } from '../../geo.js';
import { RESET_PATH } from '../../pages/reset.js';
import { hashPassword } from '../../passwords.js';
import { success, type Platform } from '../../platform.js';
import { publisherOf } from '../../publisher-access.js';
import { refusals, refuse } from '../../refusal.js';
import { customerView } from '../views/customers.js';
import { detailsView } from '../views/payment-details.js';
import { transactionView } from '../views/transactions.js';

/** A publisher's customers: who they are, what they have paid, and what with. */
export function coreCustomerRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.coreCreateCustomer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { email, password, customerIP, externalData, ...profile } = c.req.valid('json');
    const now = clock.now();
    const row = await addCustomer(
      db,
      {
        ...profile,
        publisherId,
        email: email.trim(),
        passwordHash: password === undefined ? '' : await hashPassword(password),
        externalData: externalData === undefined ? null : parseExternalData(externalData),
        registeredAt: now,
        lastLoginAt: now,
        lastIp: addressOf(c, customerIP),
      },
      now,
    );
    if (!row) throw refusals.customerExists();
    return c.json(success(customerView(row)), 200);
  });

  app.openapi(contract.coreListCustomers, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const list = await listCustomers(db, publisherId, c.req.valid('query'));
    return c.json(success({ items: list.map(customerView) }), 200);
  });

  app.openapi(contract.coreGetCustomer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success(customerView(await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId)))), 200);
  });

  app.openapi(contract.coreUpdateCustomer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const row = await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId));
    const { email, externalData, ...profile } = c.req.valid('json');
    if (email !== undefined) await refuseTakenEmail(db, row, email.trim());
    const change = {
      ...profile,
      ...(email === undefined ? {} : { email: email.trim() }),
      ...(externalData === undefined ? {} : { externalData: parseExternalData(externalData) }),
    };
    return c.json(success(customerView(await changeCustomer(db, row, change, clock.now()))), 200);
  });

  app.openapi(contract.coreDeleteCustomer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const row = await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId));
    return c.json(success(customerView(await anonymise(db, row, clock.now()))), 200);
  });

  app.openapi(contract.coreRequestPasswordReset, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerEmail, resetUrl } = c.req.valid('json');
    await sendResetLink(platform, publisherId, customerEmail, resetUrl || platform.origin() + RESET_PATH);
    return c.json(success({ success: true as const }), 200);
  });

  app.openapi(contract.coreListTransactions, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, ...page } = c.req.valid('query');
    if (customerId !== undefined) await customerOfPublisher(db, publisherId, customerId);
    const list = await (customerId === undefined ? listSales(db, publisherId, page) : listTransactions(db, customerId, page));
    return c.json(success({ items: list.map(transactionView) }), 200);
  });

  app.openapi(contract.coreListPaymentDetails, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { id } = await customerOfPublisher(db, publisherId, Number(c.req.valid('param').customerId));
    const rows = await db.select().from(paymentDetails).where(eq(paymentDetails.customerId, id)).orderBy(paymentDetails.id);
    return c.json(success({ paymentDetails: rows.map(detailsView) }), 200);
  });

  app.openapi(contract.coreCreatePaymentDetails, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { customerId, paymentMethodId, paymentMethodSpecificParams: params } = c.req.valid('json');
    await customerOfPublisher(db, publisherId, customerId);
    const [method] = await db
      .select()
      .from(paymentMethods)
      .where(and(eq(paymentMethods.id, paymentMethodId), eq(paymentMethods.publisherId, publisherId)));
    if (!method) throw refuse(`Payment method ${paymentMethodId} not found`);
    const { gateway, methodName } = method;
    const details = { customerId, paymentMethodId, gateway, method: methodName, params };
    return c.json(success(detailsView(await db.transaction((tx) => addDetails(tx, details, clock.now())))), 200);
  });
}
