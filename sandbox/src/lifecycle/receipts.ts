import { and, eq, lte, min } from 'drizzle-orm';
import { validate } from '../db/receipts.js';
import { receipts } from '../db/schema.js';
import type { DueKind } from './due.js';

const waiting = eq(receipts.status, 'received');

/** Receipts of stores are validated some time after they came in. */
export const receiptValidation: DueKind = {
  name: 'receipts',
  async next(db) {
    const [row] = await db
      .select({ at: min(receipts.dueAt) })
      .from(receipts)
      .where(waiting);
    return row?.at ?? undefined;
  },
  async run(db, now) {
    const due = await db
      .select()
      .from(receipts)
      .where(and(waiting, lte(receipts.dueAt, now)))
      .orderBy(receipts.dueAt, receipts.id);
    for (const claim of due) await validate(db, claim);
  },
};
