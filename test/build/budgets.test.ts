import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { filesBelow } from '../../scripts/vite/files.js';
import { LANGUAGES } from '../../src/i18n/languages.js';
import { built, loadedWith, onDemandFrom } from './dist.js';

/**
 * What a page downloads before an element can be used: the file of the script tag and all it imports statically, Lit included, in kB of 1024
 * bytes after brotli at quality 11.
 */
const BUDGETS = { login: 15, register: 17, capture: 14, 'my-account': 30, checkout: 30, 'cleeng-elements': 60 } as const;

const brotli = (text: string) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const sizeOf = (path: string) => [...loadedWith(path)].reduce((sum, file) => sum + brotli(built(file)), 0);

describe('bytes until an element can be used', () => {
  for (const [name, budget] of Object.entries(BUDGETS)) {
    const size = sizeOf(`dist/cdn/${name}.js`) / 1024;
    test(`${name}: ${size.toFixed(2)} kB of ${budget}`, () => assert.ok(size <= budget, `${(size - budget).toFixed(2)} kB too many`));
  }
});

/** What a page in another language downloads besides, for one element and what it opens in place. */
const LANGUAGE_BUDGET = 6;

describe('languages', () => {
  const files = filesBelow('dist/cdn/chunks', '.js').filter((file) => LANGUAGES.some((language) => file.startsWith(`${language}.`)));

  test('are there, each in the same parts', () => {
    const partsOf = (language: string) => files.filter((file) => file.startsWith(`${language}.`)).map((file) => file.split('.')[1]);
    assert.deepEqual(partsOf('de'), ['account', 'accountSection', 'checkout', 'login', 'offers']);
    for (const language of LANGUAGES) assert.deepEqual(partsOf(language), partsOf('de'), language);
  });

  const largest = files
    .map((file) => ({ file, size: brotli(built(`dist/cdn/chunks/${file}`)) / 1024 }))
    .sort((a, b) => b.size - a.size)[0]!;
  test(`none of their parts is larger than ${largest.file}: ${largest.size.toFixed(2)} kB of ${LANGUAGE_BUDGET}`, () => {
    assert.ok(largest.size <= LANGUAGE_BUDGET);
  });

  test('come by themselves: a page in English downloads none of them', () => {
    for (const name of Object.keys(BUDGETS)) assert.doesNotMatch(built(`dist/cdn/${name}.js`), /Zahlungsdaten|Passwort/);
  });

  test('are left to the application in the npm modules, each behind an import() of its own', () => {
    const parts = built('dist/npm/i18n/parts.js');
    for (const language of LANGUAGES) assert.match(parts, new RegExp(`import\\("\\./locales/${language}\\.login\\.js"\\)`));
  });
});

describe('payment libraries', () => {
  test('are chunks of their own that no script loads until they are needed', () => {
    for (const name of Object.keys(BUDGETS)) {
      const loaded = [...loadedWith(`dist/cdn/${name}.js`)];
      assert.deepEqual(loaded, [`dist/cdn/${name}.js`], 'one script and nothing to wait for after it');
      assert.doesNotMatch(built(`dist/cdn/${name}.js`), /AdyenCheckout|paypal\.com\/sdk/);
    }
  });

  test('come with the checkout and the payment details, once they need them, and with no other element', () => {
    const payment = (name: string) => {
      const found = onDemandFrom(`dist/cdn/${name}.js`).flatMap((path) => /chunks\/(adyen|paypal)-/.exec(path)?.[1] ?? []);
      return [...new Set(found)].sort();
    };
    assert.deepEqual(payment('checkout'), ['adyen', 'paypal']);
    // Without an order PayPal is a page of its own, and needs no script.
    for (const name of ['payment-details', 'my-account']) assert.deepEqual(payment(name), ['adyen']);
    for (const name of ['login', 'register', 'capture', 'plan', 'transactions', 'profile']) assert.deepEqual(payment(name), []);
  });

  test('are left to the application in the npm modules, behind import()', () => {
    const loaded = [...loadedWith('dist/npm/define.js')];
    assert.ok(loaded.includes('lit') && loaded.includes('dist/npm/checkout/checkout.js'));
    assert.deepEqual(
      loaded.filter((path) => /adyen|paypal/i.test(path)),
      [],
    );
  });
});
