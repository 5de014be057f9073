import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('./migrations/', import.meta.url);

/** Plain SQL, run in the order of the names, each once. SQL that PostgreSQL 15 and 18 both know; never change one that has been published. */
export const migrations: readonly { name: string; sql: string }[] = readdirSync(folder)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map((file) => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(new URL(file, folder), 'utf8') }));
