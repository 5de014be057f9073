import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from './open.js';

/** What looks random but comes out the same for the same calls on the same world: ids of switches, gift codes, payment references. Not for secrets. */
export async function draw(db: Db, purpose: string): Promise<Buffer> {
  const { rows } = (await db.execute(sql`select nextval('draws') as n`)) as { rows: { n: number | string }[] };
  return createHash('sha256')
    .update(`${purpose}/${String(rows[0]?.n)}`)
    .digest();
}

/** A UUID of version 4's form. */
export async function drawUuid(db: Db, purpose: string): Promise<string> {
  const hex = (await draw(db, purpose)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Sixteen letters and digits, as payment providers number what they did. */
export const drawReference = async (db: Db, purpose: string): Promise<string> =>
  (await draw(db, purpose)).toString('hex').slice(0, 16).toUpperCase();
