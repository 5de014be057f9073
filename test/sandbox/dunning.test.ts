import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { mails, paymentDetails } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { retryDue } from '../../sandbox/src/lifecycle/renewals.js';
import { dayOf, openShop, seconds, START, type Shop } from './shop.js';

let shop: Shop;
before(async () => (shop = await openShop()));
after(() => shop.close());
beforeEach(async () => void (await shop.ask('POST', '/sandbox/reset', { body: { world: 'empty', at: START } })));

describe('a refused renewal', () => {
  const refusedOnce = async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.renewals(one.id, 'refused');
    await shop.clock({ to: '2026-04-30T13:00:00Z' });
    return one;
  };

  test('leaves access in the grace period, and ends it after the last attempt', async () => {
    const one = await refusedOnce();
    const inGrace = await shop.onlyOf(one.id);
    assert.deepEqual([inGrace.status, inGrace.failedAttempts, dayOf(inGrace.expiresAt)], ['active', 2, '2026-04-30']);
    const access = await shop.ask<{ accessGranted: boolean }>('GET', `/entitlements/${OFFERS.quarterly}`, {
      as: await shop.signedIn(one.id),
    });
    assert.equal(access.accessGranted, true);
    await shop.clock({ advance: 'P1M' });
    const gone = await shop.onlyOf(one.id);
    assert.deepEqual([gone.status, gone.endReason, dayOf(gone.endedAt)], ['terminated', 'payment', '2026-05-10']);
    assert.deepEqual((await shop.story(one.id)).slice(3), [
      '2026-04-27 paymentRefused',
      '2026-04-30 paymentRefused',
      '2026-05-01 paymentRefused',
      '2026-05-03 paymentRefused',
      '2026-05-07 paymentRefused',
      '2026-05-10 subscriptionTerminated',
    ]);
    const refused = (await shop.payments(one.id)).filter(({ status }) => status === 'rejected');
    assert.deepEqual(
      refused.map(({ rejectedReason }) => rejectedReason),
      Array.from({ length: 5 }, () => 'Refused'),
    );
    assert.equal((await shop.transactions(one.id)).length, 1);
    const letters = await shop.db.select().from(mails).where(eq(mails.customerId, one.id)).orderBy(mails.id);
    assert.deepEqual(
      letters.map(({ kind }) => kind),
      ['receipt', ...Array.from({ length: 5 }, () => 'payment-failed'), 'subscription-ended'],
    );
  });

  test('shows when it is tried again, as long as it is', async () => {
    const one = await refusedOnce();
    const shown = async () => {
      const as = await shop.signedIn(one.id);
      const lists = await Promise.all(
        ['offers', 'subscriptions'].map((list) =>
          shop.ask<{ items: { nextPaymentAt: number }[] }>('GET', `/customers/${one.id}/${list}`, { as }),
        ),
      );
      return lists.map(({ items }) => items.map(({ nextPaymentAt }) => nextPaymentAt));
    };
    const tomorrow = seconds('2026-05-01T12:00:00Z');
    assert.deepEqual(await shown(), [[tomorrow], [tomorrow]]);
    await shop.clock({ to: '2026-05-07T12:00:00Z' });
    assert.deepEqual(await shown(), [[0], [0]], 'none after the last attempt');
    await shop.renewals(one.id, 'accepted');
    await shop.db.transaction((tx) => retryDue(tx, one.id, shop.platform.clock.now()));
    const ahead = seconds('2026-07-28T12:00:00Z');
    assert.deepEqual(await shown(), [[ahead], [ahead]], 'paid after all');
  });

  test('is paid at once with new payment details, and goes on where it ended', async () => {
    const one = await refusedOnce();
    await shop.renewals(one.id, 'accepted');
    await shop.db.transaction((tx) => retryDue(tx, one.id, shop.platform.clock.now()));
    const held = await shop.onlyOf(one.id);
    assert.deepEqual([dayOf(held.periodStartedAt), dayOf(held.expiresAt), held.failedAttempts], ['2026-04-30', '2026-07-31', 0]);
    assert.equal((await shop.payments(one.id)).at(-1)?.createdAt, seconds('2026-04-30T13:00:00Z'));
  });

  test('for want of payment details says so', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.db.delete(paymentDetails).where(eq(paymentDetails.customerId, one.id));
    await shop.clock({ to: '2026-04-28T12:00:00Z' });
    assert.equal((await shop.payments(one.id)).at(-1)?.rejectedReason, 'No active payment details');
  });

  test('is not tried again when nobody is in dunning', async () => {
    const one = await shop.newcomer();
    await shop.buy(one, OFFERS.quarterly);
    await shop.db.transaction((tx) => retryDue(tx, one.id, shop.platform.clock.now()));
    assert.equal((await shop.payments(one.id)).length, 1);
  });
});
