import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, describe, test } from 'node:test';
import { openApiDocument } from '../../sandbox/src/contract/document.js';
import { generatedFiles } from '../../scripts/generate/files.js';
import { ELEMENTS } from './dist.js';

const folder = mkdtempSync(join(tmpdir(), 'cleeng-generated-'));
after(() => rmSync(folder, { recursive: true }));

function run(tool: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [`node_modules/.bin/${tool}`, ...args], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
}

const read = (path: string) => readFileSync(path, 'utf8');

describe('what is generated is what the sources say now', () => {
  test('sandbox/openapi.json (npm run contract)', () => {
    assert.equal(read('sandbox/openapi.json'), `${JSON.stringify(openApiDocument(), null, 2)}\n`);
  });

  test('src/api/contract.ts (npm run contract)', () => {
    run('openapi-typescript', 'sandbox/openapi.json', '-o', join(folder, 'contract.ts'));
    assert.equal(read('src/api/contract.ts'), read(join(folder, 'contract.ts')));
  });

  test('custom-elements.json (npm run manifest)', () => {
    // The tool takes the folder as one below the current one.
    run('cem', 'analyze', '--quiet', '--outdir', relative('.', folder));
    assert.equal(read('custom-elements.json'), read(join(folder, 'custom-elements.json')));
  });

  test('components for React, types for React and Vue, data for editors (npm run manifest)', async () => {
    for (const [path, text] of await generatedFiles()) assert.equal(read(path), text, path);
  });
});

interface Declaration {
  tagName: string;
  description?: string;
  attributes?: Described[];
  events?: (Described & { type?: { text: string } })[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: (Described & { default?: string })[];
}

interface Described {
  name: string;
  description?: string;
}

describe('the manifest', () => {
  const { modules } = JSON.parse(read('custom-elements.json')) as { modules: { path: string; declarations: Declaration[] }[] };
  const declarations = modules.flatMap((module) => module.declarations);

  test('tells of every element, in its published module', () => {
    assert.deepEqual(declarations.map(({ tagName }) => tagName).sort(), ELEMENTS.map((name) => `cleeng-${name}`).sort());
    for (const name of ELEMENTS) assert.ok(modules.some(({ path }) => path === `dist/npm/elements/${name}/${name}.js`));
  });

  for (const element of declarations) {
    test(`describes attributes, events, slots, parts and properties of ${element.tagName}`, () => {
      const { description, attributes = [], events = [], slots = [], cssParts = [], cssProperties = [] } = element;
      assert.ok(description);
      for (const list of [attributes, events, slots, cssParts]) {
        assert.ok(list.length > 0);
        // The default slot has no name.
        for (const one of list) assert.ok((one.name || list === slots) && one.description, `${one.name} is described`);
      }
      for (const name of ['publisher-id', 'environment', 'api-base', 'lang', 'token-storage', 'support-url']) {
        assert.ok(
          attributes.some((attribute) => attribute.name === name),
          name,
        );
      }
      for (const event of events) assert.match(event.type?.text ?? '', /^\w+Event$/, `${event.name} has a type`);
      assert.ok(cssProperties.length > 0 && cssProperties.every((property) => property.default));
    });
  }

  test('has as parts of an element what its templates mark, and slots what they leave open', () => {
    for (const { tagName, cssParts = [], slots = [] } of declarations) {
      const name = tagName.replace('cleeng-', '');
      const text = read(`src/elements/${name}/${name}.ts`);
      const open = [...text.matchAll(/<slot name="([\w-]+)"/g)].map(([, slot]) => slot!).filter((slot) => !slot.startsWith('cleeng-'));
      for (const slot of open)
        assert.ok(
          slots.some((known) => known.name === slot),
          `${tagName} documents its slot ${slot}`,
        );
      const marked = [...text.matchAll(/part(?:=|: )["']([\w-]+)["']/g)].map(([, part]) => part!).filter((part) => part !== 'form');
      for (const part of marked)
        assert.ok(
          cssParts.some((known) => known.name === part),
          `${tagName} documents its part ${part}`,
        );
    }
  });
});
