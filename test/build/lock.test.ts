import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readPackage } from './dist.js';

interface Locked {
  version: string;
  integrity?: string;
  os?: string[];
  cpu?: string[];
  optionalDependencies?: Record<string, string>;
}

interface Root {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };
const root = lock.packages[''] as Root;
const packages = Object.fromEntries(Object.entries(lock.packages).filter(([path]) => path !== '')) as Record<string, Locked>;

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64', 'win32-x64'] as const;

/** The entry that a package finds a dependency under: its own folder first, then those around it. */
function entryOf(dependency: string, from: string): Locked | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    const entry = packages[`${folder}${folder && '/'}node_modules/${dependency}`];
    if (entry ?? folder === '') return entry;
  }
}

/** What a package brings for a platform; `musl` builds are for other Linuxes. */
const buildsOf = (path: string, { optionalDependencies = {} }: Locked) =>
  Object.entries(optionalDependencies).map(([name, range]) => ({ name, range, entry: entryOf(name, path) }));

const native = Object.entries(packages).filter(
  ([path, locked]) => buildsOf(path, locked).filter(({ entry }) => entry?.os && entry.cpu).length > 1,
);

describe('the lock file', () => {
  test('knows the native packages', () => {
    const names = native.map(([path]) => path.replace(/.*node_modules\//, ''));
    for (const name of ['rollup', 'rolldown', 'esbuild', 'lightningcss']) assert.ok(names.includes(name), name);
  });

  for (const [path, locked] of native) {
    test(`holds ${path.replace('node_modules/', '')} for Linux, macOS and Windows`, () => {
      for (const platform of PLATFORMS) {
        const [os = '', cpu = ''] = platform.split('-');
        const found = buildsOf(path, locked).find(
          ({ name, entry }) => entry?.os?.includes(os) && entry.cpu?.includes(cpu) && !name.includes('musl'),
        );
        assert.ok(found?.entry?.integrity, `${path} has a build for ${platform}`);
      }
    });
  }

  test('has every optional build that a native package asks for, in the version it asks for', () => {
    for (const [path, locked] of native) {
      for (const { name, range, entry } of buildsOf(path, locked)) {
        assert.ok(entry, `${path} asks for ${name}`);
        if (/^\d/.test(range)) assert.equal(entry.version, range, name);
      }
    }
  });

  test('is in step with package.json, or npm ci would refuse', () => {
    const { dependencies, devDependencies, engines } = readPackage();
    assert.deepEqual([root.dependencies, root.devDependencies, root.engines], [dependencies, devDependencies, engines]);
  });
});

describe('Node', () => {
  /** What the start and test scripts say on a version of Node. */
  const checkOn = (version: string) =>
    spawnSync(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `Object.defineProperty(process.versions, 'node', { value: '${version}' }); await import('./scripts/check-node.mjs');`,
      ],
      { encoding: 'utf8' },
    );

  test('20.19, 22 and 24 are accepted, by npm too', () => {
    for (const version of ['20.19.0', '22.0.0', '24.0.0']) assert.deepEqual([checkOn(version).status, checkOn(version).stderr], [0, '']);
    const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(readPackage().engines.node) ?? [];
    assert.deepEqual([major, minor], ['20', '19']);
  });

  test('an older one is told so in one sentence', () => {
    for (const version of ['20.18.1', '18.20.8', '8.0.0']) {
      const { status, stderr } = checkOn(version);
      assert.equal(status, 1);
      assert.equal(stderr, `Node ${version} is too old: install Node 20.19 or newer.\n`);
    }
  });

  test('is looked at before anything else is done', () => {
    const { scripts } = readPackage();
    // `tsx` as a command kills what does not answer a Ctrl-C within 60 ms, such as a database that is writing.
    for (const name of ['start', 'dev', 'sandbox']) assert.doesNotMatch(scripts[name] ?? '', /(^|&& )tsx /, name);
    for (const name of ['start', 'dev', 'build', 'test']) assert.match(scripts[name] ?? '', /^node scripts\/check-node\.mjs && /, name);
  });
});
