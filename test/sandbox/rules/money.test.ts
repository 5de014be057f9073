import assert from 'node:assert/strict';
import { test } from 'node:test';
import { divideRounded, shareOf, toDecimal, toText } from '../../../sandbox/src/rules/money.js';
import { fineNet, splitGross, taxRateOf } from '../../../sandbox/src/rules/tax.js';

test('the worked example: 9.99 with 19 % inside is 8.39 net, 1.60 tax, and 8.395 with all its decimals', () => {
  assert.deepEqual({ ...splitGross(999, 'EUR', 1900) }, { net: 839, tax: 160, gross: 999 });
  assert.equal(fineNet({ amount: 999, currency: 'EUR', taxIncluded: true }, 1900), 8.395);
  assert.equal(toText(839, 'EUR'), '8.3900');
  assert.equal(toDecimal(999, 'EUR'), 9.99);
});

test('net and tax add up to the gross amount, whatever the amount, the rate and the currency', () => {
  for (const currency of ['EUR', 'JPY', 'KWD'])
    for (const rate of [0, 700, 1900, 2100, 2550])
      for (let gross = 0; gross < 2000; gross += 7) {
        const { net, tax } = splitGross(gross, currency, rate);
        assert.equal(net + tax, gross);
        assert.ok(net >= 0 && tax >= 0);
        // The tax is what the rate takes of the net, but for the cent that rounding moves.
        assert.ok(Math.abs(tax - (net * rate) / 10_000) <= 1, `${gross} at ${rate}`);
      }
});

test('currencies have their own decimals', () => {
  assert.equal(toDecimal(1480, 'JPY'), 1480);
  assert.equal(toDecimal(3250, 'KWD'), 3.25);
  assert.equal(toText(-840, 'EUR'), '-8.4000');
  assert.equal(fineNet({ amount: 1480, currency: 'JPY', taxIncluded: true }, 1000), 1345.4545);
  assert.equal(fineNet({ amount: 1199, currency: 'USD', taxIncluded: false }, 0), 11.99);
});

test('a share is rounded once, half up, and exactly', () => {
  assert.equal(shareOf(999, 1, 2), 500);
  assert.equal(shareOf(1, 1, 3), 0);
  assert.equal(shareOf(2, 1, 3), 1);
  // Beyond what a product of two floating-point numbers holds.
  assert.equal(shareOf(9_007_199_254_740_991, 31_536_000, 31_536_000), 9_007_199_254_740_991);
  assert.equal(divideRounded(5, 2), 3);
});

test('tax is taken where the seed sells, and nowhere else', () => {
  assert.equal(taxRateOf('DE'), 1900);
  assert.equal(taxRateOf('US'), 0);
});
