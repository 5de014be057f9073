import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const CSS_TAG = fileURLToPath(new URL('css-tag.ts', import.meta.url));

/** Hooks of Lit for polyfills of shadow roots, which no browser needs that the kit runs in, and its register of copies on a page. */
const HOOKS =
  /[\w$.]+\?\.\((?:\{\w+:[\w$]+\}|[\w$]+,[\w$]+)\)|\([\w$]+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|[\w$]+\.\w+PolyfillSupport\b/g;

/** Leaves out of Lit what the script-tag build has no use for. An update of Lit that is written otherwise fails the build. */
export const leanLit = (): Plugin => ({
  name: 'lean-lit',
  apply: 'build',
  transform: {
    filter: { id: /\/(css-tag|reactive-element|lit-html|lit-element)\.js$/ },
    handler(code, id) {
      if (id.endsWith('/css-tag.js')) return { code: `export * from ${JSON.stringify(CSS_TAG)};`, map: null };
      const lean = code.replace(HOOKS, '0');
      if (lean === code) throw new Error(`${id} has other hooks than expected`);
      return { code: lean, map: null };
    },
  },
});
