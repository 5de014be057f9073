import { and, eq } from 'drizzle-orm';
import type { Clock } from '../clock.js';
import type { PspSession, PspStore, RefusalReason } from '../psp/store.js';
import { draw } from './draws.js';
import { record } from './events.js';
import type { Db } from './open.js';
import { customers, orders, pspSessions } from './schema.js';

/** Payment attempts in the database, so that a payment begun before a restart can be finished after it. Refusals are logged, each once. */
export function databasePspStore(db: Db, clock: Pick<Clock, 'now'>): PspStore {
  return {
    newId: async () => (await draw(db, 'psp-session')).toString('hex').slice(0, 48),
    async create({ amount, ...session }, refusal) {
      await db.transaction(async (tx) => {
        await tx.insert(pspSessions).values({ ...session, amount: amount.value, currency: amount.currency });
        if (refusal) await recordRefusal(tx, { amount, ...session }, refusal, clock.now());
      });
    },
    get: (id) => sessionOf(db, id),
    async decide(id, state, refusal) {
      await db.transaction(async (tx) => {
        const [row] = await tx
          .update(pspSessions)
          .set({ state })
          .where(and(eq(pspSessions.id, id), eq(pspSessions.state, 'created')))
          .returning();
        if (row && refusal) await recordRefusal(tx, sessionFrom(row), refusal, clock.now());
      });
    },
    async undecided(method) {
      const rows = await db
        .select()
        .from(pspSessions)
        .where(and(eq(pspSessions.method, method), eq(pspSessions.state, 'created')));
      return rows.map(sessionFrom);
    },
  };
}

export async function sessionOf(db: Db, id: string): Promise<PspSession | undefined> {
  const [row] = await db.select().from(pspSessions).where(eq(pspSessions.id, id));
  return row && sessionFrom(row);
}

/** Takes an approved attempt for the caller's transaction. `undefined` when it is not approved, or not any more. */
export async function takeApproved(tx: Db, id: string): Promise<PspSession | undefined> {
  const [row] = await tx
    .update(pspSessions)
    .set({ state: 'captured' })
    .where(and(eq(pspSessions.id, id), eq(pspSessions.state, 'approved')))
    .returning();
  return row && sessionFrom(row);
}

function sessionFrom({ amount, currency, ...row }: typeof pspSessions.$inferSelect): PspSession {
  return { ...row, amount: { currency, value: amount } };
}

async function recordRefusal(tx: Db, session: PspSession, refusal: RefusalReason, now: number): Promise<void> {
  const [customer] = await tx.select().from(customers).where(eq(customers.id, session.customerId));
  if (!customer) return;
  const [order] = session.orderId === null ? [] : await tx.select().from(orders).where(eq(orders.id, session.orderId));
  await record(tx, {
    type: 'paymentRefused',
    at: now,
    publisherId: customer.publisherId,
    customerId: customer.id,
    offerId: order?.offerId ?? null,
    amount: session.amount.value,
    currency: session.amount.currency,
    country: order?.country ?? customer.country,
    gateway: session.gateway,
    data: { orderId: session.orderId, method: session.method, refusalReason: refusal.reason, refusalReasonCode: refusal.code },
  });
}
