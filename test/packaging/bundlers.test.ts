import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bundleApp, BUNDLERS } from './bundlers.js';

/** The elements whose classes are among these modules. */
const elementsOf = (modules: readonly string[]) => [
  ...new Set(modules.flatMap((path) => /^elements\/([\w-]+)\/\1\.js$/.exec(path)?.[1] ?? [])),
];

for (const [name, bundler] of Object.entries(BUNDLERS)) {
  describe(name, () => {
    test('leaves out what is imported and not used', async () => {
      const { modules } = await bundleApp(
        bundler,
        `import { CleengLogin } from 'cleeng-elements'; import { CleengPlan } from 'cleeng-elements/react';`,
      );
      assert.deepEqual(modules, []);
    });

    test('brings no element with the functions', async () => {
      const { modules } = await bundleApp(
        bundler,
        `import { configure, isEntitled } from 'cleeng-elements'; console.log(configure, isEntitled);`,
      );
      assert.ok(modules.includes('context.js'));
      assert.deepEqual(elementsOf(modules), []);
    });

    test('keeps a definition that is imported for what it does, and brings that element only', async () => {
      const { code, modules } = await bundleApp(bundler, `import 'cleeng-elements/define/transactions';`);
      assert.match(code, /define\("cleeng-transactions"/);
      assert.deepEqual(elementsOf(modules), ['transactions']);
    });

    test('brings one class, which registers nothing', async () => {
      const { code, modules } = await bundleApp(bundler, `import { CleengPlan } from 'cleeng-elements'; console.log(CleengPlan);`);
      assert.deepEqual(elementsOf(modules), ['plan']);
      assert.doesNotMatch(code, /customElements\.define/);
    });
  });
}

test('React’s component of one element brings that element only', async () => {
  const { modules } = await bundleApp(BUNDLERS['esbuild']!, `import { CleengPlan } from 'cleeng-elements/react'; console.log(CleengPlan);`);
  assert.deepEqual(elementsOf(modules), ['plan']);
});
