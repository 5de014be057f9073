import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Offer } from '../../src/checkout/offer.js';
import type { Order } from '../../src/checkout/order.js';
import { payLabel, payPalLabel, promiseTexts, termText, trialText, type Texts } from '../../src/elements/checkout/wording.js';
import { checkout } from '../../src/i18n/en/checkout.js';
import { formatDate, formatMoney, formatSpan } from '../../src/i18n/format.js';
import { fill } from '../../src/i18n/texts.js';
import { euro, monthly, order } from './samples.js';

const textsIn = (lang: string): Texts => ({
  lang,
  wanted: lang,
  has: (key): key is keyof typeof checkout => key in checkout,
  text: (key, values = {}) => fill(checkout[key], values, lang),
  money: (amount) => formatMoney(amount, lang),
  date: (seconds) => formatDate(seconds, lang),
  span: (count, unit) => formatSpan(count, unit, lang),
});
const texts = textsIn('en');
const START = order.placedAt;
const promise = (offer: Partial<Offer>, change: Partial<Order>, now = START) =>
  promiseTexts(texts, { ...monthly, ...offer }, { ...order, ...change }, now);

const trial = (count: number, unit: 'day' | 'period'): Partial<Offer> => ({ trial: { unit, count } });
const freeNow: Partial<Order> = { total: euro(0), discount: euro(839), discountType: 'trial', discountPeriods: 1, tax: euro(0) };
const coupon = (total: number, periods: number): Partial<Order> => ({
  total: euro(total),
  discountType: 'coupon',
  discountPeriods: periods,
  discount: euro(1),
});
const year: Partial<Offer> = { term: { kind: 'recurring', unit: 'year', count: 1 } };
const STOP = 'You can cancel at any time in your account; you keep access until the end of what you have paid for.';

test('a plain subscription: today, then, and how to stop', () => {
  assert.deepEqual(promise({}, {}), ['You pay €9.99 today, then €9.99 per month, until you cancel.', STOP]);
});

test('a trial names the day of the first charge and what stops it', () => {
  assert.deepEqual(promise(trial(14, 'day'), freeNow), [
    'You pay nothing today. From February 14, 2031 you pay €9.99 per month, until you cancel.',
    'You can cancel at any time in your account; before February 14, 2031 that costs you nothing.',
  ]);
});

test('a trial by periods: a month that starts on the last day ends on the last day', () => {
  assert.match(promise(trial(1, 'period'), freeNow)[0]!, /From February 28, 2031/);
  assert.match(promise({ ...trial(2, 'period'), ...year }, freeNow)[0]!, /From January 31, 2033 you pay €9\.99 per year/);
});

test('the platform’s clock counts where this device’s is behind, this device’s where the order is from yesterday', () => {
  assert.match(promise(trial(1, 'day'), freeNow, START - 90 * 86_400)[0]!, /From February 1, 2031/);
  assert.match(promise(trial(1, 'day'), freeNow, START + 86_400)[0]!, /From February 2, 2031/);
});

test('a season’s trial ends nobody knows when', () => {
  const season: Partial<Offer> = { ...trial(1, 'period'), term: { kind: 'recurring', unit: 'season', count: 1 } };
  assert.match(promise(season, freeNow)[0]!, /^You pay nothing today\. After your free trial you pay €9\.99 per season/);
});

test('a coupon for one, two, three and all payments', () => {
  assert.equal(promise({}, coupon(699, 1))[0], 'You pay €6.99 today, then €9.99 per month, until you cancel.');
  assert.equal(
    promise({}, coupon(699, 2))[0],
    'You pay €6.99 today. Your next payment is €6.99, then you pay €9.99 per month, until you cancel.',
  );
  assert.match(promise({}, coupon(699, 3))[0]!, /Your next 2 payments are €6\.99 each, then you pay €9\.99/);
  assert.equal(promise({}, coupon(500, 999))[0], 'You pay €5.00 today, then €5.00 per month, until you cancel.');
});

test('a coupon for later payments only', () => {
  const nothingOff = (periods: number) => promise({}, { ...coupon(999, periods), discount: euro(0) })[0];
  assert.equal(nothingOff(2), 'You pay €9.99 today, then €9.99 per month, less your coupon for the next 2 payments, until you cancel.');
  assert.equal(nothingOff(999), 'You pay €9.99 today, then €9.99 per month, less your coupon, until you cancel.');
});

test('a coupon on a promotional price counts on the regular one afterwards', () => {
  const reduced = { price: euro(499), promotion: { regular: euro(999), until: undefined } };
  const change = { ...coupon(349, 2), price: euro(419), discount: euro(126), tax: euro(56) };
  assert.match(promise(reduced, change)[0]!, /You pay €3\.49 today\. Your next payment is €6\.99, then you pay €9\.99/);
});

test('a coupon for everything: nothing today, or never', () => {
  assert.equal(promise({}, coupon(0, 1))[0], 'You pay nothing today, then €9.99 per month, until you cancel.');
  assert.deepEqual(promise({}, coupon(0, 999)), ['You pay nothing, neither today nor later.']);
  assert.deepEqual(promise({ term: { kind: 'unlimited' } }, coupon(0, 1)), ['You pay nothing, neither today nor later.']);
});

test('a promotional price ends', () => {
  const reduced = { price: euro(499), promotion: { regular: euro(999), until: undefined } };
  assert.equal(
    promise(reduced, { total: euro(499), price: euro(419), tax: euro(80) })[0],
    'You pay €4.99 today, then €9.99 per month, until you cancel.',
  );
});

test('what is bought once, given away, or free never renews', () => {
  assert.deepEqual(promise({ term: { kind: 'hours', count: 48 } }, {}), ['You pay €9.99 once. Nothing renews.']);
  assert.match(promise({}, { gift: true })[0]!, /once for this gift\. Nothing renews/);
  const nothing = { price: euro(0), tax: euro(0), total: euro(0) };
  assert.deepEqual(promise({ price: euro(0) }, nothing), ['This is free. Nothing is charged.']);
});

test('fees are said to stay', () => {
  assert.ok(promise({}, { methodFee: euro(50), total: euro(1049) }).includes('The fees above are part of every payment.'));
});

test('an order in another currency promises that currency', () => {
  const dollar = (minor: number) => ({ minor, currency: 'USD' });
  const change = { total: dollar(1199), price: dollar(1199), tax: dollar(0), serviceFee: dollar(0), methodFee: dollar(0), taxRate: 0 };
  assert.equal(promise({}, change)[0], 'You pay $11.99 today, then $11.99 per month, until you cancel.');
});

test('terms and trials in words', () => {
  const terms: [Offer['term'], string][] = [
    [{ kind: 'recurring', unit: 'day', count: 1 }, 'per day'],
    [{ kind: 'recurring', unit: 'month', count: 3 }, 'every 3 months'],
    [{ kind: 'recurring', unit: 'season', count: 1 }, 'per season'],
    [{ kind: 'span', unit: 'week', count: 2 }, 'once, for 2 weeks'],
    [{ kind: 'span', unit: 'month', count: 1 }, 'once, for 1 month'],
    [{ kind: 'hours', count: 48 }, 'once, for 48 hours'],
    [{ kind: 'hours', count: 720 }, 'once, for 30 days'],
    [{ kind: 'unlimited' }, 'once, without end'],
  ];
  for (const [term, words] of terms) assert.equal(termText(texts, term), words);
  assert.equal(trialText(texts, { ...monthly, ...trial(1, 'day') }), '1 day free');
  assert.equal(trialText(texts, { ...monthly, ...trial(2, 'period') }), '2 months free');
  assert.equal(
    trialText(texts, { ...monthly, ...trial(2, 'period'), term: { kind: 'recurring', unit: 'month', count: 3 } }),
    '6 months free',
  );
  assert.equal(trialText(texts, monthly), undefined);
});

const label = (lang: string, country: string, change: Partial<Order> = {}, offer: Partial<Offer> = {}) =>
  payLabel(textsIn(lang), { ...monthly, ...offer }, { ...order, country, ...change });

test('the order button: the law’s words in the viewer’s language where a law asks for them', () => {
  assert.equal(label('de', 'DE'), 'Zahlungspflichtig bestellen');
  assert.equal(label('de-AT', 'AT'), 'Zahlungspflichtig bestellen');
  assert.equal(label('en', 'DE'), 'Order with obligation to pay');
  assert.equal(label('fr', 'DE'), 'Commande avec obligation de paiement');
  assert.equal(label('ja', 'SE'), 'Order with obligation to pay');
  assert.equal(label('en', 'NO'), 'Order with obligation to pay');
  assert.equal(label('en', ''), 'Order with obligation to pay');
});

test('the order button: trials and free first periods count too, what costs nothing ever does not', () => {
  assert.equal(label('de', 'DE', freeNow, trial(14, 'day')), 'Zahlungspflichtig bestellen');
  assert.equal(label('de', 'DE', coupon(0, 1)), 'Zahlungspflichtig bestellen');
  assert.equal(label('de', 'DE', coupon(0, 999)), 'Get access');
  assert.equal(label('de', 'DE', coupon(0, 1), { term: { kind: 'unlimited' } }), 'Get access');
});

test('the order button elsewhere says what is paid', () => {
  assert.equal(label('en', 'US'), 'Pay €9.99');
  assert.equal(label('en', 'US', freeNow, trial(14, 'day')), 'Start free trial');
  assert.equal(label('en', 'US', coupon(0, 1)), 'Start subscription');
  assert.equal(payPalLabel(texts, { ...order, country: 'US' }), 'Pay with PayPal');
  assert.equal(payPalLabel(texts, order), 'Order with obligation to pay – PayPal');
});
