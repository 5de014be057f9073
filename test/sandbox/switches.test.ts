import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import * as contract from '../../sandbox/src/contract/switches.js';
import { applyCoupon, listSubscriptions, updateSubscription } from '../../sandbox/src/contract/subscriptions.js';
import { events, holdings, paymentDetails, payments, switches, switchSettings, transactions } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { ALGORITHMS, type SwitchAlgorithm } from '../../sandbox/src/rules/switches.js';
import { openApp, START, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY, subscribed } from './operations.js';

const DAY = 86_400;
const ANNUAL = `${OFFERS.annual}_DE`;

describe('switches', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const at = (as: Person, offerId: string) => ({ customerId: as.customerId, offerId });
  const available = (as: Person, offerId: string) => app.ok(contract.getSwitchAvailability, { as, params: at(as, offerId) });
  const request = (as: Person, from: string, toOfferId: string, switchDirection = 'upgrade') =>
    app.ok(contract.requestSwitch, { as, params: at(as, from), body: { toOfferId, switchDirection } });
  const requestNo = (as: Person, from: string, toOfferId: string, switchDirection = 'upgrade') =>
    app.no(contract.requestSwitch, { as, params: at(as, from), body: { toOfferId, switchDirection } });
  const statusOf = async (as: Person, switchId: string) => (await app.ok(contract.getSwitch, { as, params: { switchId } })).status;
  const moneyOf = async (as: Person) => {
    const rows = await app.db.select().from(transactions).where(eq(transactions.customerId, as.customerId)).orderBy(transactions.id);
    for (const row of rows) assert.equal(row.priceExclTax + row.tax, row.priceInclTax, 'net and tax add up');
    return rows.map(({ kind, priceInclTax }) => `${kind} ${priceInclTax}`);
  };
  const reasonFor = async (as: Person, from: string, to: string) =>
    (await available(as, from)).unavailable.find(({ toOfferId }) => toOfferId.startsWith(to))?.reason?.code;
  const paid = async (as: Person) => {
    await app.buy(as, MONTHLY, { order: { couponCode: 'LATER25' } });
    await app.db
      .update(holdings)
      .set({ couponCode: null, couponRate: 0, couponPeriodsLeft: 0 })
      .where(eq(holdings.customerId, as.customerId));
  };

  /** Every switch to the annual plan is settled in this way from now on. */
  const settledBy = (algorithm: SwitchAlgorithm) =>
    app.db.update(switchSettings).set({ algorithm }).where(eq(switchSettings.toOfferId, OFFERS.annual));

  test('the seed has all eight algorithms', async () => {
    const rows = await app.db.select().from(switchSettings).where(eq(switchSettings.publisherId, PUBLISHER_ID));
    assert.deepEqual([...new Set(rows.map(({ algorithm }) => algorithm))].sort(), [...ALGORITHMS].sort());
  });

  test('an option says what it costs and why it is not available', async () => {
    const mara = await app.register();
    await paid(mara);
    const { available: options, unavailable, unavailableReason } = await available(mara, MONTHLY);
    const annual = options.find(({ toOfferId }) => toOfferId === ANNUAL);
    assert.deepEqual(
      [annual?.title, annual?.switchDirection, annual?.algorithm, annual?.price, annual?.period, annual?.currencySymbol],
      ['Nordlicht Annual', 'upgrade', 'IMMEDIATE_AND_CHARGE_WITH_REFUND', 89.99, 'year', '€'],
    );
    assert.equal(unavailableReason, undefined);
    assert.deepEqual(Object.fromEntries(unavailable.map(({ toOfferId, reason }) => [toOfferId, reason?.code])), {
      [`${OFFERS.free}_DE`]: 'TO_FREE_OFFER_NOT_ALLOWED',
      [`${OFFERS.alps}_DE`]: 'TO_OFFER_COUNTRY_NOT_ALLOWED',
    });
  });

  /** Bought on 1 February at noon for 9.99; the switch takes effect a minute after it was asked for, ten days later: 18 of 28 days are left. */
  const left = 28 * DAY - 10 * DAY - 60;
  const value = Math.round((999 * left) / (28 * DAY));
  const due = START + 10 * DAY + 60;
  const yearOn = Date.UTC(2028, 1, 11, 12, 1) / 1000;
  const cases: [SwitchAlgorithm, string[], { expiresAt: number; periodPaid: number }][] = [
    ['IMMEDIATE_WITHOUT_PRORATION', [], { expiresAt: START + 28 * DAY, periodPaid: 999 }],
    ['IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION', ['switch 8999'], { expiresAt: yearOn, periodPaid: 8999 }],
    ['IMMEDIATE_AND_CHARGE_FULL_PRICE', ['switch 8999'], { expiresAt: yearOn, periodPaid: 8999 }],
    ['IMMEDIATE_AND_CHARGE_WITH_REFUND', ['switch 8999', `refund -${value}`], { expiresAt: yearOn, periodPaid: 8999 }],
    ['IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND', ['switch 8999', 'refund -999'], { expiresAt: yearOn, periodPaid: 8999 }],
    ['IMMEDIATE_WITH_TIME_PRORATION', [], { expiresAt: due + Math.round(((yearOn - due) * value) / 8999), periodPaid: value }],
    [
      'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION',
      ['switch 8999'],
      { expiresAt: yearOn + Math.round((366 * DAY * value) / 8999), periodPaid: 8999 + value },
    ],
    ['DEFERRED', ['switch 8999'], { expiresAt: Date.UTC(2028, 2, 1, 12) / 1000, periodPaid: 8999 }],
  ];

  test('each algorithm settles money and dates to the cent and the second', async () => {
    const people = new Map<SwitchAlgorithm, Person>();
    for (const [algorithm] of cases) {
      const person = await app.register();
      await paid(person);
      people.set(algorithm, person);
    }
    await app.pass(START + 10 * DAY);
    const asked = new Map<SwitchAlgorithm, string>();
    for (const [algorithm] of cases) {
      await settledBy(algorithm);
      const person = await app.again(people.get(algorithm)!);
      asked.set(algorithm, (await request(person, MONTHLY, ANNUAL)).id);
    }
    await app.pass(START + 28 * DAY);
    for (const [algorithm, money, expected] of cases) {
      const person = await app.again(people.get(algorithm)!);
      assert.equal(await statusOf(person, asked.get(algorithm)!), 'finished', algorithm);
      const [old, taken] = await app.holdingsOf(person);
      assert.deepEqual([old!.status, old!.endReason, old!.pendingSwitchId], ['switched', 'switch', null], algorithm);
      // What renewed by itself since then is not the switch's doing.
      const made = (await moneyOf(person)).slice(1).filter((line) => !line.startsWith('renewal'));
      assert.deepEqual(made, money, algorithm);
      if (algorithm !== 'IMMEDIATE_WITHOUT_PRORATION' && algorithm !== 'IMMEDIATE_WITH_TIME_PRORATION') {
        assert.deepEqual(
          [taken!.status, taken!.offerId, taken!.expiresAt, taken!.periodPaid],
          ['active', ANNUAL, expected.expiresAt, expected.periodPaid],
          algorithm,
        );
      } else {
        const [event] = await app.db.select().from(events).where(eq(events.subscriptionId, taken!.id)).orderBy(events.id);
        assert.deepEqual(
          [event!.type, event!.data['expiresAt'], event!.data['price']],
          ['subscriptionSwitched', expected.expiresAt, 8999],
          algorithm,
        );
      }
      assert.equal(taken!.price, 8999);
      const { items } = await app.ok(listSubscriptions, { as: person, params: { customerId: person.customerId } });
      assert.deepEqual(
        items.map(({ subscriptionId }) => subscriptionId),
        [taken!.id],
        'the old one has disappeared',
      );
    }
  });

  test('an immediate switch waits, is in progress, and is done within a minute', async () => {
    const mara = await app.register();
    await subscribed(app, mara, MONTHLY);
    const { id, status } = await request(mara, MONTHLY, `${OFFERS.plus}_DE`);
    assert.equal(status, 'pending');
    assert.equal(await reasonFor(mara, MONTHLY, OFFERS.annual), 'SWITCH_IN_PROGRESS');
    assert.equal((await requestNo(mara, MONTHLY, ANNUAL)).code, 'SWITCH_IN_PROGRESS');
    await app.pass('PT30S');
    assert.equal(await statusOf(mara, id), 'inprogress');
    const { status: refused, text } = await app.no(contract.cancelSwitch, {
      as: mara,
      params: { switchId: id },
      body: { status: 'cancelled' },
    });
    assert.deepEqual([refused, text], [422, 'Only a pending switch can be cancelled: this one is inprogress']);
    await app.pass('PT30S');
    assert.equal(await statusOf(mara, id), 'finished');
    // A trial goes on where nothing was charged.
    const [, taken] = await app.holdingsOf(mara);
    assert.deepEqual([taken!.trialEndsAt, taken!.periodPaid], [taken!.expiresAt, 0]);
  });

  test('a deferred switch can be given up, and then the old plan is renewed', async () => {
    const mara = await app.register();
    await subscribed(app, mara);
    const { id } = await request(mara, QUARTERLY, MONTHLY, 'downgrade');
    await app.pass('P89D');
    const again = await app.again(mara);
    assert.deepEqual(await moneyOf(again), ['initial 2499'], 'nothing is charged while the switch waits');
    const given = await app.ok(contract.cancelSwitch, { as: again, params: { switchId: id }, body: { status: 'cancelled' } });
    assert.equal(given.status, 'cancelled');
    await app.pass('PT1S');
    assert.deepEqual(await moneyOf(again), ['initial 2499', 'renewal 2499']);
    const list = await app.ok(contract.listSwitches, { as: again, query: { subscriptionId: given.subscriptionId, status: 'cancelled' } });
    assert.deepEqual(
      list.map((row) => row.id),
      [id],
    );
    assert.deepEqual(await app.ok(contract.listSwitches, { as: again, query: { status: 'pending' } }), []);
  });

  test('a switch that cannot be paid for fails, and the old plan stays', async () => {
    const mara = await app.register();
    await subscribed(app, mara);
    await settledBy('IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION');
    const { id } = await request(mara, QUARTERLY, ANNUAL);
    await app.db.update(paymentDetails).set({ renewals: 'needs-authentication' }).where(eq(paymentDetails.customerId, mara.customerId));
    await app.pass('PT1M');
    assert.equal(await statusOf(mara, id), 'failed');
    const held = await app.holdingsOf(mara);
    assert.deepEqual([held.length, held[0]!.status, held[0]!.pendingSwitchId], [1, 'active', null]);
    const tried = await app.db.select().from(payments).where(eq(payments.customerId, mara.customerId)).orderBy(payments.id);
    assert.deepEqual(
      tried.map(({ status, subscriptionId }) => [status, subscriptionId]),
      [
        ['captured', held[0]!.id],
        ['rejected', held[0]!.id],
      ],
    );
  });

  test('a whole subscription cannot switch for three reasons', async () => {
    const free = await app.register();
    await app.buy(free, `${OFFERS.free}_DE`, { gateway: 'free-offer' });
    assert.equal((await available(free, OFFERS.free)).unavailableReason?.code, 'PAYMENT_GATEWAY_NOT_SUPPORTED');
    assert.equal((await requestNo(free, OFFERS.free, MONTHLY)).code, 'PAYMENT_GATEWAY_NOT_SUPPORTED');
    const late = await app.register();
    await app.buy(late, QUARTERLY, { renewals: 'refused' });
    await app.pass((await app.holdingsOf(late))[0]!.nextPaymentAt!);
    const again = await app.again(late);
    assert.equal((await available(again, QUARTERLY)).unavailableReason?.code, 'RECURRING_PROCESS_ALREADY_STARTED');
    const gratis = await app.register();
    await subscribed(app, gratis);
    await app.db
      .update(holdings)
      .set({ couponCode: 'X', couponRate: 10_000, couponPeriodsLeft: 2 })
      .where(eq(holdings.customerId, gratis.customerId));
    const { unavailableReason, unavailable } = await available(gratis, QUARTERLY);
    assert.equal(unavailableReason?.code, 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED');
    assert.ok(unavailable.every(({ reason }) => reason?.code === unavailableReason?.code));
  });

  test('one plan cannot be switched to for the other reasons', async () => {
    const trial = await app.register();
    await subscribed(app, trial, MONTHLY);
    await settledBy('IMMEDIATE_AND_CHARGE_WITH_REFUND');
    assert.equal(await reasonFor(trial, MONTHLY, OFFERS.annual), 'MISSING_PAYMENT_FOR_PRORATION');
    const saver = await app.register();
    await app.buy(saver, MONTHLY, { order: { couponCode: 'SAVE30' } });
    assert.equal(await reasonFor(saver, MONTHLY, OFFERS.annual), 'SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED');
    await app.buy(saver, `${OFFERS.weekly}_DE`);
    assert.equal(await reasonFor(saver, MONTHLY, OFFERS.weekly), 'ALREADY_HAS_ACCESS');
    await app.db.delete(paymentDetails).where(eq(paymentDetails.customerId, saver.customerId));
    assert.equal(await reasonFor(saver, MONTHLY, OFFERS.plus), 'MISSING_PAYMENT_DETAILS');
  });

  test('a coupon goes along where its campaign covers the new plan, and is shown to be lost elsewhere', async () => {
    const mara = await app.register();
    const id = await subscribed(app, mara);
    await app.ok(applyCoupon, { as: mara, params: { customerId: mara.customerId, subscriptionId: id }, body: { couponCode: 'SAVE30' } });
    const monthly = (await available(mara, QUARTERLY)).available.find(({ toOfferId }) => toOfferId === MONTHLY);
    assert.deepEqual([monthly?.price, monthly?.nextPaymentPrice, monthly?.couponNotApplicable], [9.99, 6.99, false]);
    await app.db
      .update(switchSettings)
      .set({ algorithm: 'IMMEDIATE_AND_CHARGE_FULL_PRICE' })
      .where(eq(switchSettings.fromOfferId, OFFERS.quarterly));
    const lost = (await available(mara, QUARTERLY)).available.find(({ toOfferId }) => toOfferId === MONTHLY);
    assert.deepEqual([lost?.nextPaymentPrice, lost?.couponNotApplicable], [9.99, true]);
  });

  test('requests that make no sense are refused with their code', async () => {
    const mara = await app.register();
    assert.match((await requestNo(mara, QUARTERLY, MONTHLY)).text, /^Subscription for offer S730118264_DE not found$/);
    const id = await subscribed(app, mara);
    assert.equal((await requestNo(mara, QUARTERLY, QUARTERLY)).code, 'VALIDATION_ERROR');
    assert.equal((await requestNo(mara, QUARTERLY, MONTHLY, 'upgrade')).code, 'SWITCH_NOT_DEFINED_IN_SWITCH_SETTINGS');
    assert.equal((await requestNo(mara, QUARTERLY, `${OFFERS.weekly}_DE`)).code, 'SWITCH_NOT_DEFINED_IN_SWITCH_SETTINGS');
    assert.equal((await requestNo(mara, QUARTERLY, MONTHLY, 'sideways')).code, 'REQ0001');
    await app.ok(updateSubscription, {
      as: mara,
      params: { customerId: mara.customerId },
      body: { offerId: QUARTERLY, status: 'cancelled' },
    });
    assert.deepEqual(await available(mara, QUARTERLY), { available: [], unavailable: [] });
    assert.equal((await requestNo(mara, QUARTERLY, MONTHLY, 'downgrade')).code, 'VALIDATION_ERROR');
    await app.db.update(holdings).set({ status: 'active', store: 'roku' }).where(eq(holdings.id, id));
    const external = await app.no(contract.getSwitchAvailability, { as: mara, params: at(mara, QUARTERLY) });
    assert.deepEqual([external.status, external.text], [422, 'Subscription is externally managed']);
    const unknown = await app.no(contract.getSwitch, { as: mara, params: { switchId: 'no-such-switch' } });
    assert.deepEqual([unknown.status, unknown.text], [404, 'Switch with id no-such-switch not found']);
    assert.equal((await app.db.select().from(switches).where(eq(switches.customerId, mara.customerId))).length, 0);
  });
});
