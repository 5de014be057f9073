import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Db } from './open.js';

/** What looks random but comes out the same for the same calls on the same world: ids of switches, gift codes, payment references. Not for secrets. */
export async function draw(db: Db, purpose: string): Promise<Buffer> {
  return (await draws(db, purpose, 1))[0]!;
}

/** Many draws at once; the same as one after the other. */
async function draws(db: Db, purpose: string, count: number): Promise<Buffer[]> {
  if (count === 0) return [];
  const { rows } = (await db.execute(sql`select nextval('draws') as n from generate_series(1, ${count}::int)`)) as {
    rows: { n: number | string }[];
  };
  return rows.map(({ n }) =>
    createHash('sha256')
      .update(`${purpose}/${String(n)}`)
      .digest(),
  );
}

/** A UUID of version 4's form. */
export async function drawUuid(db: Db, purpose: string): Promise<string> {
  const hex = (await draw(db, purpose)).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Sixteen letters and digits, as payment providers number what they did. */
export const drawReference = async (db: Db, purpose: string): Promise<string> => reference(await draw(db, purpose));

/** Many references at once. */
export const drawReferences = async (db: Db, purpose: string, count: number): Promise<string[]> =>
  (await draws(db, purpose, count)).map(reference);

const reference = (bytes: Buffer) => bytes.toString('hex').slice(0, 16).toUpperCase();

/** Letters and digits that nobody takes for each other, and no vowels: no word comes out. */
const CODE_LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

/** `XXXX-XXXX`. */
export async function drawGiftCode(db: Db): Promise<string> {
  const letters = [...(await draw(db, 'gift-code')).subarray(0, 8)].map((byte) => CODE_LETTERS[byte % CODE_LETTERS.length]!).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
