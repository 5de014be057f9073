import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import { lockFolder } from './lock.js';
import { migrations } from './migrations.js';
import * as schema from './schema.js';
import { tablesSnapshot, type Snapshot } from './snapshot.js';
import { StorageError } from './storage-error.js';

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface OpenDb {
  db: Db;
  /** A number that grows whenever something may have been written. */
  writes(): number;
  /** Whether it has just been created, and nothing is in it. */
  fresh: boolean;
  /** Keeps what is in it now, for others to begin with. */
  keepAs(snapshot: Snapshot): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the database, and creates its tables at the first time.
 * @param data a folder that survives a restart, or `memory`
 * @param beginning what a new one begins with, if there is such a snapshot
 * @throws {StorageError} when the folder cannot be written to or another sandbox uses it
 */
export async function openDb(data: string, beginning?: Snapshot): Promise<OpenDb> {
  const unlock = data === 'memory' ? () => {} : prepare(data);
  try {
    const client = await (data === 'memory' ? createClient(beginning) : openFolder(join(data, 'db'), beginning));
    let writes = 0;
    const logger = { logQuery: (query: string) => void (writes += /^\s*select\b/i.test(query) ? 0 : 1) };
    const db: Db = drizzle(client, { schema, logger });
    await migrate(db);
    const { rows } = (await db.execute(sql`select 1 from publishers limit 1`)) as { rows: unknown[] };
    return {
      db,
      writes: () => writes,
      fresh: rows.length === 0,
      keepAs: (snapshot) => snapshot.save(client),
      async close() {
        await client.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** A new database with its tables: from the snapshot of an earlier one, or made, and kept as a snapshot. */
async function createClient(beginning?: Snapshot, folder?: string): Promise<PGlite> {
  const place = folder ? { dataDir: folder } : {};
  const tables = tablesSnapshot();
  const loadDataDir = beginning?.load() ?? tables.load();
  if (loadDataDir) return PGlite.create({ ...place, loadDataDir });
  const client = await PGlite.create(place);
  await migrate(drizzle(client, { schema }));
  await tables.save(client);
  return client;
}

/** A folder whose creation was interrupted is made anew: nobody has been told of anything in it. */
async function openFolder(folder: string, beginning?: Snapshot): Promise<PGlite> {
  const unfinished = `${folder}.unfinished`;
  if (existsSync(folder) && !existsSync(unfinished)) return openExisting(folder);
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(unfinished, '');
  const client = await createClient(beginning, folder);
  rmSync(unfinished);
  return client;
}

async function openExisting(folder: string): Promise<PGlite> {
  try {
    return await PGlite.create(folder);
  } catch (error) {
    // The engine says no more than that it did not start.
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new StorageError(
      `The database in ${folder} cannot be opened (${reason}): remove that folder, or set SANDBOX_DATA to another one.`,
    );
  }
}

function prepare(folder: string): () => void {
  try {
    makeFolder(resolve(folder));
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageError(`The folder ${folder} cannot be written to (${reason}): set SANDBOX_DATA to another folder, or to "memory".`);
  }
}

/** Step by step: Node's own recursion never ends where a folder exists and nothing can be made in it, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

async function migrate(db: Db): Promise<void> {
  await db.execute(sql`create table if not exists migrations (name text primary key)`);
  const done = new Set(((await db.execute(sql`select name from migrations`)) as { rows: { name: string }[] }).rows.map((row) => row.name));
  await db.transaction(async (tx) => {
    for (const { name, sql: text } of migrations) {
      if (done.has(name)) continue;
      for (const statement of text.split(';').filter((part) => part.trim())) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migrations (name) values (${name})`);
    }
  });
}
