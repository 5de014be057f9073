import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { readDeclarations, type Declaration } from '../../scripts/generate/manifest.js';
import { filesBelow } from '../../scripts/vite/files.js';
import { built, readPackage } from '../build/dist.js';
import { compile } from '../types/compile.js';

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', '.md').map((file) => `docs/${file}`)];
const read = (path: string) => readFileSync(path, 'utf8');

/** The snippets of a page in one language. */
const blocks = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);

const declarations = readDeclarations();
const tokens = new Map(declarations[0]!.cssProperties.map(({ name, default: value }) => [name, value]));

function elementOf(tag: string): Declaration {
  const element = declarations.find(({ tagName }) => tagName === tag);
  assert.ok(element, tag);
  return element;
}

/** Bundles a snippet as an application would; a page's own `fetch` addresses and frameworks stay outside. */
async function bundles(contents: string): Promise<void> {
  const { warnings } = await build({
    stdin: { contents, resolveDir: '.', loader: 'ts' },
    tsconfigRaw: '{}',
    bundle: true,
    format: 'esm',
    write: false,
    external: ['vue', '@vitejs/plugin-vue', 'https://*'],
    logLevel: 'silent',
  });
  assert.deepEqual(warnings, []);
}

/** Tags of the kit in a snippet have attributes and events that there are, whatever framework writes them. */
function knowsTags(text: string): void {
  for (const [, tag = '', rest = ''] of text.matchAll(/<(cleeng-[\w-]+)([^>]*)/g)) {
    const { attributes, members, events } = elementOf(tag);
    for (const [, mark = '', name = ''] of rest.matchAll(/\s([@:([]?)([\w-]+)[^\s="]*(?==|\s|$)/g)) {
      if (mark === '@' || mark === '(')
        assert.ok(
          events.some((event) => event.name === name),
          `${tag} has ${name}`,
        );
      else if (mark)
        assert.ok(
          members.some((member) => member.name === camel(name)),
          `${tag} has ${name}`,
        );
      else if (!/^(on|slot$|class$)/.test(name))
        assert.ok(
          attributes.some((attribute) => attribute.name === name),
          `${tag} has ${name}`,
        );
    }
  }
}

const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

for (const page of pages) {
  describe(page, () => {
    test('has links that lead somewhere', () => {
      for (const [, link] of read(page).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g))
        assert.ok(existsSync(join(dirname(page), link!)), link);
    });

    test('names commands of package.json', () => {
      const { scripts } = readPackage();
      for (const [, name] of read(page).matchAll(/npm run ([\w:]+)/g)) assert.ok(scripts[name!], name);
    });
  });
}

describe('the snippets', () => {
  for (const page of pages.filter((path) => path !== 'README.md')) {
    for (const [index, text] of blocks(page, 'tsx').entries()) {
      test(`${page}, tsx ${index + 1} compiles`, () => {
        assert.deepEqual(compile(text, 'bundler', { file: 'app.tsx', beside: ['react', '@types/react'] }), []);
      });
    }
    for (const [index, text] of blocks(page, 'js').entries()) {
      test(`${page}, js ${index + 1} finds what it imports`, () => bundles(text));
    }
    for (const [index, text] of blocks(page, 'ts').entries()) {
      test(`${page}, ts ${index + 1} finds what it imports`, () => bundles(text));
    }
    for (const [index, text] of blocks(page, 'vue').entries()) {
      test(`${page}, vue ${index + 1} finds what it imports, and has attributes and events that there are`, async () => {
        const [, script = '', template = ''] = /<script[^>]*>([^]*)<\/script>([^]*)/.exec(text) ?? [];
        await bundles(script);
        knowsTags(template);
      });
    }
    for (const [index, text] of blocks(page, 'html').entries()) {
      test(`${page}, html ${index + 1} has attributes that there are`, () => knowsTags(text));
    }
    for (const [index, text] of blocks(page, 'css').entries()) {
      test(`${page}, css ${index + 1} has tokens and parts that there are`, () => {
        for (const [token] of text.matchAll(/--cleeng-[\w-]+/g)) assert.ok(tokens.has(token), token);
        for (const [, tag, part] of text.matchAll(/(cleeng-[\w-]+)::part\(([\w-]+)\)/g))
          assert.ok(
            elementOf(tag!).cssParts.some(({ name }) => name === part),
            `${tag} has the part ${part}`,
          );
      });
    }
    for (const [index, text] of blocks(page, 'json').entries()) {
      test(`${page}, json ${index + 1} is JSON`, () => void JSON.parse(text));
    }
  }

  test('of theming tell every token with its default, and classes that light regions have', () => {
    const theming = read('docs/theming.md');
    const told = [...theming.matchAll(/^\| `(--cleeng-[\w-]+)`\s*\| `([^`]+)`/gm)].map(([, name, value]) => [name, value]);
    assert.deepEqual(told, [...tokens]);
    const styles = filesBelow('src/ui', '.ts')
      .map((file) => read(`src/ui/${file}`))
      .join();
    const classes = [...theming.matchAll(/`\.(cleeng-[\w-]+)`/g)].map(([, name]) => name!);
    assert.ok(classes.length > 2);
    for (const name of classes) assert.ok(styles.includes(`.${name}`), name);
  });

  test('of files for a page name files that the build writes', () => {
    const files = [...read('docs/embedding.md').matchAll(/^\| `([\w.-]+)`/gm)].map(([, file]) => file!);
    assert.ok(files.includes('stub.js') && files.includes('integrity.json'));
    for (const file of files) assert.ok(built(`dist/cdn/${file}`), file);
  });
});
