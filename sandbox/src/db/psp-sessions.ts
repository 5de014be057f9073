import { eq } from 'drizzle-orm';
import type { PspSession, PspStore } from '../psp/store.js';
import type { Db } from './open.js';
import { pspSessions } from './schema.js';

/** Payment attempts in the database, so that a payment begun before a restart can be finished after it. */
export function databasePspStore(db: Db): PspStore {
  return {
    async create({ amount, ...session }) {
      await db.insert(pspSessions).values({ ...session, amount: amount.value, currency: amount.currency });
    },
    async get(id): Promise<PspSession | undefined> {
      const [row] = await db.select().from(pspSessions).where(eq(pspSessions.id, id));
      if (!row) return undefined;
      const { amount, currency, ...session } = row;
      return { ...session, amount: { currency, value: amount } };
    },
    async setState(id, state) {
      await db.update(pspSessions).set({ state }).where(eq(pspSessions.id, id));
    },
  };
}
