import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { build } from 'esbuild';
import { filesBelow } from '../../scripts/vite/files.js';
import { built, readPackage } from '../build/dist.js';
import { compile } from '../types/compile.js';

const pages = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', ...filesBelow('docs', '.md').map((file) => `docs/${file}`)];
const read = (path: string) => readFileSync(path, 'utf8');

/** The snippets of a page in one language. */
const blocks = (page: string, language: string) =>
  [...read(page).matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);

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
      test(`${page}, js ${index + 1} finds what it imports`, async () => {
        const { warnings } = await build({
          stdin: { contents: text, resolveDir: '.' },
          tsconfigRaw: '{}',
          bundle: true,
          format: 'esm',
          write: false,
          logLevel: 'silent',
        });
        assert.deepEqual(warnings, []);
      });
    }
    for (const [index, text] of blocks(page, 'json').entries()) {
      test(`${page}, json ${index + 1} is JSON`, () => void JSON.parse(text));
    }
  }

  test('of files for a page name files that the build writes', () => {
    const files = [...read('docs/embedding.md').matchAll(/^\| `([\w.-]+)`/gm)].map(([, file]) => file!);
    assert.ok(files.includes('stub.js') && files.includes('integrity.json'));
    for (const file of files) assert.ok(built(`dist/cdn/${file}`), file);
  });
});
