import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import MagicString from 'magic-string';
import ts from 'typescript';
import type { Plugin } from 'vite';
import { filesBelow } from './files.js';
import { shifted } from './shifted.js';

const LOCALES = fileURLToPath(new URL('../../src/i18n/locales/', import.meta.url));
/** How the kit asks for sections of a language. */
const IMPORT = /import\(\s*`\.\/locales\/\$\{language\}\.ts\?([\w,]+)`,?\s*\)/g;
/** Some sections of a language. */
const PART = /\/locales\/([\w-]+)\.ts\?common,((\w+)[\w,]*)$/;

/** Where the files of the languages lie, seen from the file that asks for them. */
const FROM = '__locales__';

/**
 * Splits the languages: what a page asks for brings the sections it needs and no others, from the one file of that language.
 * @param named whether these files are asked for by a name made at run time, which is short; otherwise each language has an `import()` of its own,
 *   which every bundler understands
 */
export const locales = (named = false): Plugin => {
  const parts = new Map<string, { path: string; sections: string[] }>();
  /** Sections by the end of the names of their files. */
  const asked = new Map<string, string[]>();
  return {
    name: 'locales',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/i18n\/parts\.ts$/ },
      handler(code) {
        const text = new MagicString(code);
        for (const { 0: found, 1: sections = '', index } of code.matchAll(IMPORT)) {
          const first = sections.split(',')[1];
          const each = languages().map((tag) => [tag, `./locales/${tag}.ts?${sections}`] as const);
          if (named) asked.set(`.${first}.js`, sections.split(','));
          const map = `({ ${each.map(([tag, id]) => `${JSON.stringify(tag)}: () => import('${id}')`).join(', ')} })[language]()`;
          text.update(index, index + found.length, named ? `import(\`${FROM}\${language}.${first}.js\`)` : map);
        }
        return { code: text.toString(), map: text.generateMap({ hires: 'boundary' }) };
      },
    },
    resolveId: {
      filter: { id: PART },
      handler(source) {
        const [, tag, sections = '', first] = PART.exec(source) ?? [];
        const id = `${LOCALES}${tag}.${first}.ts`;
        parts.set(id, { path: `${LOCALES}${tag}.ts`, sections: ['common', ...sections.split(',')] });
        return id;
      },
    },
    load: {
      filter: { id: /\/locales\/[\w-]+\.\w+\.ts$/ },
      handler(id) {
        const part = parts.get(id);
        return part ? sectionsOf(part.path, part.sections) : null;
      },
    },
    async generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      for (const [end, sections] of asked) {
        if (!chunks.some(({ code }) => code.includes(end))) continue;
        for (const tag of languages()) {
          const { code } = await transform(sectionsOf(`${LOCALES}${tag}.ts`, sections), { loader: 'ts', minify: true, charset: 'utf8' });
          this.emitFile({ type: 'asset', fileName: `chunks/${tag}${end}`, source: code });
        }
      }
      for (const chunk of chunks) {
        const map = bundle[`${chunk.fileName}.map`];
        const folder = chunk.fileName.includes('/') ? './' : './chunks/';
        for (let index; (index = chunk.code.indexOf(FROM)) >= 0;) {
          if (map?.type === 'asset') map.source = shifted(String(map.source), chunk.code, index, FROM.length, folder.length);
          chunk.code = chunk.code.replace(FROM, folder);
        }
      }
    },
  };
};

const languages = () => filesBelow(LOCALES, '.ts').map((file) => file.slice(0, -3));

/** A language's file without the sections nobody asked for. */
function sectionsOf(path: string, wanted: readonly string[]): string {
  const code = readFileSync(path, 'utf8');
  const text = new MagicString(code);
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (!ts.isObjectLiteralExpression(node)) return ts.forEachChild(node, visit);
    for (const [index, property] of node.properties.entries()) {
      const name = property.name?.getText(file) ?? '';
      if (name === 'dir' || wanted.includes(name)) continue;
      text.remove(property.getFullStart(), node.properties[index + 1]?.getFullStart() ?? node.properties.end);
    }
  };
  ts.forEachChild(file, visit);
  return text.toString();
}
