import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { OptionError, readOptions } from '../../sandbox/src/options.js';

test('the command line wins over the environment, which wins over the defaults', () => {
  const plain = { port: 4242, data: '.sandbox-data', world: 'default', help: false };
  assert.deepEqual(readOptions([], {}), plain);
  assert.deepEqual(readOptions([], { SANDBOX_PORT: '1', SANDBOX_DATA: 'memory' }), { ...plain, port: 1, data: 'memory' });
  const all = ['--port', '0', '--data', 'here', '--world', 'busy', '--help'];
  assert.deepEqual(readOptions(all, { SANDBOX_PORT: '1' }), { port: 0, data: 'here', world: 'busy', help: true });
});

for (const [args, env, says] of [
  [['--port', 'x'], {}, '--port is "x": set it to a port, a number up to 65535.'],
  [[], { SANDBOX_PORT: '65536' }, 'SANDBOX_PORT is "65536": set it to a port, a number up to 65535.'],
  [['--world', 'mars'], {}, 'There is no world "mars": the worlds are default, empty, busy.'],
  [['--colour'], {}, "Unknown option '--colour': see --help."],
] as const) {
  test(`refused in one sentence: ${says}`, () => {
    assert.throws(() => readOptions(args, env), new OptionError(says));
  });
}

test('the command runs from any folder, and ends with 1 and one sentence when it cannot', () => {
  const command = new URL('../../sandbox/bin/cleeng-sandbox.mjs', import.meta.url).pathname;
  const run = (...args: string[]) => spawnSync(process.execPath, [command, ...args], { cwd: '/', encoding: 'utf8' });
  const help = run('--help');
  assert.deepEqual([help.status, help.stdout.startsWith('Usage: cleeng-sandbox')], [0, true]);
  const wrong = run('--port', 'x');
  assert.deepEqual([wrong.status, wrong.stdout, wrong.stderr.trim().split('\n').length], [1, '', 1]);
});

test('a folder that cannot be made is said to be so, and not tried for ever', { skip: process.platform !== 'linux' }, () => {
  const command = new URL('../../sandbox/bin/cleeng-sandbox.mjs', import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, [command, '--data', '/proc/sandbox'], { encoding: 'utf8', timeout: 60_000 });
  assert.equal(status, 1);
  assert.match(stderr, /^The folder \/proc\/sandbox cannot be written to \(.+\): set SANDBOX_DATA to another folder, or to "memory"\.\n$/);
});

test('a database that is broken is said to be so in one sentence', () => {
  const data = mkdtempSync(join(tmpdir(), 'broken-'));
  try {
    mkdirSync(join(data, 'db'));
    writeFileSync(join(data, 'db', 'PG_VERSION'), 'none');
    const command = new URL('../../sandbox/bin/cleeng-sandbox.mjs', import.meta.url).pathname;
    const { status, stderr } = spawnSync(process.execPath, [command, '--port', '0', '--data', data], { encoding: 'utf8', timeout: 60_000 });
    assert.equal(status, 1);
    assert.match(stderr, /^The database in .+ cannot be opened \(.+\): remove that folder, or set SANDBOX_DATA to another one\.\n$/);
  } finally {
    rmSync(data, { recursive: true });
  }
});
