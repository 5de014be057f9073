import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import * as kit from '../../src/index.js';

// Lit notes its version on the global object: what is there once Lit is, counts as before.
const NEW_GLOBALS = `
  await Promise.all(['lit', 'lit/decorators.js', 'lit/directives/if-defined.js', '@lit/context'].map((name) => import(name)));
  const before = Reflect.ownKeys(globalThis);
  await import('./src/index.ts');
  console.log(JSON.stringify(Reflect.ownKeys(globalThis).filter((key) => !before.includes(key)).map(String)));
  console.log(globalThis.customElements?.get('cleeng-login'));
`;

test('importing the public API leaves no trace and registers nothing', () => {
  const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', NEW_GLOBALS], { encoding: 'utf8' });
  assert.equal(said, '[]\nundefined\n');
});

test('the public API works on a server', () => {
  kit.configure({ publisherId: '204118605' });
  assert.equal(kit.pageScope().config.state.publisherId, '204118605');
  assert.equal(new kit.CleengError('network', 'no connection').retryable, true);
  for (const element of [kit.CleengLogin, kit.CleengRegister, kit.CleengCapture, kit.CleengCheckout, kit.CleengMyAccount]) {
    assert.equal(typeof element, 'function');
  }
});
