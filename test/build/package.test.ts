import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { VERSION } from '../../src/version.js';
import { built, ELEMENTS, loadedWith, readPackage } from './dist.js';

const manifest = readPackage();
const packed = filesOfPackage();

/** What `npm publish` would send, of the kit or of a workspace. */
function filesOfPackage(...of: string[]): string[] {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', ...of], { encoding: 'utf8', shell: true });
  const [pack] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return pack.files.map(({ path }) => path);
}

/** The files a path with stars stands for. */
const matching = (pattern: string): string[] => {
  const expression = new RegExp(`^${pattern.replace(/^\.\//, '').replace(/\*+/g, '§').replace(/\./g, '\\.').replace(/§/g, '.+')}$`);
  return packed.filter((path) => expression.test(path));
};
const exists = (pattern: string) => assert.ok(matching(pattern).length > 0, `${pattern} is in the package`);

describe('the package', () => {
  test('has every file that package.json names', () => {
    for (const target of Object.values(manifest.exports)) {
      if (typeof target === 'string') exists(target);
      else [target.types, target.default].forEach(exists);
    }
    for (const file of manifest.files) exists(packed.includes(file) ? file : `${file}/*`);
    exists(manifest.types);
    exists(manifest.customElements);
    exists('LICENSE');
    exists('README.md');
  });

  test('says that only registering has side effects, for the sources too', () => {
    const builtOnes = manifest.sideEffects.filter((path) => path.startsWith('./dist/'));
    builtOnes.forEach(exists);
    assert.deepEqual(
      manifest.sideEffects.filter((path) => path.startsWith('./src/')),
      builtOnes.filter((path) => path.includes('/npm/')).map((path) => path.replace('dist/npm', 'src').replace('.js', '.ts')),
    );
    assert.equal(manifest.sideEffects.length, 5, 'nothing else has side effects');
  });

  test('says its own version wherever it says one', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    const { version: editors } = JSON.parse(readFileSync('web-types.json', 'utf8')) as { version: string };
    assert.deepEqual([VERSION, editors], [version, version]);
  });

  test('has a module with types for every element, and a script', () => {
    for (const name of ELEMENTS) {
      for (const path of [`dist/npm/define/${name}.js`, `dist/npm/elements/${name}/${name}.js`]) {
        exists(path);
        exists(path.replace('dist/npm', 'dist/types').replace('.js', '.d.ts'));
      }
      exists(`dist/cdn/${name}.js`);
    }
    exists('dist/cdn/cleeng-elements.js');
  });

  test('tells React’s servers which modules are for the browser', () => {
    for (const name of ELEMENTS) assert.match(built(`dist/npm/react/components/${name}.js`), /^"use client";/);
  });

  test('holds no sources, no tests and no sandbox', () => {
    assert.deepEqual(
      packed.filter(
        (path) =>
          !/^(dist\/(npm|cdn|types)\/|(custom-elements|vscode\.html-custom-data|web-types)\.json$|LICENSE$|README\.md$|package\.json$)/.test(
            path,
          ),
      ),
      [],
    );
  });

  test('names every package it imports as a dependency', () => {
    const imported = [
      'dist/npm/define.js',
      'dist/npm/react/components/index.js',
      'dist/npm/payments/adyen.js',
      'dist/npm/payments/paypal.js',
    ]
      .flatMap((path) => [...loadedWith(path)])
      .filter((name) => !name.startsWith('dist/'))
      .map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)![0]);
    // React is the application's own.
    assert.deepEqual(new Set(imported), new Set([...Object.keys(manifest.dependencies), 'react']));
  });
});

describe('on a server', () => {
  const run = (code: string) => spawnSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' });

  test('importing the package throws nothing, registers nothing and leaves no trace beside Lit’s', () => {
    const { stdout, stderr } = run(`
      await import('lit');
      await import('@lit/context');
      const before = Reflect.ownKeys(globalThis);
      const kit = await import('cleeng-elements');
      for (const name of ${JSON.stringify(ELEMENTS)}) await import(\`cleeng-elements/elements/\${name}\`);
      const after = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key));
      console.log(typeof kit.configure, typeof kit.CleengLogin, after.length, globalThis.customElements?.get('cleeng-login'));
    `);
    assert.deepEqual([stdout, stderr], ['function function 0 undefined\n', '']);
  });

  test('every module may be imported, those that register too', () => {
    const modules = Object.keys(manifest.exports)
      .filter((way) => !/json$|css$|cdn/.test(way))
      .flatMap((way) => (way.includes('*') ? ELEMENTS.map((name) => way.replace('*', name)) : [way]))
      .map((way) => way.replace('.', 'cleeng-elements'));
    assert.ok(modules.length > 2 * ELEMENTS.length);
    const { status, stdout, stderr } = run(`for (const name of ${JSON.stringify(modules)}) await import(name);`);
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  test('React’s components print their tags, and what is inside', () => {
    const { stdout, stderr } = run(`
      const { createElement } = await import('react');
      const { renderToString } = await import('react-dom/server');
      const { CleengLogin } = await import('cleeng-elements/react');
      console.log(renderToString(createElement(CleengLogin, { publisherId: '1', id: 'in' }, 'Welcome')));
    `);
    assert.deepEqual([stdout, stderr], ['<cleeng-login id="in">Welcome</cleeng-login>\n', '']);
  });

  test('each way in resolves to the file that package.json names', () => {
    const ways = ['', '/define', '/define/login', '/elements/my-account', '/react', '/jsx', '/vue', '/analytics', '/mssdk'];
    ways.push('/cdn/checkout.js', '/reserve.css', '/custom-elements.json', '/package.json');
    const { stdout, stderr } = run(
      `for (const way of ${JSON.stringify(ways)}) console.log(import.meta.resolve('cleeng-elements' + way).replace(/.*\\/(?=dist|custom|package)/, ''));`,
    );
    assert.equal(stderr, '');
    assert.deepEqual(stdout.trim().split('\n'), [
      'dist/npm/index.js',
      'dist/npm/define.js',
      'dist/npm/define/login.js',
      'dist/npm/elements/my-account/my-account.js',
      'dist/npm/react/components/index.js',
      'dist/npm/react/jsx.js',
      'dist/npm/vue/vue.js',
      'dist/npm/analytics/analytics.js',
      'dist/npm/mssdk/mssdk.js',
      'dist/cdn/checkout.js',
      'dist/cdn/cleeng-elements.css',
      'custom-elements.json',
      'package.json',
    ]);
  });
});

test('the sandbox’s package has its command and its sources', () => {
  const files = filesOfPackage('-w', 'sandbox');
  for (const file of ['bin/cleeng-sandbox.mjs', 'src/main.ts', 'openapi.json', 'README.md']) assert.ok(files.includes(file), file);
});
