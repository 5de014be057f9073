import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readResetLink } from '../../src/session/reset-link.js';
import { isEmail, isPassword } from '../../src/session/rules.js';
import { placeIn } from '../../src/session/places.js';
import { nextStep } from '../../src/session/steps.js';
import { strengthOf } from '../../src/session/strength.js';

test('addresses people have are e-mail addresses', () => {
  for (const good of ['a@b.co', "o'brien@example.org", 'a+b@sub.example.com', 'jörg@müller.de']) assert.ok(isEmail(good), good);
  for (const bad of ['', 'a', 'a@b', 'a b@c.de', '@c.de', 'a@c.']) assert.ok(!isEmail(bad), bad);
});

test('the platform’s password rule', () => {
  for (const good of ['Password1', 'aaaaaaa!', 'päßwörter1']) assert.ok(isPassword(good), good);
  for (const bad of ['Pass1', 'password', '12345678', `a1${'x'.repeat(80)}`]) assert.ok(!isPassword(bad), bad);
});

test('the hint grows with the password, and lists of guesses count for nothing', () => {
  assert.deepEqual(['', 'Password1', 'nordwind12', 'Nordwind-12', 'Nordwind-12-Fjord'].map(strengthOf), [0, 1, 2, 3, 4]);
  assert.ok(strengthOf('aaaaaaaaaaaaaaaa') < 2);
});

test('questions come before consents, and then the goal', () => {
  assert.equal(nextStep({ capture: true, consents: true }), 'capture');
  assert.equal(nextStep({ capture: false, consents: true }), 'consents');
  assert.equal(nextStep({ capture: false, consents: false }), undefined);
});

test('a reset link is taken out of the address, and nothing else is', () => {
  const found = readResetLink('https://x.example/in?a=%20b&email=me%40x.org&resetPasswordToken=t&publisherId=7&c#/login', '7');
  assert.deepEqual(found, { link: { email: 'me@x.org', token: 't' }, rest: 'https://x.example/in?a=%20b&c#/login' });
  assert.equal(readResetLink('https://x.example/?email=a%40b.co&resetPasswordToken=t', '7')?.rest, 'https://x.example/');
});

test('another publisher’s link, and half a one, stay where they are', () => {
  assert.equal(readResetLink('https://x.example/?email=a%40b.co&resetPasswordToken=t&publisherId=8', '7'), undefined);
  assert.equal(readResetLink('https://x.example/?email=a%40b.co', '7'), undefined);
  assert.equal(readResetLink('https://x.example/?resetPasswordToken=t', '7'), undefined);
});

test('a country has its currency, and the page’s language', () => {
  assert.deepEqual(placeIn('DE', 'en-GB'), { country: 'DE', currency: 'EUR', locale: 'en_DE' });
  assert.equal(placeIn('SE', 'sv').currency, 'SEK');
  assert.equal(placeIn('AR', 'es').currency, 'USD');
});
