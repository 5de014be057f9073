import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cycleOf, graceEnd, nextAttempt, refusalOf, type Dunning } from '../../sandbox/src/rules/dunning.js';
import { dueAt, ended, isOnTrial, refused, renewed, turnAt, type Life } from '../../sandbox/src/rules/lifecycle.js';
import { addAnchored, addPeriod, parsePeriod, SEASON_END } from '../../sandbox/src/rules/periods.js';
import { nextPrice, priceOrder } from '../../sandbox/src/rules/pricing.js';
import { firstTerm } from '../../sandbox/src/rules/subscriptions.js';

const at = (text: string) => Date.parse(text.length === 10 ? `${text}T12:00:00Z` : text) / 1000;
const day = (seconds: number | null | undefined) => (seconds == null ? seconds : new Date(seconds * 1000).toISOString().slice(0, 10));

const MONTHLY_DUNNING: Dunning = { graceHours: 168, attempts: [-72, 0, 24, 72, 120] };

/** A monthly subscription of 9.99 with 19 % tax, bought on a day. */
function monthly(bought: string, more: Partial<Life> = {}): Life {
  const startedAt = at(bought);
  return {
    status: 'active',
    startedAt,
    periodStartedAt: startedAt,
    ...firstTerm(startedAt, { unit: 'month', amount: 1 }, null),
    endedAt: null,
    endReason: null,
    period: 'month',
    periodPaid: 999,
    renews: true,
    failedAttempts: 0,
    nextAttemptAt: null,
    graceEndsAt: null,
    pendingSwitchId: null,
    pause: null,
    price: 999,
    currency: 'EUR',
    taxRate: 1900,
    couponRate: 0,
    couponPeriodsLeft: 0,
    ...more,
  };
}

const after = (life: Life, ...changes: ((life: Life) => Partial<Life>)[]): Life =>
  changes.reduce((now, change) => ({ ...now, ...change(now) }), life);

const ends = (life: Life, times: number): (string | null | undefined)[] => {
  const found = [day(life.expiresAt)];
  for (let i = 0; i < times; i++) {
    life = after(life, (now) => renewed(now, 999));
    found.push(day(life.expiresAt));
  }
  return found;
};

describe('periods', () => {
  test('a plan of the 31st ends on the last day of short months and does not drift', () => {
    assert.deepEqual(ends(monthly('2026-01-31'), 4), ['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30']);
  });

  test('a year that began on a leap day ends on 28 February, and on the leap day again', () => {
    const anchor = at('2028-02-29');
    let end = addPeriod(anchor, { unit: 'year', amount: 1 });
    const found = [day(end)];
    for (let i = 0; i < 3; i++) found.push(day((end = addAnchored(end, { unit: 'year', amount: 1 }, anchor))));
    assert.deepEqual(found, ['2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']);
  });

  test('three months at a time keep their day too', () => {
    const anchor = at('2026-08-31');
    const quarter = { unit: 'month', amount: 3 } as const;
    const first = addPeriod(anchor, quarter);
    assert.deepEqual([day(first), day(addAnchored(first, quarter, anchor))], ['2026-11-30', '2027-02-28']);
    assert.equal(day(addAnchored(addAnchored(first, quarter, anchor), quarter, anchor)), '2027-05-31');
  });

  test('after a free week the plan goes on from where it is', () => {
    assert.equal(day(addAnchored(at('2026-02-07'), { unit: 'month', amount: 1 }, at('2026-01-31'))), '2026-03-07');
  });

  test('the hour stays the same', () => {
    assert.equal(
      addAnchored(at('2026-01-31T23:59:59Z'), { unit: 'month', amount: 1 }, at('2026-01-31T23:59:59Z')),
      at('2026-02-28T23:59:59Z'),
    );
  });

  test('the names of periods are read back', () => {
    assert.deepEqual(parsePeriod('month'), { unit: 'month', amount: 1 });
    assert.deepEqual(parsePeriod('3months'), { unit: 'month', amount: 3 });
    assert.deepEqual(parsePeriod('season'), { unit: 'season', amount: 1 });
    assert.equal(parsePeriod('48'), null);
    assert.equal(parsePeriod(null), null);
  });
});

describe('renewals', () => {
  test('payment is attempted three days before the period ends', () => {
    assert.equal(dueAt(monthly('2026-01-10')), at('2026-02-07'));
    assert.equal(turnAt(monthly('2026-01-10'), at('2026-02-07')), 'charge');
  });

  test('paid early, the new period still begins where the old one ends', () => {
    const life = after(monthly('2026-01-10'), (now) => renewed(now, 999));
    assert.deepEqual([day(life.periodStartedAt), day(life.expiresAt), day(life.nextPaymentAt)], ['2026-02-10', '2026-03-10', '2026-03-07']);
  });

  test('paid in the grace period, there is neither an overlap nor a gap', () => {
    const paidLate = after(
      monthly('2026-01-10'),
      (now) => refused(now, MONTHLY_DUNNING, at('2026-02-07')),
      (now) => refused(now, MONTHLY_DUNNING, at('2026-02-10')),
      (now) => renewed(now, 999),
    );
    assert.deepEqual([day(paidLate.periodStartedAt), day(paidLate.expiresAt)], ['2026-02-10', '2026-03-10']);
    assert.deepEqual([paidLate.failedAttempts, paidLate.nextAttemptAt, paidLate.graceEndsAt], [0, null, null]);
  });

  test('a trial is charged on the day it ends, and the months count from there', () => {
    const startedAt = at('2026-01-20');
    const trial = monthly('2026-01-20', firstTerm(startedAt, { unit: 'month', amount: 1 }, { type: 'day', duration: 11 }));
    assert.equal(isOnTrial(trial), true);
    assert.equal(dueAt(trial), at('2026-01-31'));
    const paid = after(trial, (now) => renewed(now, 999));
    assert.equal(isOnTrial(paid), false);
    assert.deepEqual(ends(paid, 2), ['2026-02-28', '2026-03-31', '2026-04-30']);
  });

  test('a trial whose end could not be paid is still a trial', () => {
    const trial = monthly('2026-01-20', firstTerm(at('2026-01-20'), { unit: 'month', amount: 1 }, { type: 'day', duration: 14 }));
    assert.equal(isOnTrial(after(trial, (now) => refused(now, MONTHLY_DUNNING, at('2026-02-03')))), true);
  });

  test('a season without a known end is never due', () => {
    const season = monthly('2026-01-10', { period: 'season', ...firstTerm(at('2026-01-10'), { unit: 'season', amount: 1 }, null) });
    assert.equal(season.expiresAt, SEASON_END);
    assert.equal(dueAt(season), undefined);
    assert.equal(dueAt({ ...season, status: 'cancelled' }), undefined);
  });

  test('nothing is charged while a switch or a pause waits, while paused, or after the end', () => {
    assert.equal(dueAt(monthly('2026-01-10', { pendingSwitchId: 'x' })), undefined);
    assert.equal(dueAt(monthly('2026-01-10', { pause: {} })), undefined);
    assert.equal(dueAt(monthly('2026-01-10', { status: 'paused' })), undefined);
    for (const status of ['expired', 'terminated', 'switched'] as const) assert.equal(dueAt(monthly('2026-01-10', { status })), undefined);
  });
});

describe('dunning', () => {
  test('a refused renewal is tried again as the publisher says, and ends with the grace period', () => {
    let life = monthly('2026-01-10');
    const seen: unknown[] = [];
    for (let now = dueAt(life); now !== undefined; now = dueAt(life)) {
      const turn = turnAt(life, now);
      const change = turn === 'charge' ? refused(life, MONTHLY_DUNNING, now) : ended(life, turn === 'expire' ? turn : 'terminate', now);
      life = { ...life, ...change };
      seen.push([turn, day(now), life.status]);
    }
    assert.deepEqual(seen, [
      ['charge', '2026-02-07', 'active'],
      ['charge', '2026-02-10', 'active'],
      ['charge', '2026-02-11', 'active'],
      ['charge', '2026-02-13', 'active'],
      ['charge', '2026-02-15', 'active'],
      ['terminate', '2026-02-17', 'terminated'],
    ]);
    assert.deepEqual([life.failedAttempts, life.endReason, day(life.endedAt)], [5, 'payment', '2026-02-17']);
  });

  test('attempts after the grace period are not made, nor those that are over', () => {
    const dunning: Dunning = { graceHours: 48, attempts: [-72, 0, 24, 72] };
    const due = at('2026-02-10');
    assert.equal(nextAttempt(dunning, due, due - 1), due);
    assert.equal(nextAttempt(dunning, due, due), due + 24 * 3600);
    assert.equal(nextAttempt(dunning, due, due + 24 * 3600), undefined);
    assert.equal(graceEnd(dunning, due), due + 48 * 3600);
  });

  test('a publisher without dunning ends access at the due date', () => {
    const life = after(monthly('2026-01-10'), (now) => refused(now, { graceHours: 0, attempts: [] }, at('2026-02-07')));
    assert.equal(dueAt(life), at('2026-02-10'));
    assert.equal(turnAt(life, at('2026-02-10')), 'terminate');
  });

  test('a renewal first tried long after it was due has no grace left', () => {
    const late = at('2026-06-01');
    const life = after(monthly('2026-01-10'), (now) => refused(now, MONTHLY_DUNNING, late));
    assert.equal(dueAt(life), late);
    assert.equal(turnAt(life, late), 'terminate');
  });

  test('cancelled ends by itself, without a reason when nobody cancelled', () => {
    const cancelled = monthly('2026-01-10', { status: 'cancelled' });
    assert.equal(dueAt(cancelled), at('2026-02-10'));
    assert.equal(turnAt(cancelled, at('2026-02-10')), 'expire');
    assert.equal(after(cancelled, (now) => ended(now, 'expire', at('2026-02-10'))).endReason, 'voluntary');
    const gift = monthly('2026-01-10', { renews: false });
    assert.equal(turnAt(gift, at('2026-02-10')), 'expire');
    const over = after(gift, (now) => ended(now, 'expire', at('2026-02-10')));
    assert.deepEqual([over.status, over.endReason], ['expired', null]);
  });

  test('each billing cycle has its name', () => {
    const periods = ['week', 'month', '3months', '6months', 'year', 'season', '48', null];
    assert.deepEqual(periods.map(cycleOf), ['weekly', 'monthly', '3-months', '6-months', 'annual', 'seasonal', null, null]);
  });

  test('why a renewal is refused', () => {
    const card = (renewals: 'accepted' | 'refused' | 'needs-authentication', cardExpirationDate = '03/2030') => ({
      renewals,
      params: { cardExpirationDate },
    });
    assert.equal(refusalOf(undefined, at('2026-01-01')), 'No active payment details');
    assert.equal(refusalOf(card('accepted'), at('2026-01-01')), undefined);
    assert.equal(refusalOf(card('refused'), at('2026-01-01')), 'Refused');
    assert.equal(refusalOf(card('needs-authentication'), at('2026-01-01')), 'Authentication Required');
    assert.equal(refusalOf({ renewals: 'accepted', params: { payerId: 'Z7' } }, at('2090-01-01')), undefined);
    assert.equal(refusalOf(card('accepted', '12/2026'), at('2026-12-31T23:59:59Z')), undefined);
    assert.equal(refusalOf(card('accepted', '12/2026'), at('2027-01-01T00:00:00Z')), 'Expired Card');
  });
});

describe('prices of renewals', () => {
  const held = { price: 999, currency: 'EUR', taxRate: 1900, couponRate: 0, couponPeriodsLeft: 0 };

  test('the full price splits into net and tax', () => {
    assert.deepEqual(nextPrice(held), { offerPrice: 839, discount: 0, discountedPrice: 839, tax: 160, fee: 0, total: 999 });
  });

  test('a coupon lowers the net price, and tax is taken of the rest', () => {
    const price = nextPrice({ ...held, couponRate: 3000, couponPeriodsLeft: 2 });
    assert.deepEqual(price, { offerPrice: 839, discount: 252, discountedPrice: 587, tax: 112, fee: 0, total: 699 });
  });

  test('what a payment method costs is added', () => {
    const price = nextPrice(held, 800);
    assert.deepEqual([price.fee, price.total], [67, 1066]);
  });

  test('tax that came on top is split back to the cent', () => {
    for (let amount = 1; amount < 3000; amount++) {
      const first = priceOrder({ amount, currency: 'USD', taxIncluded: false }, 825, { type: 'none' });
      const next = nextPrice({ price: first.total, currency: 'USD', taxRate: 825, couponRate: 0, couponPeriodsLeft: 0 });
      assert.deepEqual([next.offerPrice, next.tax], [first.offerPrice, first.tax]);
    }
  });

  test('a coupon counts down, or never when it has no end', () => {
    const twice = monthly('2026-01-10', { couponRate: 3000, couponPeriodsLeft: 2 });
    const totals: number[] = [];
    let life = twice;
    for (let i = 0; i < 3; i++) {
      totals.push(nextPrice(life).total);
      life = after(life, (now) => renewed(now, nextPrice(now).total));
    }
    assert.deepEqual(totals, [699, 699, 999]);
    assert.equal(
      after(monthly('2026-01-10', { couponRate: 5000, couponPeriodsLeft: 999 }), (now) => renewed(now, 1)).couponPeriodsLeft,
      999,
    );
  });

  test('a coupon that leaves out the first period changes nothing now', () => {
    const price = { amount: 999, currency: 'EUR', taxIncluded: true };
    assert.equal(priceOrder(price, 1900, { type: 'coupon', rate: 5000, periods: 3, firstPeriod: false }).total, 999);
    assert.equal(priceOrder(price, 1900, { type: 'coupon', rate: 5000, periods: 3 }).total, 499);
  });
});
