import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

/** What is found by somebody who may not install anything, on a machine that has nothing. */
const look = (env: Readonly<Record<string, string>> = {}) => {
  const code = `
    process.getuid = () => 1000;
    process.env.PATH = '';
    const { findFirefox, findWebKit } = await import('./scripts/find-engines.ts');
    console.log(JSON.stringify([findFirefox(), findWebKit()]));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    encoding: 'utf8',
    // Spawning leaves out what is undefined.
    env: { ...process.env, FIREFOX_PATH: undefined, MINIBROWSER_PATH: undefined, ...env },
  });
  assert.equal(stderr, '');
  return JSON.parse(stdout) as unknown;
};

test('engines that are not here are named with what to install', () => {
  assert.deepEqual(look(), [
    { missing: 'Firefox is not here: on Debian, run this as root or apt-get install firefox-esr' },
    { missing: 'WebKitGTK is not here: on Debian, run this as root or apt-get install webkit2gtk-driver xvfb' },
  ]);
});

test('engines elsewhere are taken by their paths', () => {
  assert.deepEqual(look({ FIREFOX_PATH: '/opt/firefox', MINIBROWSER_PATH: '/opt/MiniBrowser' }), [
    { path: '/opt/firefox' },
    { path: '/opt/MiniBrowser' },
  ]);
});
