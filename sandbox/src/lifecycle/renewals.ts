import { and, eq, getTableColumns, inArray, isNotNull, lte, sql, type SQL } from 'drizzle-orm';
import { write } from '../db/books.js';
import type { Holding } from '../db/holdings.js';
import { inPieces } from '../db/ids.js';
import type { Db } from '../db/open.js';
import { customers, dunningSettings, holdings, paymentDetails, paymentMethods, publishers } from '../db/schema.js';
import { cycleOf, NO_DUNNING } from '../rules/dunning.js';
import type { DueKind } from './due.js';
import { entryOf, type Addressee } from './entries.js';
import { liveUntil, type Details, type Surroundings, type Turn } from './turns.js';

/** Most turns of one transaction, but for those of its last moment. */
const ENOUGH = 2000;

/** Renewals, refused ones tried again, ends of grace periods, and ends of what is not renewed: computed in memory, written in batches. */
export const renewals: DueKind = {
  name: 'renewals',
  async next(db) {
    const [row] = await db.select({ at: sql<number | string | null>`min(${holdings.dueAt})` }).from(holdings);
    return row?.at == null ? undefined : Number(row.at);
  },
  async run(db, now) {
    await play(db, await dueBy(db, now), now);
  },
  async runAhead(db, until) {
    const turns = await play(db, await dueBy(db, until), until, ENOUGH);
    return { reached: turns.length < ENOUGH ? until : turns.at(-1)!.at, done: turns.length };
  },
};

const dueBy = (db: Db, now: number): Promise<Holding[]> =>
  db.select().from(holdings).where(lte(holdings.dueAt, now)).orderBy(holdings.dueAt, holdings.id);

/** Tries the refused renewals of a customer again at once: somebody who has just added payment details waits for no dunning attempt. */
export async function retryDue(db: Db, customerId: number, now: number): Promise<void> {
  const inDunning = and(eq(holdings.customerId, customerId), eq(holdings.status, 'active'), isNotNull(holdings.graceEndsAt));
  await db.update(holdings).set({ nextAttemptAt: now }).where(inDunning);
  await play(
    db,
    await db
      .select()
      .from(holdings)
      .where(and(inDunning, lte(holdings.dueAt, now)))
      .orderBy(holdings.id),
    now,
  );
}

async function play(db: Db, due: Holding[], until: number, enough = Infinity): Promise<Turn[]> {
  if (due.length === 0) return [];
  const people = [...new Set(due.map((holding) => holding.customerId))];
  const turns = liveUntil(due, until, await surroundingsOf(db, people), enough);
  const addressees = await addresseesOf(db, people);
  await write(
    db,
    turns.map((turn) => entryOf(turn, addressees.get(turn.before.customerId)!)),
  );
  await store(db, [...new Map(turns.map((turn) => [turn.after.id, turn.after])).values()]);
  return turns;
}

/** All columns but the id and what the database derives. */
const CHANGED: Record<string, SQL> = Object.fromEntries(
  Object.entries(getTableColumns(holdings))
    .filter(([key]) => key !== 'id' && key !== 'dueAt')
    .map(([key, column]) => [key, sql.raw(`excluded.${column.name}`)]),
);

async function store(db: Db, changed: Holding[]): Promise<void> {
  for (const piece of inPieces(changed)) await db.insert(holdings).values(piece).onConflictDoUpdate({ target: holdings.id, set: CHANGED });
}

/** What renewals depend on, read once for all of them. */
export async function surroundingsOf(db: Db, people: number[]): Promise<Surroundings> {
  const active: Details[] = [];
  for (const piece of inPieces(people)) {
    const wanted = and(inArray(paymentDetails.customerId, piece), eq(paymentDetails.active, true));
    active.push(...(await db.select().from(paymentDetails).where(wanted)));
  }
  const details = new Map(active.map((row) => [row.customerId, row]));
  const dunning = new Map((await db.select().from(dunningSettings)).map((row) => [`${row.publisherId}/${row.cycle}`, row]));
  const fees = new Map((await db.select().from(paymentMethods)).map((row) => [row.id, row.feeRate]));
  return {
    details: (customerId) => details.get(customerId),
    dunning: (publisherId, period) => dunning.get(`${publisherId}/${cycleOf(period)}`) ?? NO_DUNNING,
    feeRate: (paymentMethodId) => fees.get(paymentMethodId ?? 0) ?? 0,
  };
}

async function addresseesOf(db: Db, people: number[]): Promise<Map<number, Addressee>> {
  const found = new Map<number, Addressee>();
  for (const piece of inPieces(people)) {
    const rows = await db
      .select({ id: customers.id, recipient: customers.email, publisher: publishers.name })
      .from(customers)
      .innerJoin(publishers, eq(publishers.id, customers.publisherId))
      .where(inArray(customers.id, piece));
    for (const { id, ...addressee } of rows) found.set(id, addressee);
  }
  return found;
}
