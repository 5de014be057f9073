import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files below a folder whose name ends so, as paths relative to it; packages that lie there are not ours. */
export function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}
