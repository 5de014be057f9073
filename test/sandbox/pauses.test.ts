import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { getEntitlement } from '../../sandbox/src/contract/offers.js';
import * as contract from '../../sandbox/src/contract/subscriptions.js';
import { events, holdings, paymentDetails } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { addPeriod } from '../../sandbox/src/rules/periods.js';
import { openApp, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY, subscribed } from './operations.js';

const WEEKLY = `${OFFERS.weekly}_DE`;
const DAY = 86_400;
const WEEK = 7 * DAY;

describe('pauses and retention offers', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const body = (resumesAfterBillingCycles: number) => ({ pauseDate: 'anniversary-date', resumesAfterBillingCycles });
  const pause = async (as: Person, subscriptionId: number, cycles = 1) =>
    (await app.ok(contract.pauseSubscription, { as, params: { subscriptionId }, body: body(cycles) })).pause!;
  const pauseNo = async (as: Person, subscriptionId: number, cycles = 1) => {
    const { status, text } = await app.no(contract.pauseSubscription, { as, params: { subscriptionId }, body: body(cycles) });
    return `${status} ${text}`;
  };
  const resume = (as: Person, subscriptionId: number) => app.ok(contract.resumeSubscription, { as, params: { subscriptionId } });
  const shown = async (as: Person) => (await app.ok(contract.listCustomerOffers, { as, params: { customerId: as.customerId } })).items[0]!;
  const access = async (as: Person, offerId = WEEKLY) => (await app.ok(getEntitlement, { as, params: { offerId } })).accessGranted;
  const told = async (as: Person) =>
    (await app.db.select().from(events).where(eq(events.customerId, as.customerId)).orderBy(events.id))
      .map(({ type, at }) => `${type} ${at}`)
      .filter((line) => /Pause|Unpaused|paymentRefused|Terminated/.test(line));
  const failing = (as: Person, renewals: 'accepted' | 'refused') =>
    app.db.update(paymentDetails).set({ renewals }).where(eq(paymentDetails.customerId, as.customerId));

  test('a pause begins at the end of the period, takes access away, and ends with a payment', async () => {
    const mara = await app.register();
    const start = app.now();
    const id = await subscribed(app, mara, WEEKLY);
    const planned = await pause(mara, id, 2);
    assert.deepEqual(planned, { requestedAt: start, pauseDate: start + WEEK, resumeDate: start + 3 * WEEK, failedResumes: [] });
    assert.deepEqual([(await shown(mara)).status, (await shown(mara)).nextPaymentAt], ['active', start + 3 * WEEK]);
    await app.pass(start + WEEK - 1);
    assert.equal(await access(await app.again(mara)), true);
    await app.pass(start + WEEK);
    const paused = await app.again(mara);
    assert.equal(await access(paused), false);
    assert.deepEqual([(await shown(paused)).status, (await shown(paused)).pause], ['paused', planned]);
    await app.pass(start + 3 * WEEK);
    const back = await app.again(mara);
    assert.equal(await access(back), true);
    const held = (await app.holdingsOf(back))[0]!;
    assert.deepEqual([held.pause, held.periodStartedAt, held.expiresAt], [null, start + 3 * WEEK, start + 4 * WEEK]);
    assert.deepEqual(await told(back), [
      `subscriptionPauseScheduled ${start}`,
      `subscriptionPaused ${start + WEEK}`,
      `subscriptionUnpaused ${start + 3 * WEEK}`,
    ]);
  });

  test('a pause that has not begun is dropped, and the plan is renewed as before', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara, WEEKLY);
    const before = (await shown(mara)).nextPaymentAt;
    await pause(mara, id);
    assert.deepEqual(await resume(mara, id), { pause: null });
    const after = await shown(mara);
    assert.deepEqual([after.nextPaymentAt, after.pause, after.status], [before, undefined, 'active']);
    const { status, text } = await app.no(contract.resumeSubscription, { as: mara, params: { subscriptionId: id } });
    assert.deepEqual([status, text], [422, 'The subscription has no pause']);
  });

  test('a pause that runs can be ended before its time, by paying; a refusal is kept', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara, WEEKLY);
    await pause(mara, id, 3);
    await app.pass('P8D');
    const again = await app.again(mara);
    await failing(mara, 'refused');
    const { status, text } = await app.no(contract.resumeSubscription, { as: again, params: { subscriptionId: id } });
    assert.equal(status, 422);
    assert.match(text, /Refused/);
    assert.deepEqual((await shown(again)).pause?.failedResumes, [app.now()]);
    await failing(mara, 'accepted');
    await resume(again, id);
    const now = await shown(again);
    assert.deepEqual([now.status, now.expiresAt, now.pause], ['active', app.now() + WEEK, undefined]);
  });

  test('an end that cannot be paid for is tried again for two days; then the subscription ends', async () => {
    const mara = await app.register();
    const start = app.now();
    const id = await subscribed(app, mara, WEEKLY);
    await pause(mara, id);
    await failing(mara, 'refused');
    const due = start + 2 * WEEK;
    await app.pass(due + DAY);
    assert.deepEqual((await shown(await app.again(mara))).pause?.failedResumes, [due, due + DAY]);
    await app.pass(due + 2 * DAY);
    const held = (await app.holdingsOf(mara))[0]!;
    assert.deepEqual([held.status, held.endReason, held.endedAt], ['terminated', 'payment', due + 2 * DAY]);
    assert.deepEqual((await told(mara)).slice(-2), [`paymentRefused ${due + 2 * DAY}`, `subscriptionTerminated ${due + 2 * DAY}`]);
  });

  test('a pause is refused with a reason', async () => {
    const mara = await app.register();
    const weekly = await subscribed(app, mara, WEEKLY);
    assert.equal(await pauseNo(mara, weekly, 5), '422 The offer cannot be paused for so many billing cycles');
    assert.match(await pauseNo(mara, weekly, 0), /^400 Invalid param resumesAfterBillingCycles$/);
    assert.equal(await pauseNo(mara, 999_999_999), '422 Subscription 999999999 not found');
    const trial = await subscribed(app, mara, MONTHLY);
    assert.equal(await pauseNo(mara, trial), '422 A subscription in its trial cannot be paused');
    const annual = await subscribed(app, mara, `${OFFERS.annual}_DE`);
    assert.match(await pauseNo(mara, annual), /^422 Only weekly, monthly and three-monthly/);
    await pause(mara, weekly);
    assert.equal(await pauseNo(mara, weekly), '422 The subscription has a pause already');
    const quarterly = await subscribed(app, mara);
    await app.db.update(holdings).set({ pendingSwitchId: 'some-switch' }).where(eq(holdings.id, quarterly));
    assert.equal(await pauseNo(mara, quarterly), '422 A subscription with a pending switch cannot be paused');
    await app.db.update(holdings).set({ pendingSwitchId: null, store: 'amazon' }).where(eq(holdings.id, quarterly));
    assert.equal(await pauseNo(mara, quarterly), '422 Subscription is externally managed');
    await app.db.update(holdings).set({ store: null, status: 'cancelled' }).where(eq(holdings.id, quarterly));
    assert.equal(await pauseNo(mara, quarterly), '422 Only an active subscription can be paused');
  });

  test('cancelling drops a pause that has not begun, and ends a subscription that is paused', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara, WEEKLY);
    const cancel = (as: Person) =>
      app.ok(contract.updateSubscription, { as, params: { customerId: as.customerId }, body: { offerId: WEEKLY, status: 'cancelled' } });
    await pause(mara, id);
    await cancel(mara);
    assert.equal((await shown(mara)).pause, undefined);
    await app.ok(contract.updateSubscription, {
      as: mara,
      params: { customerId: mara.customerId },
      body: { offerId: WEEKLY, status: 'active' },
    });
    await pause(mara, id);
    await app.pass('P8D');
    const again = await app.again(mara);
    const { status, text } = await app.no(contract.updateSubscription, {
      as: again,
      params: { customerId: again.customerId },
      body: { offerId: WEEKLY, status: 'active' },
    });
    assert.deepEqual([status, text], [422, 'The subscription is paused']);
    await cancel(again);
    await app.pass('PT1S');
    const held = (await app.holdingsOf(mara))[0]!;
    assert.deepEqual([held.status, held.endReason], ['expired', 'voluntary']);
  });

  const retention = (as: Person, offerId: string) => app.ok(contract.getRetentionAction, { as, params: { offerId } });

  test('a free extension moves the end, once', async () => {
    const mara = await app.register();
    await app.buy(mara, MONTHLY, { order: { couponCode: 'LATER25' } });
    const before = await shown(mara);
    const { type, extensionDetails } = await retention(mara, MONTHLY);
    assert.deepEqual([type, extensionDetails], ['FREE_EXTENSION', { periodUnit: 'week', amount: 1 }]);
    const taken = await app.ok(contract.takeRetentionAction, { as: mara, body: { offerId: MONTHLY } });
    assert.deepEqual(taken, { offerId: MONTHLY, status: 'active', expiresAt: before.expiresAt! + WEEK });
    assert.equal((await shown(mara)).nextPaymentAt, before.nextPaymentAt! + WEEK);
    assert.equal((await retention(mara, OFFERS.monthly)).type, '');
    const { status, text } = await app.no(contract.takeRetentionAction, { as: mara, body: { offerId: MONTHLY } });
    assert.deepEqual([status, text], [422, `There is no free extension for offer ${MONTHLY}`]);
  });

  test('an extended trial is still converted when it ends', async () => {
    const mara = await app.register();
    const start = app.now();
    await app.buy(mara, MONTHLY);
    await app.ok(contract.takeRetentionAction, { as: mara, body: { offerId: MONTHLY } });
    assert.equal((await shown(mara)).inTrial, true);
    await app.pass(start + 21 * DAY);
    const types = (await app.db.select().from(events).where(eq(events.customerId, mara.customerId))).map(({ type }) => type);
    assert.ok(types.includes('trialConverted'));
    const held = (await app.holdingsOf(mara))[0]!;
    assert.equal(held.expiresAt, addPeriod(start + 21 * DAY, { unit: 'month', amount: 1 }));
  });

  test('a downgrade is offered with the plans there are, a pause where the plan can be paused, else nothing', async () => {
    const mara = await app.register();
    await subscribed(app, mara, `${OFFERS.annual}_DE`);
    const down = await retention(mara, `${OFFERS.annual}_DE`);
    assert.equal(down.type, 'DOWNGRADE');
    assert.deepEqual(
      down.downgradeDetails.offers.map(({ toOfferId, switchDirection }) => `${toOfferId} ${switchDirection}`),
      [`${MONTHLY} downgrade`],
    );
    const quarterly = await subscribed(app, mara);
    assert.equal((await retention(mara, QUARTERLY)).type, 'PAUSE');
    await pause(mara, quarterly);
    assert.equal((await retention(mara, QUARTERLY)).type, '');
    await subscribed(app, mara, WEEKLY);
    assert.equal((await retention(mara, WEEKLY)).type, '', 'the publisher has set nothing');
    const { status, text } = await app.no(contract.getRetentionAction, { as: mara, params: { offerId: MONTHLY } });
    assert.deepEqual([status, text], [422, `Subscription for offer ${MONTHLY} not found`]);
  });
});
