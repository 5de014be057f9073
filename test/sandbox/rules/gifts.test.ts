import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isEditable, judgeGift, mayBeDelivered, mayBeGift, type GiftCase } from '../../../sandbox/src/rules/gifts.js';
import type { Period } from '../../../sandbox/src/rules/periods.js';

const DAY = 86_400;
/** Noon of a day. */
const NOON = 20_000 * DAY + 12 * 3600;

test('only monthly, three-monthly, six-monthly and annual subscriptions can be gifts', () => {
  const subscription = { giftable: true, letter: 'S' };
  const periods: [Period, boolean][] = [
    [{ unit: 'month', amount: 1 }, true],
    [{ unit: 'month', amount: 3 }, true],
    [{ unit: 'month', amount: 6 }, true],
    [{ unit: 'year', amount: 1 }, true],
    [{ unit: 'month', amount: 2 }, false],
    [{ unit: 'week', amount: 1 }, false],
    [{ unit: 'season', amount: 1 }, false],
  ];
  for (const [period, may] of periods) assert.equal(mayBeGift(subscription, period), may, `${period.amount} ${period.unit}`);
  assert.equal(mayBeGift({ ...subscription, giftable: false }, { unit: 'month', amount: 1 }), false);
  assert.equal(mayBeGift({ giftable: true, letter: 'P' }, { unit: 'month', amount: 1 }), false);
});

test('a gift can be changed until the day before it is delivered', () => {
  const gift = { deliveryDate: NOON, sentAt: null, redeemedAt: null };
  const midnight = NOON - 12 * 3600;
  assert.equal(isEditable(gift, midnight - 1), true);
  assert.equal(isEditable(gift, midnight), false);
  assert.equal(isEditable({ ...gift, sentAt: 1 }, NOON - 3 * DAY), false);
  assert.equal(isEditable({ ...gift, redeemedAt: 1 }, NOON - 3 * DAY), false);
});

test('a gift is handed over today or later', () => {
  assert.equal(mayBeDelivered(NOON - 3600, NOON), true);
  assert.equal(mayBeDelivered(NOON - DAY, NOON), false);
});

const FINE: GiftCase = { redeemed: false, offerActive: true, offerBlocked: false, publisherBlocked: false, matches: [] };
const match = { id: 7, external: false, renewing: false };

test('a gift begins a subscription, or extends the one there is', () => {
  assert.deepEqual(judgeGift(FINE), { redeemable: true, redeemMode: 'CREATE', redeemRefusalReason: null, extendedSubscriptionId: null });
  assert.deepEqual(judgeGift({ ...FINE, matches: [match] }), {
    redeemable: true,
    redeemMode: 'EXTEND',
    redeemRefusalReason: null,
    extendedSubscriptionId: 7,
  });
});

test('a gift is refused for seven reasons', () => {
  const cases: [Partial<GiftCase>, string][] = [
    [{ redeemed: true }, 'REDEEMED'],
    [{ offerActive: false }, 'INACTIVE_OFFER'],
    [{ publisherBlocked: true }, 'PUBLISHER_GEO_RESTRICTED'],
    [{ offerBlocked: true }, 'OFFER_GEO_RESTRICTED'],
    [{ matches: [match, { ...match, id: 8 }] }, 'MORE_THAN_ONE_MATCHING_SUBSCRIPTION'],
    [{ matches: [{ ...match, external: true }] }, 'EXTERNALLY_MANAGED_SUBSCRIPTION'],
    [{ matches: [{ ...match, renewing: true }] }, 'RECURRING_PROCESS_ALREADY_STARTED'],
  ];
  for (const [change, reason] of cases) {
    const verdict = judgeGift({ ...FINE, ...change });
    assert.deepEqual([verdict.redeemable, verdict.redeemRefusalReason, verdict.extendedSubscriptionId], [false, reason, null]);
  }
});
