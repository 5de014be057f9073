import { sql } from 'drizzle-orm';
import type { Db } from './open.js';

type Numbered = 'customers' | 'orders' | 'payments' | 'transactions' | 'holdings' | 'payment_details' | 'gifts';

/** The next ids of a table, so that rows that name each other can be written in one go. */
export async function takeIds(db: Db, table: Numbered, count: number): Promise<number[]> {
  if (count === 0) return [];
  const { rows } = (await db.execute(
    sql`select nextval(pg_get_serial_sequence(${table}, 'id')) as id from generate_series(1, ${count}::int)`,
  )) as { rows: { id: number | string }[] };
  return rows.map((row) => Number(row.id));
}

type Sequence = 'publisher_numbers' | 'payment_method_numbers' | 'offer_numbers';

/** The next numbers of things whose id is more than a number, or was given by somebody else before. */
export async function takeNumbers(db: Db, sequence: Sequence, count: number): Promise<number[]> {
  const { rows } = (await db.execute(sql`select nextval(${sequence}) as id from generate_series(1, ${count}::int)`)) as {
    rows: { id: number | string }[];
  };
  return rows.map((row) => Number(row.id));
}

/** Most rows of one `insert`: PostgreSQL takes 65,535 values a statement. */
const ROWS = 500;

/** What is too much for one statement, in pieces. */
export function* inPieces<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += ROWS) yield rows.slice(i, i + ROWS);
}
