import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { migrations } from './migrations.js';
import type { WorldName } from './seed/worlds.js';

/**
 * What a new database begins with, kept from an earlier start: making it takes many times as long as loading it. Not compressed, for unpacking
 * would cost more than reading.
 */
export interface Snapshot {
  load(): Blob | undefined;
  /** Keeps a database as it is now. A cache that cannot be written to is done without. */
  save(client: PGlite): Promise<void>;
}

/** The tables, with nothing in them. */
export const tablesSnapshot = (): Snapshot => snapshot('tables', () => keyOf(JSON.stringify(migrations)));

/**
 * A world as it was told earlier on the same day: whoever starts from it gets a sandbox that has been running for some hours. Tomorrow its people
 * would no longer be what they are known for, and other code may tell other lives.
 */
export const worldSnapshot = (world: WorldName): Snapshot =>
  snapshot(`world-${world}`, () => `${new Date().toISOString().slice(0, 10)}-${keyOf(...sources())}`);

/** @param key asked for once, and only when there is something to begin: an existing database is opened without it */
function snapshot(name: string, key: () => string): Snapshot {
  const folder = cacheFolder();
  let known: string | undefined;
  const file = () => (known ??= `${name}-${key()}.tar`);
  return {
    load() {
      try {
        return new Blob([readFileSync(join(folder, file()))]);
      } catch {
        return undefined;
      }
    },
    async save(client) {
      try {
        mkdirSync(folder, { recursive: true });
        // Another sandbox may start at the same time: whoever comes last replaces a whole file by a whole file.
        const part = join(folder, `${process.pid}.part`);
        writeFileSync(part, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()));
        renameSync(part, join(folder, file()));
        for (const other of readdirSync(folder)) if (other.startsWith(`${name}-`) && other !== file()) rmSync(join(folder, other));
      } catch {
        return;
      }
    },
  };
}

/** The next `node_modules` that this file lies beside or in, else a folder for what may vanish. */
function cacheFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'cleeng-sandbox');
  }
  return join(tmpdir(), 'cleeng-sandbox');
}

/** Another engine makes another file, whatever else does. */
function keyOf(...contents: readonly string[]): string {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(engine), '..', 'package.json'), 'utf8')) as { version: string };
  const hash = createHash('sha256').update(version);
  for (const content of contents) hash.update(content);
  return hash.digest('hex').slice(0, 16);
}

/** All the sandbox is made of. */
function sources(): string[] {
  const root = fileURLToPath(new URL('..', import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|sql)$/.test(path))
    .sort()
    .map((path) => readFileSync(join(root, path), 'utf8'));
}
