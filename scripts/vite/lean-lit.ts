import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const CSS_TAG = fileURLToPath(new URL('css-tag.ts', import.meta.url));

/** Hooks of Lit for polyfills of shadow roots, which no browser needs that the kit runs in, and its register of copies on a page. */
const HOOKS =
  /[\w$.]+\?\.\((?:\{\w+:[\w$]+\}|[\w$]+,[\w$]+)\)|\([\w$]+\.\w+Versions\?\?=\[\]\)\.push\("[\d.]+"\)|[\w$]+\.\w+PolyfillSupport\b/g;

/** What standard decorators leave for Lit; the kit's are compiled to calls. */
const METADATA =
  /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;|const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{[^{}]+?\}(?=this\.)/g;

/** Attributes that are JSON: the kit takes objects as properties only. */
const JSON_ATTRIBUTES =
  /break;case Object:case Array:(?:\w+=null==\w+\?\w+:JSON\.stringify\(\w+\)|try\{\w+=JSON\.parse\(\w+\)\}catch\(\w+\)\{\w+=null\})/g;

/** Leaves out of Lit what the script-tag build has no use for. An update of Lit that is written otherwise fails the build. */
export const leanLit = (): Plugin => ({
  name: 'lean-lit',
  apply: 'build',
  transform: {
    filter: { id: /\/(css-tag|reactive-element|lit-html|lit-element)\.js$/ },
    handler(code, id) {
      if (id.endsWith('/css-tag.js')) return { code: `export * from ${JSON.stringify(CSS_TAG)};`, map: null };
      const unused = id.endsWith('/reactive-element.js') ? [METADATA, JSON_ATTRIBUTES] : [];
      let lean = code.replace(HOOKS, '0');
      if (lean === code) throw new Error(`${id} has other hooks than expected`);
      for (const pattern of unused) {
        if (lean.match(pattern)?.length !== 2) throw new Error(`${id} is written otherwise than expected`);
        lean = lean.replace(pattern, '');
      }
      return { code: lean, map: null };
    },
  },
});
