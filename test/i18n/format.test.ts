import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDate, formatMoney, formatSpan } from '../../src/i18n/format.js';
import { moneyFromDecimal } from '../../src/money.js';

/** `Intl` writes spaces that do not break, and marks of direction. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace(/[\u200e\u200f\u061c]/g, '');

test('an amount has the decimals of its currency, whatever the language', () => {
  assert.equal(formatMoney(moneyFromDecimal(1500, 'JPY'), 'en'), '¥1,500');
  assert.equal(plain(formatMoney(moneyFromDecimal('1500', 'JPY'), 'de')), '1.500 ¥');
  assert.equal(plain(formatMoney(moneyFromDecimal(2.75, 'KWD'), 'en')), 'KWD 2.750');
  assert.equal(plain(formatMoney(moneyFromDecimal('2.7505', 'KWD'), 'fr')), '2,751 KWD');
  assert.equal(plain(formatMoney(moneyFromDecimal(9.9, 'EUR'), 'de')), '9,90 €');
  assert.equal(plain(formatMoney(moneyFromDecimal(9.9, 'EUR'), 'de-AT')), '€ 9,90');
});

test('a currency nobody knows keeps its code and two decimals', () =>
  assert.equal(formatMoney(moneyFromDecimal(3.5, 'X1'), 'de'), '3.50 X1'));

test('days and lengths of time are in the words of the language', () => {
  const day = Date.UTC(2026, 11, 24, 12) / 1000;
  assert.equal(formatDate(day, 'de'), '24. Dezember 2026');
  assert.equal(formatDate(day, 'en-US'), 'December 24, 2026');
  assert.equal(formatSpan(14, 'day', 'de'), '14 Tage');
  assert.deepEqual(
    [1, 3, 5].map((count) => formatSpan(count, 'month', 'pl')),
    ['1 miesiąc', '3 miesiące', '5 miesięcy'],
  );
});
