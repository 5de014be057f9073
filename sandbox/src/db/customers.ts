import { randomUUID } from 'node:crypto';
import { and, desc, eq, ilike, ne, or, sql, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import { notFound, refuse } from '../refusal.js';
import { record } from './events.js';
import type { Db } from './open.js';
import { captureAnswers, customerConsents, customers, passwordResets, paymentDetails, refreshTokens } from './schema.js';
import { setStatus, subscriptionsOf } from './subscriptions.js';

export type StoredCustomer = InferSelectModel<typeof customers>;
type NewCustomer = Omit<InferInsertModel<typeof customers>, 'id'>;
/** What is absent or undefined stays. */
type CustomerChange = { [K in keyof NewCustomer]?: NewCustomer[K] | undefined };

/** Registers a customer. @returns its row; `undefined` when the publisher has one with this address */
export async function addCustomer(db: Db, customer: NewCustomer, now: number): Promise<StoredCustomer | undefined> {
  return db.transaction(async (tx) => {
    const [added] = await tx.insert(customers).values(customer).onConflictDoNothing().returning();
    const { publisherId, country } = customer;
    if (added) await record(tx, { type: 'customerRegistered', at: now, publisherId, customerId: added.id, country });
    return added;
  });
}

/** A customer of a publisher. @throws when it has none with this id */
export async function customerOfPublisher(db: Db, publisherId: number, id: number): Promise<StoredCustomer> {
  const [row] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.id, id), eq(customers.publisherId, publisherId)));
  if (!row) throw notFound('Customer', id);
  return row;
}

/** A publisher's customers, newest first. @param search part of an address or a name, or a whole id */
export function listCustomers(
  db: Db,
  publisherId: number,
  { search, email, limit, offset }: { search?: string | undefined; email?: string | undefined; limit: number; offset: number },
): Promise<StoredCustomer[]> {
  const part = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const found = or(
    ilike(customers.email, part),
    ilike(sql`${customers.firstName} || ' ' || ${customers.lastName}`, part),
    eq(customers.externalId, search ?? ''),
    eq(sql`${customers.id}::text`, search ?? ''),
  );
  return db
    .select()
    .from(customers)
    .where(
      and(
        eq(customers.publisherId, publisherId),
        search ? found : undefined,
        email === undefined ? undefined : sql`lower(${customers.email}) = ${email.trim().toLowerCase()}`,
      ),
    )
    .orderBy(desc(customers.id))
    .limit(limit)
    .offset(offset);
}

/** @throws when another customer of the same publisher has an address */
export async function refuseTakenEmail(
  db: Db,
  { publisherId, id }: Pick<StoredCustomer, 'publisherId' | 'id'>,
  email: string,
): Promise<void> {
  const same = sql`lower(${customers.email}) = ${email.toLowerCase()}`;
  const taken = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.publisherId, publisherId), ne(customers.id, id), same));
  if (taken.length > 0) throw refuse('This e-mail address is taken');
}

/** Changes what is named of a customer, and says so if anything of it is new. */
export async function changeCustomer(db: Db, row: StoredCustomer, change: CustomerChange, now: number): Promise<StoredCustomer> {
  const changed = (Object.keys(change) as (keyof NewCustomer)[]).filter(
    (key) => change[key] !== undefined && JSON.stringify(change[key]) !== JSON.stringify(row[key]),
  );
  if (changed.length === 0) return row;
  return db.transaction(async (tx) => {
    const [after] = await tx.update(customers).set(change).where(eq(customers.id, row.id)).returning();
    const about = { publisherId: row.publisherId, customerId: row.id, country: row.country };
    await record(tx, { ...about, type: 'customerUpdated', at: now, data: { changed } });
    return after!;
  });
}

/** Forgets who a customer was. What was sold stays in the books; nothing is renewed, and nobody can sign in. */
export async function anonymise(db: Db, row: StoredCustomer, now: number): Promise<StoredCustomer> {
  const customerId = row.id;
  return db.transaction(async (tx) => {
    for (const { offerId, store } of await subscriptionsOf(tx, customerId, now)) {
      if (store === null) await setStatus(tx, customerId, { offerId, status: 'cancelled', cancellationReason: 'Customer deleted' }, now);
    }
    await tx.delete(refreshTokens).where(eq(refreshTokens.customerId, customerId));
    await tx.delete(passwordResets).where(eq(passwordResets.customerId, customerId));
    await tx.delete(captureAnswers).where(eq(captureAnswers.customerId, customerId));
    await tx.delete(customerConsents).where(eq(customerConsents.customerId, customerId));
    await tx.delete(paymentDetails).where(eq(paymentDetails.customerId, customerId));
    const nobody = { firstName: '', lastName: '', externalId: '', externalData: null, lastIp: '', passwordHash: '' };
    return changeCustomer(tx, row, { ...nobody, email: `anonymised-${randomUUID()}@customer.invalid` }, now);
  });
}
