import { getTableColumns, is, sql } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { CLOCK_KEY, type SandboxClock } from '../clock.js';
import { Refusal } from '../refusal.js';
import { inPieces } from './ids.js';
import { migrations } from './migrations.js';
import type { Db } from './open.js';
import * as schema from './schema.js';

/** The whole state of a sandbox, to go on from it elsewhere. */
export interface World {
  format: 'cleeng-sandbox-world';
  /** What the database went through: a world fits only one of the same form. */
  migrations: string[];
  clock: { now: number; frozen: boolean };
  /** The last number each sequence gave; null before the first. */
  sequences: Record<string, number | null>;
  tables: Record<string, Row[]>;
}

type Row = Record<string, unknown>;

const tables = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => ({ table, name: getTableConfig(table).name, keys: keysOf(table) }));

/** Columns that are written; what the database derives is not. */
function keysOf(table: PgTable): string[] {
  return Object.entries(getTableColumns(table))
    .filter(([, column]) => column.generated?.type !== 'always')
    .map(([key]) => key);
}

const formOf = () => migrations.map(({ name }) => name);

export async function exportWorld(db: Db, clock: SandboxClock): Promise<World> {
  return db.transaction(async (tx) => {
    const contents: World['tables'] = {};
    for (const { table, name, keys } of tables) {
      const rows = (await tx
        .select()
        .from(table)
        .orderBy(sql`1, 2`)) as Row[];
      contents[name] = rows.map((row) => Object.fromEntries(keys.map((key) => [key, row[key]])));
    }
    contents['settings'] = contents['settings']!.filter((row) => row['key'] !== CLOCK_KEY);
    const { now, frozen } = { now: clock.now(), frozen: clock.frozen };
    return {
      format: 'cleeng-sandbox-world',
      migrations: formOf(),
      clock: { now, frozen },
      sequences: await sequencesOf(tx),
      tables: contents,
    };
  });
}

async function sequencesOf(db: Db): Promise<World['sequences']> {
  const query = sql`select sequencename as name, last_value as last from pg_sequences where schemaname = current_schema() order by 1`;
  const { rows } = (await db.execute(query)) as { rows: { name: string; last: number | string | null }[] };
  return Object.fromEntries(rows.map(({ name, last }) => [name, last === null ? null : Number(last)]));
}

/**
 * Replaces everything by an exported world; the clock goes on from where it stood in it.
 * @throws {Refusal} when it does not fit this sandbox; then nothing has changed
 */
export async function importWorld(db: Db, clock: SandboxClock, world: World): Promise<void> {
  refuseForeign(world);
  await db.transaction(async (tx) => {
    const known = Object.keys(await sequencesOf(tx));
    const unknown = Object.keys(world.sequences).find((name) => !known.includes(name));
    if (unknown !== undefined) throw refuse(`there is no sequence ${unknown} here`);
    for (const name of known) refuseBehind(name, world);
    await clearWorld(tx);
    for (const { table, name } of tables) {
      try {
        for (const piece of inPieces(world.tables[name]!)) await tx.insert(table).values(piece);
      } catch (error) {
        throw refuse(`${name}: ${reasonOf(error)}`);
      }
    }
    for (const [name, last] of Object.entries(world.sequences)) {
      if (last !== null) await tx.execute(sql`select setval(${name}, ${last}::bigint)`);
    }
    const value = clock.stateAt(world.clock.now, world.clock.frozen);
    await tx.insert(schema.settings).values({ key: CLOCK_KEY, value }).onConflictDoUpdate({ target: schema.settings.key, set: { value } });
  });
}

const refuse = (text: string) => new Refusal(422, `The world does not fit: ${text}`);

function refuseForeign(world: World): void {
  if (world.migrations.join() !== formOf().join())
    throw refuse(`it comes from a database of another form (${world.migrations.join(', ')}; here ${formOf().join(', ')})`);
  const known = new Map(tables.map(({ name, keys }) => [name, [...keys].sort().join()]));
  for (const name of Object.keys(world.tables)) if (!known.has(name)) throw refuse(`there is no table ${name} here`);
  for (const [name, columns] of known) {
    const rows = world.tables[name];
    if (!rows) throw refuse(`table ${name} is missing`);
    const odd = rows.findIndex((row) => Object.keys(row).sort().join() !== columns);
    if (odd >= 0) throw refuse(`${name}, row ${odd + 1}, has not the columns of this table`);
  }
}

/** A sequence that is behind its table would give out numbers that are taken: each next sale would fail. */
function refuseBehind(sequence: string, { sequences, tables: contents }: World): void {
  const last = sequences[sequence];
  if (last === undefined) throw refuse(`sequence ${sequence} is missing`);
  if (last !== null && last < 1) throw refuse(`sequence ${sequence} cannot be at ${last}`);
  const rows = contents[sequence.replace(/_id_seq$/, '')] ?? [];
  if (rows.some(({ id }) => typeof id === 'number' && id > (last ?? 0))) throw refuse(`sequence ${sequence} is behind its table`);
}

/** Those that belong to no column. */
const FREE_SEQUENCES = ['draws', 'publisher_numbers', 'payment_method_numbers', 'offer_numbers'];

/** Empties every table and lets every sequence start anew. */
export async function clearWorld(db: Db): Promise<void> {
  await db.execute(sql.raw(`truncate ${tables.map(({ name }) => `"${name}"`).join(', ')} restart identity`));
  for (const name of FREE_SEQUENCES) await db.execute(sql.raw(`alter sequence ${name} restart`));
}

/** What the database says, without our statement and its values. */
const reasonOf = (error: unknown): string => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error));
