import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ApiListedOffer, ApiOffer } from '../../src/api/catalogue.js';
import { featureNames, featuresOf, featureValue } from '../../src/catalogue/features.js';
import { listedOffer, needsQuote, selectOffers } from '../../src/catalogue/listing.js';
import { offerLink, readOfferLink, withoutOfferLink } from '../../src/catalogue/link.js';
import { NOW } from './world.js';

const offer: ApiListedOffer = {
  id: 'S274093615',
  longId: 'S274093615_DE',
  title: 'Monatlich',
  description: 'Alles',
  type: 'subscription',
  active: true,
  price: { amount: 9.99, currency: 'EUR', taxIncluded: true, rules: [] },
  billingCycle: { periodUnit: 'month', amount: 3 },
  geoRestriction: [],
  tags: [],
  externalProperties: {},
  appStoreProductIds: {},
  imageUrl: '',
  hasLandingPage: false,
  sessionsLimit: 1,
  giftable: false,
  localizations: [
    {
      id: 'S274093615_US',
      title: 'Monthly',
      description: 'Everything',
      countryCode: 'US',
      price: { amount: 11.99, currency: 'USD', taxIncluded: false, rules: [] },
      geoRestriction: [],
    },
  ],
  createdAt: NOW,
  updatedAt: NOW,
};
const quote = (change: Partial<ApiOffer>) =>
  ({ offerPrice: 11.99, customerPriceInclTax: 12.95, customerCurrency: 'USD', ...change }) as ApiOffer;
const list = (change: Partial<ApiListedOffer>, country = 'DE', quoted?: ApiOffer) =>
  listedOffer({ ...offer, ...change }, country, quoted, NOW);

test('a viewer sees the localisation made for their country, and otherwise the main one', () => {
  assert.deepEqual([list({}).id, list({}).title], ['S274093615_DE', 'Monatlich']);
  assert.deepEqual([list({}, 'US').id, list({}, 'US').title], ['S274093615_US', 'Monthly']);
  assert.equal(list({}, 'GB').id, 'S274093615_DE');
});

test('the platform is asked only where the list does not tell what the viewer pays', () => {
  assert.equal(needsQuote(offer, 'DE'), false);
  assert.equal(needsQuote(offer, 'US'), true, 'without tax');
  assert.equal(needsQuote(offer, 'GB'), true, 'another country’s price');
  assert.equal(needsQuote({ ...offer, price: { ...offer.price, amount: 0 } }, 'GB'), false, 'free is free everywhere');
  assert.equal(needsQuote({ ...offer, geoRestriction: [{ type: 'whitelist', countries: ['DE'] }] }, 'GB'), false, 'not sold');
});

test('a quote’s tax and currency apply to the price and to every rule of it', () => {
  assert.deepEqual(list({}, 'US', quote({})).price, { minor: 1295, currency: 'USD' });
  const rules = [{ from: NOW - 1, to: NOW + 9, amount: 5, name: 'Sale' }];
  const onSale = { ...offer, price: { ...offer.price, amount: 10, rules } };
  const listed = listedOffer(onSale, 'GB', quote({ offerPrice: 10, customerPriceInclTax: 8.7, customerCurrency: 'GBP' }), NOW);
  assert.deepEqual(listed.price, { minor: 435, currency: 'GBP' });
  assert.deepEqual(listed.promotion?.regular, { minor: 870, currency: 'GBP' });
});

test('a price rule counts from its start until its end', () => {
  const rules = [{ from: NOW, to: NOW + 10, amount: 6.99, name: 'Winter' }];
  const at = (now: number) => listedOffer({ ...offer, price: { ...offer.price, rules } }, 'DE', undefined, now);
  assert.deepEqual(at(NOW).price, { minor: 699, currency: 'EUR' });
  assert.deepEqual(at(NOW).promotion, { name: 'Winter', regular: { minor: 999, currency: 'EUR' }, until: NOW + 10 });
  for (const now of [NOW - 1, NOW + 10]) {
    assert.equal(at(now).price.minor, 999);
    assert.equal(at(now).promotion, undefined);
  }
});

test('a rule that raises the price is no promotion, but the price', () => {
  const rules = [{ from: NOW, to: NOW + 10, amount: 12, name: '' }];
  const listed = list({ price: { ...offer.price, rules } });
  assert.deepEqual([listed.price.minor, listed.promotion], [1200, undefined]);
});

test('every kind of offer says how long it lasts', () => {
  const once = { ...offer };
  delete once.billingCycle;
  const term = (change: Partial<ApiListedOffer>) => listedOffer({ ...once, ...change }, 'DE', undefined, NOW).term;
  assert.deepEqual(list({}).term, { kind: 'recurring', every: { unit: 'month', count: 3 } });
  assert.deepEqual(term({ entitlement: { expirationPolicy: 'fixed', expiresAt: NOW } }), { kind: 'until', at: NOW });
  assert.deepEqual(term({ entitlement: { expirationPolicy: 'duration', duration: { amount: 48, periodUnit: 'hour' } } }), {
    kind: 'span',
    period: { unit: 'hour', count: 48 },
  });
  assert.deepEqual(term({ event: { startsAt: NOW, endsAt: NOW + 1, timezone: 'UTC' }, entitlement: { expirationPolicy: 'never' } }), {
    kind: 'event',
    startsAt: NOW,
    timeZone: 'UTC',
  });
  assert.deepEqual(term({ entitlement: { expirationPolicy: 'never' } }), { kind: 'unlimited' });
});

test('a trial by periods is as long as so many billing cycles', () => {
  assert.deepEqual(list({ freeTrial: { type: 'day', duration: 14 } }).trial, { unit: 'day', count: 14 });
  assert.deepEqual(list({ freeTrial: { type: 'period', duration: 2 } }).trial, { unit: 'month', count: 6 });
  assert.equal(list({ freeTrial: { type: 'day', duration: 0 } }).trial, undefined);
});

test('where an offer is not sold, it says so', () => {
  const sold = (type: 'whitelist' | 'blacklist', country: string) =>
    list({ geoRestriction: [{ type, countries: ['DE'] }] }, country).available;
  assert.deepEqual(
    [sold('whitelist', 'DE'), sold('whitelist', 'GB'), sold('blacklist', 'DE'), sold('blacklist', 'GB')],
    [true, false, false, true],
  );
});

test('the publisher chooses which offers are shown, in which order, by long or short ids', () => {
  const offers = [list({}), list({ id: 'P1', longId: 'P1_DE', type: 'pass' }), list({ id: 'E1', longId: 'E1_DE', type: 'live' })];
  const ids = (selection: { ids?: string[]; types?: string[] }) =>
    selectOffers(offers, { ids: [], types: [], ...selection }).map(({ id }) => id);
  assert.deepEqual(ids({}), ['S274093615_DE', 'P1_DE', 'E1_DE']);
  assert.deepEqual(ids({ ids: ['E1', 'X9', 'S274093615_US'] }), ['E1_DE', 'S274093615_DE']);
  assert.deepEqual(ids({ types: ['pass', 'live'] }), ['P1_DE', 'E1_DE']);
  assert.deepEqual(ids({ ids: ['E1', 'P1'], types: ['pass'] }), ['P1_DE']);
});

test('of an offer’s custom parameters only those meant for viewers are shown', () => {
  const found = featuresOf({ feature_Screens: 3, feature_Live_sport: 'yes', margin: '40 %', badge: 'popular', feature_: 'x' });
  assert.deepEqual(found, {
    features: [
      { name: 'Screens', value: 3 },
      { name: 'Live sport', value: 'yes' },
    ],
    badge: 'popular',
  });
});

test('a comparison has every row that any offer has, and says what is included', () => {
  const one = featuresOf({ feature_A: 'yes', feature_B: 0 }).features;
  const two = featuresOf({ feature_C: 'No', feature_A: '4K' }).features;
  assert.deepEqual(featureNames([{ features: one }, { features: two }]), ['A', 'B', 'C']);
  assert.deepEqual(
    ['A', 'B', 'C'].map((name) => [featureValue(one, name), featureValue(two, name)]),
    [
      [true, '4K'],
      ['0', false],
      [false, false],
    ],
  );
});

test('a link carries offer and coupon beside what the site has in its address', () => {
  const page = 'https://shop.example/watch?a=1#/film/7';
  const link = offerLink(page, { offerId: 'S274093615_DE', couponCode: 'BACK 50' });
  assert.deepEqual(readOfferLink(link), { offerId: 'S274093615_DE', couponCode: 'BACK 50' });
  assert.equal(withoutOfferLink(link), page);
  assert.deepEqual(readOfferLink(offerLink(link, { offerId: 'P830557164' })), { offerId: 'P830557164' });
  for (const query of ['', '?cleeng-coupon=X', '?cleeng-offer=', '?cleeng-offer=javascript:1', '?cleeng-offer=S1']) {
    assert.equal(readOfferLink(`https://shop.example/${query}`), undefined);
  }
});
