import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { importsOf } from '../arch/source.js';

/** The elements, by the name of their module. */
export const ELEMENTS = [
  'login',
  'register',
  'capture',
  'consents',
  'my-account',
  'checkout',
  'offers',
  'paywall',
  'plan',
  'payment-problem',
  'transactions',
  'payment-details',
  'profile',
] as const;

export interface PackageJson {
  name: string;
  files: string[];
  types: string;
  customElements: string;
  sideEffects: string[];
  exports: Record<string, string | { types: string; default: string }>;
  engines: { node: string };
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

export const readPackage = (): PackageJson => JSON.parse(readFileSync('package.json', 'utf8')) as PackageJson;

/** A built file's text. */
export function built(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} is not there: run npm run build first.`);
  return readFileSync(path, 'utf8');
}

/** A built module and all that it imports statically, however deep: what a page waits for. Packages stay names. */
export function loadedWith(path: string, found = new Set<string>()): Set<string> {
  if (found.has(path)) return found;
  found.add(path);
  for (const { target, kind } of importsOf({ path, text: built(path) })) {
    if (kind !== 'static') continue;
    if (/^[./]/.test(target) || target.startsWith('dist/')) loadedWith(asBuilt(path, target), found);
    else found.add(target);
  }
  return found;
}

/** What a built module loads later, when it is needed, and what that loads in turn. */
export function onDemandFrom(path: string): string[] {
  const later = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string, onDemand: boolean): void => {
    if (onDemand) later.add(file);
    if (seen.has(file)) return;
    seen.add(file);
    for (const { target, kind } of importsOf({ path: file, text: built(file) })) {
      if (/^[./]/.test(target) || target.startsWith('dist/')) visit(asBuilt(file, target), onDemand || kind === 'dynamic');
    }
  };
  visit(path, false);
  return [...later];
}

/** `importsOf` names sources; what is built ends in `.js`. */
const asBuilt = (from: string, target: string) =>
  (target.startsWith('dist/') ? target : join(dirname(from), target)).replace(/\.ts$/, '.js');
