import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { runTool } from '../../scripts/testing/run-tool.js';
import { tallyOf } from '../../scripts/testing/tally.js';

const node = (code: string, timeout = 20_000, grace = 5000) => runTool(process.execPath, ['-e', code], { timeout, grace });

/** A child that lives on, holds the pipes, and says its process id. */
const lingering = (detached: boolean) => `
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], {
    stdio: 'inherit', detached: ${detached},
  });
  child.unref();
  console.log('child ' + child.pid);
`;

/** A dead one that nobody has waited for yet, as in a container without an init, does not count. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc') || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
};
const childIn = (output: string) => Number(/child (\d+)/.exec(output)?.[1]);

/** Until a process that was killed is gone from the table. */
async function gone(pid: number): Promise<void> {
  while (isRunning(pid)) await new Promise((resolve) => setImmediate(resolve));
}

describe('running a tool', { timeout: 60_000 }, () => {
  test('says how it ended and what it wrote', async () => {
    assert.deepEqual(await node('console.log("out")'), { ok: true, output: 'out\n' });
    assert.deepEqual(await node('console.error("err"); process.exitCode = 3'), { ok: false, output: 'err\n' });
  });

  test('a program that cannot be started has failed', async () => {
    const { ok, output } = await runTool('/no/such/program', [], { timeout: 1000, grace: 1000 });
    assert.equal(ok, false);
    assert.match(output, /ENOENT/);
  });

  test('what a tool leaves behind ends with it', async () => {
    const { ok, output } = await node(lingering(false));
    assert.equal(ok, true);
    await gone(childIn(output));
  });

  test('one that holds the pipes from a group of its own keeps nobody waiting', async () => {
    const { ok, output } = await node(lingering(true), 20_000, 100);
    assert.equal(ok, true);
    process.kill(childIn(output), 'SIGKILL');
  });

  test('a tool that hangs is stopped with everything it started, and has failed', async () => {
    const { ok, output } = await node(`process.on('SIGINT', () => {}); setInterval(() => {}, 1e6); ${lingering(true)}`, 1500, 200);
    assert.equal(ok, false);
    assert.match(output, /was stopped after 1\.5 s/);
    await gone(childIn(output));
  });

  test('one that ends when asked to has failed too, for it was too slow', async () => {
    const { ok } = await node(`process.on('SIGINT', () => process.exit(0)); setInterval(() => {}, 1e6)`, 1500, 5000);
    assert.equal(ok, false);
  });
});

describe('counting what a runner says', () => {
  test('Node, Playwright and a line of our own', () => {
    assert.deepEqual(tallyOf('ℹ tests 5\nℹ pass 4\nℹ fail 1\nℹ cancelled 0\n', false), { passed: 4, failed: 1 });
    assert.deepEqual(tallyOf('ℹ pass 4\nℹ fail 0\nℹ cancelled 2\n', false), { passed: 4, failed: 2 });
    assert.deepEqual(tallyOf('  ✓ 1 a.spec.ts:3:1 › 7 failed\n\n  5 passed (6.7s)\n', true), { passed: 5, failed: 0 });
    assert.deepEqual(tallyOf('  3 failed\n    [a] › b\n  5 passed (6.7s)\n', false), { passed: 5, failed: 3 });
    assert.deepEqual(tallyOf('|███| 6 passed, 0 failed\n\n\x1b[2m18 passed, 0 failed\x1b[0m\n', true), { passed: 18, failed: 0 });
  });

  test('no tests, or a failure nobody counted, is a failure', () => {
    assert.deepEqual(tallyOf('', true), { passed: 0, failed: 1 });
    assert.deepEqual(tallyOf('ℹ pass 4\nℹ fail 0\n', false), { passed: 4, failed: 1 });
    assert.deepEqual(tallyOf('4 passed, 0 failed\n', false), { passed: 4, failed: 1 });
  });
});
