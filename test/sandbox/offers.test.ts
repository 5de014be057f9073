import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import * as contract from '../../sandbox/src/contract/offers.js';
import { createOrder } from '../../sandbox/src/contract/orders.js';
import { payWithAdyen } from '../../sandbox/src/contract/payments.js';
import { holdings, publishers } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openApp, START, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY } from './operations.js';
import { BACK, card, METHODS } from './till.js';

const PLUS = `${OFFERS.plus}_DE`;

describe('offers', () => {
  let app: TestApp;
  let mara: Person;
  before(async () => {
    app = await openApp();
    mara = await app.register();
  });
  after(() => app.close());

  const v1 = (offerId: string, customerIP?: string) =>
    app.ok(contract.getOffer, { params: { offerId }, ...(customerIP ? { query: { customerIP } } : {}) });
  const v2 = (offerId: string) => app.ok(contract.getOfferV2, { params: { offerId } });
  const no = async (offerId: string) => {
    const { status, text } = await app.no(contract.getOffer, { params: { offerId } });
    return `${status} ${text}`;
  };

  test('the older form prices an offer for the country of the viewer, by its short or its long id', async () => {
    const here = await v1(OFFERS.monthly);
    assert.deepEqual(
      [here.offerId, here.customerPriceInclTax, here.customerPriceExclTax, here.applicableTaxRate, here.customerCurrencySymbol],
      [MONTHLY, 9.99, 8.39, 0.19, '€'],
    );
    assert.deepEqual([here.period, here.freeDays, here.freePeriods, here.trialAvailable], ['month', 14, 0, null]);
    const there = await v1(OFFERS.monthly, '198.51.100.7');
    assert.deepEqual([there.offerId, there.customerPriceInclTax, there.customerCountry], ['S274093615_US', 11.99, 'US']);
    assert.equal((await v1(MONTHLY, '198.51.100.7')).offerId, MONTHLY);
  });

  test('a promotional price is a discount of the first period, as long as it is valid', async () => {
    const plus = await v1(PLUS);
    assert.deepEqual(
      [plus.customerPriceInclTax, plus.discountedCustomerPriceInclTax, plus.discountedCustomerPriceExclTax, plus.discountPeriods],
      [14.99, 10.99, 9.24, 1],
    );
    const { price } = await v2(OFFERS.plus);
    assert.deepEqual(price.rules, [{ from: START - 10 * 86_400, to: START + 20 * 86_400, amount: 10.99, name: 'Launch price' }]);
    assert.equal(price.amount, 14.99);
  });

  test('each kind of offer says how long it lasts', async () => {
    const periods = await Promise.all(
      [OFFERS.weekly, QUARTERLY, OFFERS.season, OFFERS.winterPass, OFFERS.monthPass, OFFERS.rental, OFFERS.single, OFFERS.event].map(
        async (id) => (await v1(id)).period,
      ),
    );
    assert.deepEqual(periods, ['week', '3months', 'season', null, 'month', '48', null, null]);
    assert.ok((await v1(OFFERS.winterPass)).expiresAt);
    assert.equal((await v1(OFFERS.event)).timeZone, 'Europe/Stockholm');
    assert.equal((await v2(OFFERS.winterPass)).entitlement?.expirationPolicy, 'fixed');
    assert.deepEqual((await v2(OFFERS.rental)).entitlement, { expirationPolicy: 'duration', duration: { amount: 48, periodUnit: 'hour' } });
    assert.equal((await v2(OFFERS.single)).entitlement?.expirationPolicy, 'never');
  });

  test('the newer form has all localisations, what can be given away, and how long it can be paused', async () => {
    const offer = await v2(MONTHLY);
    assert.deepEqual([offer.id, offer.longId, offer.type, offer.giftable], [OFFERS.monthly, MONTHLY, 'subscription', true]);
    assert.deepEqual(offer.pause, { maxBillingCycles: 3 });
    assert.deepEqual(
      offer.localizations.map(({ id, price }) => `${id} ${price.amount} ${price.currency} ${price.taxIncluded}`),
      ['S274093615_GB 8.99 GBP true', 'S274093615_JP 1480 JPY true', 'S274093615_KW 3.25 KWD true', 'S274093615_US 11.99 USD false'],
    );
    assert.deepEqual(offer.externalProperties, { badge: 'popular' });
    const weekly = await v2(OFFERS.weekly);
    assert.deepEqual([weekly.giftable, weekly.freeTrial], [false, undefined]);
    assert.deepEqual((await v2(OFFERS.alps)).geoRestriction, [{ type: 'blacklist', countries: ['DE'] }]);
  });

  test('the list has what is sold, in pages, by kind, of one publisher', async () => {
    const all = await app.ok(contract.listOffers, { query: { pageLimit: 100 } });
    assert.ok(all.every(({ active }) => active));
    assert.ok(!all.some(({ id }) => id === OFFERS.classic || id === OFFERS.secondMonthly));
    const page = await app.ok(contract.listOffers, { query: { pageLimit: 2, page: 2 } });
    assert.deepEqual(
      page.map(({ id }) => id),
      all.slice(2, 4).map(({ id }) => id),
    );
    const passes = await app.ok(contract.listOffers, { query: { offerType: 'pass' } });
    assert.deepEqual([...new Set(passes.map(({ type }) => type))], ['pass']);
    const theirs = await app.ok(contract.listOffers, { query: { publisherId: SECOND_PUBLISHER_ID } });
    assert.deepEqual(theirs.map(({ id }) => id).sort(), [OFFERS.secondPass, OFFERS.secondMonthly].sort());
    // Who is signed in sees the own publisher's.
    const own = await app.ok(contract.listOffers, { as: mara, query: { publisherId: SECOND_PUBLISHER_ID } });
    assert.equal(own.length, all.length);
    assert.equal((await app.no(contract.listOffers, { query: { pageLimit: 0 } })).code, 'REQ0002');
  });

  test('what cannot be bought is refused with the text clients look for', async () => {
    assert.equal(await no('S000000001_DE'), "422 Offer S000000001_DE doesn't exist");
    assert.equal(await no('S274093615_FR'), "422 Offer S274093615_FR doesn't exist");
    assert.equal(await no('nonsense'), '400 Invalid param offerId');
    assert.equal(await no(OFFERS.classic), '422 Offer is inactive');
    assert.equal(await no(OFFERS.alps), '422 Offer is blocked for country DE');
  });

  test('a country the publisher does not serve is blocked for everything', async () => {
    const serve = (blockedCountries: string[]) =>
      app.db.update(publishers).set({ blockedCountries }).where(eq(publishers.id, PUBLISHER_ID));
    await serve(['US']);
    const { text } = await app.no(contract.getOffer, { params: { offerId: MONTHLY }, query: { customerIP: '198.51.100.7' } });
    assert.equal(text, 'Offer is blocked for country US');
    await serve([]);
  });

  test('an offer of another publisher does not exist for who is signed in', async () => {
    for (const offerId of [OFFERS.secondMonthly]) {
      assert.match((await app.no(contract.getOfferV2, { as: mara, params: { offerId } })).text, /doesn't exist/);
      const params = { offerId, customerEmail: mara.email };
      assert.match((await app.no(contract.getOfferForCustomer, { as: mara, params })).text, /doesn't exist/);
    }
  });

  test('for a customer: whether there is a trial, and whether there is access already', async () => {
    const of = (as: Person, offerId: string) => app.ok(contract.getOfferForCustomer, { as, params: { offerId, customerEmail: as.email } });
    const fresh = await of(mara, OFFERS.monthly);
    assert.deepEqual([fresh.trialAvailable, fresh.accessGranted], [true, false]);
    const owner = await app.register();
    await app.buy(owner, MONTHLY);
    await app.buy(owner, `${OFFERS.weekly}_DE`);
    const owned = await of(owner, MONTHLY);
    assert.deepEqual([owned.trialAvailable, owned.accessGranted], [false, true], 'it can be given away: the page is of use');
    const params = { offerId: OFFERS.weekly, customerEmail: owner.email };
    assert.deepEqual(await app.no(contract.getOfferForCustomer, { as: owner, params }), {
      status: 422,
      code: undefined,
      text: 'Access already granted',
    });
  });

  test('an e-mail in the path may be encoded or not', async () => {
    const plus = { ...(await app.register()), email: 'anna+tv@example.com' };
    const path = `/offers/${MONTHLY}/customers/anna+tv@example.com`;
    const { text } = await app.no({ ...contract.getOfferForCustomer, path }, { as: plus });
    assert.equal(text, 'Invalid JWT token', 'somebody else’s address');
    const { customerId } = mara;
    await app.rename(customerId, plus.email);
    for (const address of ['anna+tv@example.com', 'anna%2Btv%40example.com']) {
      const response = await app.send({ ...contract.getOfferForCustomer, path: `/offers/${MONTHLY}/customers/${address}` }, { as: mara });
      assert.equal(response.status, 200, address);
    }
  });

  test('an entitlement follows the status, for the short and the long id', async () => {
    const owner = await app.register();
    const to = (offerId: string) => app.ok(contract.getEntitlement, { as: owner, params: { offerId } });
    assert.deepEqual(await to(MONTHLY), { accessGranted: false, expiresAt: null });
    await app.buy(owner, MONTHLY);
    const granted = { accessGranted: true, expiresAt: START + 14 * 86_400 };
    assert.deepEqual(await to(MONTHLY), granted);
    assert.deepEqual(await to(OFFERS.monthly), granted);
    assert.equal((await to(`${OFFERS.monthly}_US`)).accessGranted, false);
    await app.db.update(holdings).set({ status: 'paused' }).where(eq(holdings.customerId, owner.customerId));
    assert.deepEqual(await to(MONTHLY), { accessGranted: false, expiresAt: null });
  });

  test('what is over for everybody is sold no more, and what was ordered before cannot be paid for', async () => {
    const { expiresAt } = await v1(OFFERS.winterPass);
    assert.equal(typeof expiresAt, 'number');
    await app.pass(Number(expiresAt) - 3600);
    const late = await app.again(mara);
    const { id: orderId, expirationDate } = await app.order(late, OFFERS.winterPass, { paymentMethodId: METHODS.card });
    assert.equal(expirationDate, expiresAt);
    await app.pass(Number(expiresAt));
    const after = await app.again(mara);
    const body = { orderId, paymentMethod: card('5555444433331111'), returnUrl: BACK };
    assert.equal((await app.no(payWithAdyen, { as: after, body })).status, 404);
    for (const offerId of [OFFERS.winterPass, OFFERS.event]) {
      assert.equal(await no(offerId), '422 Offer is inactive');
      const { text } = await app.no(createOrder, { as: after, body: { offerId, customerId: after.customerId } });
      assert.equal(text, 'Offer is inactive');
    }
    const listed = (await app.ok(contract.listOffers)).map(({ id }) => id);
    assert.ok(!listed.includes(OFFERS.winterPass) && !listed.includes(OFFERS.event) && listed.includes(OFFERS.monthPass));
    assert.deepEqual(await app.holdingsOf(mara), []);
  });
});
