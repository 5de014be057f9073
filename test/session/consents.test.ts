import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelText, readLabel } from '../../src/session/consents.js';
import { isEmail, isPassword } from '../../src/session/rules.js';

test('a label is text with links', () => {
  assert.deepEqual(readLabel('I accept the <a href="https://x.example/?a=1&amp;b=2" target="_blank">Terms &amp; more</a> of X'), [
    { text: 'I accept the ' },
    { text: 'Terms & more', href: 'https://x.example/?a=1&b=2' },
    { text: ' of X' },
  ]);
});

test('nothing but http links survives of a hostile label', () => {
  for (const label of [
    '<img src=x onerror=alert(1)>Yes',
    '<script>alert(1)</script>Yes',
    '<a href="javascript:alert(1)">Yes</a>',
    "<a href='data:text/html,x'>Yes</a>",
    '<b onclick="x">Yes</b>',
  ]) {
    assert.ok(
      readLabel(label).every((part) => part.href === undefined),
      label,
    );
    assert.match(labelText(label), /Yes$/);
  }
});

test('addresses people have are e-mail addresses', () => {
  for (const good of ['a@b.co', "o'brien@example.org", 'a+b@sub.example.com', 'jörg@müller.de']) assert.ok(isEmail(good), good);
  for (const bad of ['', 'a', 'a@b', 'a b@c.de', '@c.de', 'a@c.']) assert.ok(!isEmail(bad), bad);
});

test('the platform’s password rule', () => {
  for (const good of ['Password1', 'aaaaaaa!', 'päßwörter1']) assert.ok(isPassword(good), good);
  for (const bad of ['Pass1', 'password', '12345678', `a1${'x'.repeat(80)}`]) assert.ok(!isPassword(bad), bad);
});
