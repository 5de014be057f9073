import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, verifyPassword } from '../../sandbox/src/passwords.js';

test('a password is right for its own hash alone, the second time as the first', async () => {
  const [hash, other] = await Promise.all([hashPassword('Password1'), hashPassword('Password2')]);
  for (let time = 0; time < 2; time++) {
    assert.equal(await verifyPassword('Password1', hash), true);
    assert.equal(await verifyPassword('Password2', hash), false);
    assert.equal(await verifyPassword('Password1', other), false);
    assert.equal(await verifyPassword('Password2', other), true);
  }
});

test('how a letter is composed makes no other password', async () => {
  const hash = await hashPassword('Pass\u00e9word1');
  assert.equal(await verifyPassword('Passe\u0301word1', hash), true);
  assert.equal(await verifyPassword('Passe\u0301word1', hash), true);
});
