import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dropinTheme } from '../../src/payments/adyen-theme.js';
import { payPalStyle } from '../../src/payments/paypal.js';

describe('widgets that draw themselves wear the theme', () => {
  test('Adyen’s fields have its colours, font and size', () => {
    const look = { text: 'rgb(1, 2, 3)', muted: 'rgb(4, 5, 6)', error: 'rgb(7, 8, 9)', font: 'Georgia, serif', size: 18 };
    assert.deepEqual(dropinTheme(look), {
      base: { color: 'rgb(1, 2, 3)', fontFamily: 'Georgia, serif', fontSize: '18px' },
      error: { color: 'rgb(7, 8, 9)' },
      placeholder: { color: 'rgb(4, 5, 6)' },
    });
  });

  test('PayPal’s button has its height and radius, within what PayPal takes', () => {
    assert.deepEqual(payPalStyle({ height: 44, radius: 2.4 }), { height: 44, borderRadius: 2, label: 'pay' });
    assert.deepEqual([payPalStyle({ height: 72, radius: 0 }).height, payPalStyle({ height: 20, radius: 0 }).height], [55, 25]);
  });
});
