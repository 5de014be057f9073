import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dayAfter, deliveryOn, giftStatus } from '../../src/account/gifts.js';
import { csvHead, csvLines, CSV_COLUMNS, type CsvColumn } from '../../src/account/transactions-csv.js';
import { transactionFromApi } from '../../src/account/transactions.js';
import type { ApiTransaction } from '../../src/api/purchases.js';

const api = (change: Partial<ApiTransaction> = {}): ApiTransaction =>
  ({
    transactionId: 'T640218859',
    transactionDate: 1_767_225_612,
    offerId: 'S274093615_DE',
    offerTitle: 'Nordlicht Monthly',
    publisherSiteName: 'Nordlicht TV',
    transactionPriceExclTax: '8.3900',
    transactionPriceInclTax: '9.9900',
    applicableTax: '1.6000',
    taxRate: '0.1900',
    transactionCurrency: 'EUR',
    discountValue: '0.0000',
    couponCode: null,
    customerEmail: 'mara.vogt@example.com',
    customerCountry: 'DE',
    paymentMethod: 'card',
    targetType: 'subscriptionId',
    targetId: 590_417_722,
    ...change,
  }) as ApiTransaction;

describe('transactions', () => {
  test('amounts are exact in the currency’s own smallest unit', () => {
    const { net, tax, total } = transactionFromApi(api());
    assert.deepEqual([net.minor, tax.minor, total.minor], [839, 160, 999]);
    const yen = transactionFromApi(api({ transactionCurrency: 'JPY', transactionPriceInclTax: '1200.0000' }));
    assert.deepEqual(yen.total, { minor: 1200, currency: 'JPY' });
  });

  test('money given back is a refund, and a gift names itself', () => {
    assert.equal(transactionFromApi(api({ transactionPriceInclTax: '-5.0000' })).kind, 'refund');
    const gift = transactionFromApi(api({ targetType: 'giftId', targetId: 660_315_927 }));
    assert.deepEqual([gift.kind, gift.giftId], ['gift', 660_315_927]);
    assert.equal(transactionFromApi(api()).giftId, undefined);
  });
});

describe('the table for spreadsheets', () => {
  const cellsOf = (change: Partial<ApiTransaction>) => csvLines([transactionFromApi(api(change))]).split('\r\n')[0]!;

  test('has a head, one line for each transaction, and plain decimals', () => {
    const heads = Object.fromEntries(CSV_COLUMNS.map((column) => [column, column])) as Record<CsvColumn, string>;
    assert.equal(csvHead(heads), `${CSV_COLUMNS.map((column) => `"${column}"`).join(',')}\r\n`);
    assert.equal(csvLines([transactionFromApi(api()), transactionFromApi(api())]).split('\r\n').length, 3);
    assert.equal(
      cellsOf({}),
      '"2026-01-01T00:00:12.000Z","T640218859","purchase","Nordlicht Monthly","S274093615_DE","8.39","1.60","0.19","9.99","EUR","card",""',
    );
  });

  for (const title of ['=HYPERLINK("https://evil.example")', '+1', '@SUM(A1)', '-2+3', '\t=1', '\r=1']) {
    const meant = title === '+1' ? "'+1" : `'${title}`;
    test(`${JSON.stringify(title)} is no formula`, () =>
      assert.ok(cellsOf({ offerTitle: title }).includes(`"${meant.replaceAll('"', '""')}"`)));
  }

  test('a refund stays a number', () => assert.match(cellsOf({ transactionPriceInclTax: '-5.0000' }), /"-5\.00"/));
});

describe('gifts', () => {
  const now = Date.UTC(2026, 4, 10, 15) / 1000;
  const gift = { id: 1, code: 'A', email: 'a@b.de', note: '', sentAt: undefined, redeemedAt: undefined };

  test('may be changed until the day before, in UTC', () => {
    assert.equal(giftStatus({ ...gift, at: Date.UTC(2026, 4, 11) / 1000 }, now), 'scheduled');
    assert.equal(giftStatus({ ...gift, at: Date.UTC(2026, 4, 10, 23) / 1000 }, now), 'due');
    assert.equal(giftStatus({ ...gift, at: Date.UTC(2026, 4, 20) / 1000, sentAt: now }, now), 'sent');
    assert.equal(giftStatus({ ...gift, at: now, sentAt: now, redeemedAt: now }, now), 'redeemed');
  });

  test('the same day keeps its hour, another one is delivered at noon', () => {
    const at = Date.UTC(2026, 4, 20, 9) / 1000;
    assert.equal(deliveryOn('2026-05-20', at), at);
    assert.equal(deliveryOn('2026-05-21', at), Date.UTC(2026, 4, 21, 12) / 1000);
    assert.equal(deliveryOn('soon', at), undefined);
    assert.equal(deliveryOn('', at), undefined);
    assert.equal(dayAfter(now), '2026-05-11');
  });
});
