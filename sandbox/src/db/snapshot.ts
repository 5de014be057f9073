import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PGlite } from '@electric-sql/pglite';
import { migrations } from './migrations.js';

/**
 * A new database with its tables and nothing in them, kept from the first start: making one takes ten times as long as loading it. Not
 * compressed, for unpacking would cost more than reading.
 */
const file = () => join(cacheFolder(), `database-${keyOf()}.tar`);

export function loadSnapshot(): Blob | undefined {
  try {
    return new Blob([readFileSync(file())]);
  } catch {
    return undefined;
  }
}

/** Keeps a database that has just been made. A cache that cannot be written to is done without. */
export async function saveSnapshot(client: PGlite): Promise<void> {
  try {
    const path = file();
    mkdirSync(dirname(path), { recursive: true });
    // Another sandbox may start at the same time: whoever comes last replaces a whole file by a whole file.
    const part = `${path}.${process.pid}`;
    writeFileSync(part, Buffer.from(await (await client.dumpDataDir('none')).arrayBuffer()));
    renameSync(part, path);
  } catch {
    return;
  }
}

/** The next `node_modules` that this file lies beside or in, else a folder for what may vanish. */
function cacheFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (existsSync(modules)) return join(modules, '.cache', 'cleeng-sandbox');
  }
  return join(tmpdir(), 'cleeng-sandbox');
}

/** Another engine or other tables make another file. */
function keyOf(): string {
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const { version } = JSON.parse(readFileSync(join(dirname(engine), '..', 'package.json'), 'utf8')) as { version: string };
  return createHash('sha256')
    .update(JSON.stringify([version, migrations]))
    .digest('hex')
    .slice(0, 16);
}
