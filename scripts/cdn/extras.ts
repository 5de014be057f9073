import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { transformSync } from 'esbuild';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { VERSION } from '../../src/version.js';
import { filesBelow } from '../vite/files.js';

/** What `integrity.json` says of a folder of scripts. */
export interface Integrity {
  version: string;
  /** A hash for every file, as `integrity` attributes and import maps take it. */
  files: Record<string, string>;
  /** What each script of a page may load in time. */
  scripts: Record<string, string[]>;
}

const hashOf = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

/** Adds to the built scripts what goes with them: the style that keeps their place, the classic stub, and every file's hash. */
export function writeExtras(folder: string): void {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const files: Record<string, string> = {};
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    files[file] = hashOf(text);
  };
  const scripts = filesBelow(folder, '.js').filter((file) => file !== 'stub.js');
  for (const file of scripts) files[file] = hashOf(read(file));
  const loads = Object.fromEntries(scripts.filter((file) => !file.includes('/')).map((file) => [file, [...reached(file, read)].sort()]));

  const css = transformSync(readFileSync('scripts/cdn/reserve.css', 'utf8'), {
    loader: 'css',
    minify: true,
    target: 'chrome111',
  }).code.trim();
  write('cleeng-elements.css', `${css}\n`);
  const known = loads['cleeng-elements.js'] ?? [];
  const { code } = transformSync(readFileSync('scripts/cdn/stub.js', 'utf8'), {
    minify: true,
    target: 'es2022',
    format: 'iife',
    define: { INTEGRITY: JSON.stringify(Object.fromEntries(known.map((file) => [file, files[file]]))), RESERVE: JSON.stringify(css) },
  });
  write('stub.js', code);

  const integrity: Integrity = { version: VERSION, files, scripts: loads };
  writeFileSync(join(folder, 'integrity.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}

/** A script and everything it imports, at once or later. */
function reached(file: string, read: (file: string) => string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, target = ''] of read(file).matchAll(/(?:\bfrom|\bimport\(|\bimport)\s*[`"'](\.{1,2}\/[^`"']+\.js)[`"']/g)) {
    // A language's name is put in when it is asked for.
    for (const one of /\$\{\w+\}/.test(target) ? LANGUAGES.map((language) => target.replace(/\$\{\w+\}/, language)) : [target]) {
      reached(join(dirname(file), one), read, found);
    }
  }
  return found;
}
