import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import * as contract from '../../sandbox/src/contract/subscriptions.js';
import { getSwitch, requestSwitch } from '../../sandbox/src/contract/switches.js';
import { events, holdings } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { SEASON_END } from '../../sandbox/src/rules/periods.js';
import { openApp, START, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY, subscribed } from './operations.js';

const DAY = 86_400;

describe('subscriptions', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const params = (as: Person) => ({ customerId: as.customerId });
  const list = async (as: Person) => (await app.ok(contract.listSubscriptions, { as, params: params(as) })).items;
  const offersOf = async (as: Person) => (await app.ok(contract.listCustomerOffers, { as, params: params(as) })).items;
  const set = (as: Person, status: 'active' | 'cancelled', offerId = QUARTERLY, cancellationReason?: string) =>
    app.ok(contract.updateSubscription, { as, params: params(as), body: { offerId, status, cancellationReason } });
  const setNo = async (as: Person, status: string, offerId = QUARTERLY) => {
    const failure = await app.no(contract.updateSubscription, { as, params: params(as), body: { offerId, status } });
    return `${failure.status} ${failure.text}`;
  };
  const coupon = (as: Person, subscriptionId: number, couponCode: string) =>
    app.ok(contract.applyCoupon, { as, params: { ...params(as), subscriptionId }, body: { couponCode } });
  const couponNo = async (as: Person, subscriptionId: number, couponCode: string) => {
    const failure = await app.no(contract.applyCoupon, { as, params: { ...params(as), subscriptionId }, body: { couponCode } });
    return `${failure.status} ${failure.text}`;
  };
  const told = async (as: Person) => {
    const rows = await app.db.select().from(events).where(eq(events.customerId, as.customerId)).orderBy(events.id);
    return rows.map(({ type }) => type);
  };

  test('cancelled at the end of the period, and resumed; asked for twice, it is done once', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara);
    const expiresAt = (await list(mara))[0]!.expiresAt;
    for (let times = 0; times < 2; times++) {
      assert.deepEqual(await set(mara, 'cancelled', QUARTERLY, 'Subscription is too expensive'), {
        offerId: QUARTERLY,
        status: 'cancelled',
        expiresAt,
      });
    }
    const [held] = await app.holdingsOf(mara);
    assert.deepEqual([held!.id, held!.cancelledAt, held!.cancellationReason], [id, app.now(), 'Subscription is too expensive']);
    assert.equal((await list(mara))[0]!.status, 'cancelled');
    assert.equal((await set(mara, 'active')).status, 'active');
    assert.deepEqual(
      (await told(mara)).filter((type) => /Cancelled|Resumed/.test(type)),
      ['subscriptionCancelled', 'subscriptionResumed'],
    );
  });

  test('cancelled subscriptions last to their end and are not renewed; resumed in time, they are charged at once', async () => {
    const [ends, stays] = [await app.register(), await app.register()];
    for (const person of [ends, stays]) {
      await subscribed(app, person, `${OFFERS.weekly}_DE`);
      await set(person, 'cancelled', `${OFFERS.weekly}_DE`);
    }
    // The payment of the next week was due four days after the purchase.
    await app.pass('P6D');
    await set(await app.again(stays), 'active', OFFERS.weekly);
    await app.pass('PT1S');
    const [held] = await app.holdingsOf(stays);
    assert.deepEqual([held!.status, held!.expiresAt], ['active', START + 14 * DAY]);
    await app.pass('P1D');
    assert.equal((await app.holdingsOf(ends))[0]!.status, 'expired');
    assert.deepEqual(await list(await app.again(ends)), []);
    assert.match(await setNo(await app.again(ends), 'active', OFFERS.weekly), /^422 Subscription for offer S556201387 not found$/);
  });

  test('what is not there, or managed by a store, cannot be cancelled', async () => {
    const mara = await app.register();
    assert.equal(await setNo(mara, 'cancelled'), `422 Subscription for offer ${QUARTERLY} not found`);
    assert.match(await setNo(mara, 'paused'), /^400 Invalid param status$/);
    const id = await subscribed(app, mara);
    await app.db.update(holdings).set({ store: 'apple', gateway: 'apple', method: 'apple' }).where(eq(holdings.id, id));
    assert.equal(await setNo(mara, 'cancelled'), '422 Subscription is externally managed');
    assert.equal(await couponNo(mara, id, 'SAVE30'), '422 Subscription is externally managed');
    assert.equal((await list(mara))[0]!.isExternallyManaged, true);
  });

  test('a pass is no subscription', async () => {
    const mara = await app.register();
    await app.buy(mara, `${OFFERS.monthPass}_DE`);
    assert.match(await setNo(mara, 'cancelled', `${OFFERS.monthPass}_DE`), /not found$/);
    assert.deepEqual(await list(mara), []);
    const [pass] = await offersOf(mara);
    assert.deepEqual([pass!.offerType, pass!.status, pass!.period, pass!.subscriptionId], ['P', 'active', 'month', undefined]);
  });

  test('a seasonal subscription has no known end, cancelled or not', async () => {
    const mara = await app.register();
    await subscribed(app, mara, `${OFFERS.season}_DE`);
    assert.equal((await set(mara, 'cancelled', `${OFFERS.season}_DE`)).expiresAt, SEASON_END);
  });

  test('cancelling gives up the switch that waits', async () => {
    const mara = await app.register();
    await subscribed(app, mara);
    const body = { toOfferId: MONTHLY, switchDirection: 'downgrade' };
    const { id } = await app.ok(requestSwitch, { as: mara, params: { ...params(mara), offerId: QUARTERLY }, body });
    assert.equal((await list(mara))[0]!.pendingSwitchId, id);
    await set(mara, 'cancelled');
    assert.equal((await list(mara))[0]!.pendingSwitchId, null);
    assert.equal((await app.ok(getSwitch, { as: mara, params: { switchId: id } })).status, 'cancelled');
  });

  test('a coupon lowers the next payments of a subscription', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara);
    assert.equal((await list(mara))[0]!.nextPaymentPrice, 24.99);
    assert.equal((await coupon(mara, id, 'stay40')).nextPaymentPrice, 14.99);
    const [shown] = await offersOf(mara);
    assert.deepEqual([shown!.nextPaymentPrice, shown!.totalPrice], [14.99, 24.99]);
    // Another one takes its place.
    assert.equal((await coupon(mara, id, 'HALF999')).nextPaymentPrice, 12.5);
    await app.pass('P3M');
    const [held] = await app.holdingsOf(mara);
    assert.deepEqual([held!.periodPaid, held!.couponPeriodsLeft], [1250, 999]);
  });

  test('a coupon on a subscription is refused for six reasons', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara);
    await coupon(mara, id, 'SAVE30');
    const cases: [string, RegExp][] = [
      ['NOSUCH', /^422 Coupon NOSUCH not found$/],
      ['OTHER', /cannot be applied on this offer/],
      ['FREE100', /cannot be applied on existing subscription/],
      ['RESERVED', /reserved/],
      ['Save30', /already applied/],
      ['USED', /already used/],
      ['EXPIRED20', /not found/],
    ];
    for (const [code, text] of cases) assert.match(await couponNo(mara, id, code), text);
    assert.equal((await list(mara))[0]!.nextPaymentPrice, 17.49, 'the one that is there stays');
    assert.equal(await couponNo(mara, 999_999_999, 'SAVE30'), '422 Subscription 999999999 not found');
    assert.match(await couponNo(mara, id, ''), /^400 Invalid param couponCode$/);
    await set(mara, 'cancelled');
    assert.match(await couponNo(mara, id, 'HALF999'), /cannot be applied on existing subscription/);
  });

  test('a trial says so, and when it is paid for', async () => {
    const mara = await app.register();
    const now = app.now();
    await app.buy(mara, MONTHLY);
    const [shown] = await offersOf(mara);
    assert.deepEqual(
      [shown!.inTrial, shown!.expiresAt, shown!.nextPaymentAt, shown!.nextPaymentPrice],
      [true, now + 14 * DAY, now + 14 * DAY, 9.99],
    );
  });

  test('what is in the grace period, or paused, is listed; what has ended is not', async () => {
    const mara = await app.register();
    await app.buy(mara, QUARTERLY, { renewals: 'refused' });
    await app.pass('P3M');
    await app.pass('P1D');
    const again = await app.again(mara);
    const [grace] = await offersOf(again);
    assert.deepEqual([grace!.status, grace!.expiresAt! < app.now()], ['active', true]);
    const pause = { requestedAt: 1, pauseDate: 2, resumeDate: app.now() + DAY, failedResumes: [] };
    const place = eq(holdings.customerId, mara.customerId);
    await app.db.update(holdings).set({ status: 'paused', pause }).where(place);
    assert.deepEqual((await offersOf(again))[0]!.pause, pause);
    assert.deepEqual(await list(again), []);
    for (const status of ['terminated', 'expired', 'switched'] as const) {
      await app.db.update(holdings).set({ status, pause: null }).where(place);
      assert.deepEqual(await offersOf(again), []);
    }
  });

  test('of the same plan paid twice, the one that runs is cancelled', async () => {
    const mara = await app.register();
    const first = await subscribed(app, mara);
    await app.db.update(holdings).set({ status: 'cancelled' }).where(eq(holdings.id, first));
    const [row] = await app.holdingsOf(mara);
    await app.db.insert(holdings).values({ ...row!, id: row!.id + 1000, status: 'active' });
    await set(mara, 'cancelled');
    assert.deepEqual(
      (await list(mara)).map(({ status }) => status),
      ['cancelled', 'cancelled'],
    );
  });
});
