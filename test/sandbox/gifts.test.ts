import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import * as contract from '../../sandbox/src/contract/gifts.js';
import { listCustomerOffers } from '../../sandbox/src/contract/subscriptions.js';
import { updateOrder } from '../../sandbox/src/contract/orders.js';
import { createPayPalToken, payWithAdyen, payWithoutDetails } from '../../sandbox/src/contract/payments.js';
import { customers, events, gifts, holdings, mails, offers, pspSessions, publishers } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { addPeriod } from '../../sandbox/src/rules/periods.js';
import { openApp, type Person, type TestApp } from './app.js';
import { giftOf, MONTHLY, QUARTERLY, subscribed } from './operations.js';
import { BACK, card, METHODS } from './till.js';

const DAY = 86_400;

describe('gifts', () => {
  let app: TestApp;
  let giver: Person;
  before(async () => {
    app = await openApp();
    giver = await app.register();
  });
  after(() => app.close());

  const verify = (as: Person, giftCode: string) => app.ok(contract.verifyGift, { as, params: { giftCode } });
  const redeem = (as: Person, giftCode: string) => app.ok(contract.redeemGift, { as, params: { giftCode } });
  const offersOf = async (as: Person) => (await app.ok(listCustomerOffers, { as, params: { customerId: as.customerId } })).items;
  const deliveryOn = (deliveryDate: number) => ({
    deliveryDetails: { recipientEmail: 'other@example.com', deliveryDate, personalNote: null },
  });

  test('the buyer gets no access, and sees the gift', async () => {
    const gift = await giftOf(app, giver);
    assert.match(gift.code, /^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    assert.deepEqual(
      [gift.offerId, gift.deliveryDetails.recipientEmail, gift.deliveryDetails.personalNote, gift.sentAt, gift.redeemedAt],
      [MONTHLY, 'friend@example.com', 'Enjoy!', null, null],
    );
    assert.deepEqual(await offersOf(giver), []);
  });

  test('a gift for nobody is refused before anything is authorised', async () => {
    const attempts = async () => (await app.db.select().from(pspSessions)).length;
    const before = await attempts();
    const gift = { paymentMethodId: METHODS.card, buyAsAGift: true };
    const { id: orderId } = await app.order(giver, MONTHLY, gift);
    const free = await app.order(giver, MONTHLY, { ...gift, paymentMethodId: METHODS.coupon, couponCode: 'FREE100' });
    const urls = { successUrl: BACK, cancelUrl: BACK, errorUrl: BACK };
    const ways = [
      [payWithAdyen, { orderId, paymentMethod: card('5555444433331111'), returnUrl: BACK }],
      [createPayPalToken, { orderId, ...urls }],
      [payWithoutDetails, { orderId: free.id }],
    ] as const;
    for (const [operation, body] of ways) {
      const { status, text } = await app.no(operation, { as: giver, body });
      assert.deepEqual([status, text], [422, 'Order needs deliveryDetails: a gift is sent to somebody'], operation.operationId);
    }
    assert.equal(await attempts(), before);
    const deliveryDetails = { recipientEmail: 'friend@example.com', deliveryDate: app.now() + DAY };
    await app.ok(updateOrder, { as: giver, params: { orderId }, body: { deliveryDetails } });
    await app.ok(payWithAdyen, { as: giver, body: ways[0][1] });
  });

  test('who it is for can be changed until the day before, to a day after today', async () => {
    const { id } = await giftOf(app, giver);
    const later = app.now() + 3 * DAY;
    const changed = await app.ok(contract.updateGift, { as: giver, params: { giftId: id }, body: deliveryOn(later) });
    assert.deepEqual(changed.deliveryDetails, { recipientEmail: 'other@example.com', deliveryDate: later, personalNote: '' });
    const no = async (deliveryDate: number, as = giver) => {
      const { status, text } = await app.no(contract.updateGift, { as, params: { giftId: id }, body: deliveryOn(deliveryDate) });
      return `${status} ${text}`;
    };
    assert.match(await no(app.now()), /^422 Invalid param deliveryDetails.deliveryDate/);
    assert.match(await no(-1), /^400 Invalid param deliveryDetails.deliveryDate/);
    await app.pass('P3D');
    giver = await app.again(giver);
    assert.equal(await no(later + 9 * DAY), '422 The gift can no longer be changed');
  });

  test('the code is sent on the delivery date, once, with the note and the way to redeem it', async () => {
    const { id, code, deliveryDetails } = await giftOf(app, giver);
    const sent = async () =>
      (await app.db.select().from(mails).where(eq(mails.kind, 'gift'))).filter(({ data }) => data['giftId'] === String(id));
    await app.pass(deliveryDetails.deliveryDate - 1);
    assert.deepEqual(await sent(), []);
    await app.pass('P2D');
    giver = await app.again(giver);
    const [mail, again] = await sent();
    assert.equal(again, undefined);
    assert.deepEqual([mail!.recipient, mail!.at, mail!.data['code']], ['friend@example.com', deliveryDetails.deliveryDate, code]);
    assert.match(mail!.text, /^Enjoy!/);
    assert.equal(new URL(mail!.data['link']!).searchParams.get('giftCode'), code);
    assert.equal((await app.ok(contract.getGift, { as: giver, params: { giftId: id } })).sentAt, deliveryDetails.deliveryDate);
  });

  test('redeeming begins a subscription that is not renewed, once', async () => {
    const { code, id } = await giftOf(app, giver);
    const friend = await app.register();
    assert.deepEqual(await verify(friend, code.toLowerCase()), {
      redeemable: true,
      redeemMode: 'CREATE',
      redeemRefusalReason: null,
      extendedSubscriptionId: null,
      offerId: MONTHLY,
    });
    const now = app.now();
    const redeemed = await redeem(friend, code);
    assert.deepEqual([redeemed.redeemable, redeemed.redeemRefusalReason, redeemed.redeemedAt], [false, 'REDEEMED', now]);
    const [held] = await offersOf(friend);
    const end = addPeriod(now, { unit: 'month', amount: 1 });
    assert.deepEqual([held!.status, held!.expiresAt, held!.nextPaymentPrice, held!.inTrial], ['active', end, 0, false]);
    const { status, code: reason } = await app.no(contract.redeemGift, { as: await app.register(), params: { giftCode: code } });
    assert.deepEqual([status, reason], [422, 'REDEEMED']);
    assert.equal((await app.ok(contract.getGift, { as: giver, params: { giftId: id } })).redeemedAt, now);
    // It is not sent any more, and ends by itself.
    await app.pass(end);
    giver = await app.again(giver);
    assert.equal((await app.ok(contract.getGift, { as: giver, params: { giftId: id } })).sentAt, null);
    assert.deepEqual(await offersOf(await app.again(friend)), []);
  });

  test('redeeming extends the subscription there is, cancelled or not', async () => {
    const { code } = await giftOf(app, giver, QUARTERLY);
    const friend = await app.register();
    const id = await subscribed(app, friend);
    await app.db.update(holdings).set({ status: 'cancelled' }).where(eq(holdings.id, id));
    const [before] = await offersOf(friend);
    const { redeemMode, extendedSubscriptionId } = await verify(friend, code);
    assert.deepEqual([redeemMode, extendedSubscriptionId], ['EXTEND', id]);
    await redeem(friend, code);
    const [after] = await offersOf(friend);
    const quarter = { unit: 'month', amount: 3 } as const;
    assert.deepEqual(
      [after!.subscriptionId, after!.status, after!.expiresAt, after!.nextPaymentAt],
      [id, 'cancelled', addPeriod(before!.expiresAt!, quarter), addPeriod(before!.nextPaymentAt!, quarter)],
    );
    const told = await app.db.select().from(events).where(eq(events.subscriptionId, id)).orderBy(events.id);
    assert.deepEqual(
      told.slice(-2).map(({ type }) => type),
      ['subscriptionExtended', 'giftRedeemed'],
    );
  });

  test('a gift is refused for seven reasons, and then nothing is redeemed', async () => {
    const { code, id } = await giftOf(app, giver, QUARTERLY);
    const friend = await app.register();
    const refused = async (reason: string) => {
      const verdict = await verify(friend, code);
      assert.deepEqual([verdict.redeemable, verdict.redeemRefusalReason], [false, reason]);
      assert.equal((await app.no(contract.redeemGift, { as: friend, params: { giftCode: code } })).code, reason);
    };
    const offer = (change: Partial<typeof offers.$inferInsert>) => app.db.update(offers).set(change).where(eq(offers.id, OFFERS.quarterly));
    await offer({ active: false });
    await refused('INACTIVE_OFFER');
    await offer({ active: true, geoType: 'whitelist', geoCountries: ['US'] });
    await refused('OFFER_GEO_RESTRICTED');
    await offer({ geoType: null, geoCountries: [] });
    const serve = (blockedCountries: string[]) =>
      app.db.update(publishers).set({ blockedCountries }).where(eq(publishers.id, PUBLISHER_ID));
    await serve(['DE']);
    await refused('PUBLISHER_GEO_RESTRICTED');
    await serve([]);

    const held = await subscribed(app, friend);
    const change = (more: Partial<typeof holdings.$inferInsert>) => app.db.update(holdings).set(more).where(eq(holdings.id, held));
    await change({ store: 'apple' });
    await refused('EXTERNALLY_MANAGED_SUBSCRIPTION');
    await change({ store: null, failedAttempts: 1 });
    await refused('RECURRING_PROCESS_ALREADY_STARTED');
    await change({ failedAttempts: 0 });
    const [row] = await app.holdingsOf(friend);
    await app.db.insert(holdings).values({ ...row!, id: held + 1000 });
    await refused('MORE_THAN_ONE_MATCHING_SUBSCRIPTION');
    await app.db.delete(holdings).where(eq(holdings.id, held + 1000));
    await app.db.update(gifts).set({ redeemedAt: app.now() }).where(eq(gifts.id, id));
    await refused('REDEEMED');
    assert.deepEqual(
      (await app.holdingsOf(friend)).map(({ expiresAt }) => expiresAt),
      [row!.expiresAt],
    );
  });

  test('unknown codes and gifts are not found; a code counts at its own publisher only', async () => {
    for (const giftCode of ['XXXX-XXXX', '<b>', "' or '1'='1", '%']) {
      const { status, text } = await app.no(contract.verifyGift, { as: giver, params: { giftCode } });
      assert.deepEqual([status, text], [404, `Gift with id ${giftCode} not found`]);
    }
    assert.equal((await app.no(contract.redeemGift, { as: giver, params: { giftCode: 'XXXX-XXXX' } })).status, 404);
    assert.equal((await app.no(contract.getGift, { as: giver, params: { giftId: 999_999_999 } })).status, 404);
    const { code } = await giftOf(app, giver);
    const elsewhere = await app.register({ publisherId: SECOND_PUBLISHER_ID });
    assert.equal((await app.no(contract.verifyGift, { as: elsewhere, params: { giftCode: code } })).status, 404);
    await app.db.update(customers).set({ country: 'US' }).where(eq(customers.id, elsewhere.customerId));
    assert.equal((await app.no(contract.redeemGift, { as: elsewhere, params: { giftCode: code } })).status, 404);
  });
});
