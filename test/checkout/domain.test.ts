import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanUrl, payPalReturnUrl, readReturn, returnUrl } from '../../src/checkout/return.js';
import { formatMoney } from '../../src/i18n/format.js';
import { currencyDigits, moneyFromDecimal } from '../../src/money.js';

test('decimals become exact integers of the smallest unit', () => {
  assert.deepEqual(moneyFromDecimal(9.99, 'EUR'), { minor: 999, currency: 'EUR' });
  assert.deepEqual(moneyFromDecimal(1200, 'JPY'), { minor: 1200, currency: 'JPY' });
  assert.deepEqual(moneyFromDecimal('8.3950', 'KWD'), { minor: 8395, currency: 'KWD' });
  assert.equal(moneyFromDecimal(0.1 + 0.2, 'EUR').minor, 30);
  assert.equal(currencyDigits('no currency'), 2);
});

test('amounts are written as a language writes them', () => {
  assert.equal(formatMoney({ minor: 999, currency: 'EUR' }, 'en'), '€9.99');
  assert.equal(formatMoney({ minor: 123456, currency: 'EUR' }, 'de').replace(/\s/g, ' '), '1.234,56 €');
  assert.equal(formatMoney({ minor: 1200, currency: 'JPY' }, 'en'), '¥1,200');
});

const page = 'https://shop.example/watch?a=1&message=hello#/checkout/S1';

test('a return address keeps the site’s query and hash, and cleaning takes away only what is ours', () => {
  const back = new URL(returnUrl(page, 7, false));
  assert.equal(back.hash, '#/checkout/S1');
  back.searchParams.set('redirectResult', 'abc');
  assert.deepEqual(readReturn(back.href), { rail: 'adyen', orderId: 7, gift: false, redirectResult: 'abc' });
  assert.equal(cleanUrl(back.href).href, page);
});

test('PayPal’s way back says what to ask, not what is true', () => {
  const back = new URL(payPalReturnUrl('https://shop.example/#/x', 7, 'error', false, true));
  back.searchParams.set('message', 'no');
  assert.deepEqual(readReturn(back.href), { rail: 'paypal', orderId: 7, gift: false, outcome: 'error', popup: true });
  assert.equal(cleanUrl(back.href).href, 'https://shop.example/#/x');
});

test('parameters of others are no return', () => {
  for (const query of ['?redirectResult=x', '?cleeng-paypal=success', '?orderId=3', '?message=x']) {
    assert.equal(readReturn(`https://shop.example/${query}`), undefined);
  }
});

test('a second way out does not pile up parameters', () => {
  const once = returnUrl(page, 7, false);
  assert.equal(returnUrl(once, 8, false).match(/cleeng-order/g)?.length, 1);
});
