import assert from 'node:assert/strict';
import { test } from 'node:test';
import 'lit';
import 'lit/decorators.js';
import 'lit/directives/if-defined.js';
import '@lit/context';

// Lit notes its version on the global object: what is there once Lit is, counts as before.
const before = Reflect.ownKeys(globalThis);
const kit = await import('../../src/index.js');

test('importing the public API leaves no trace and registers nothing', () => {
  assert.deepEqual(Reflect.ownKeys(globalThis), before);
  assert.equal((globalThis as { customElements?: CustomElementRegistry }).customElements?.get('cleeng-login'), undefined);
  assert.equal((globalThis as { [key: symbol]: unknown })[Symbol.for('cleeng.scope.v1')], undefined);
});

test('the public API works on a server', () => {
  kit.configure({ publisherId: '204118605' });
  assert.equal(kit.pageScope().config.state.publisherId, '204118605');
  assert.equal(new kit.CleengError('network', 'no connection').retryable, true);
  for (const element of [kit.CleengLogin, kit.CleengRegister, kit.CleengCapture, kit.CleengCheckout, kit.CleengMyAccount]) {
    assert.equal(typeof element, 'function');
  }
});
