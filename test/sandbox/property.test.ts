import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { checkBooks, readBooks, type Books } from './invariants.js';
import { openShop, START, type Shop } from './shop.js';
import { Crowd, step, type Step } from './shoppers.js';

/**
 * `npm run test:full` plays longer, and other lives every time. A failure names its seed and path: `SEED=<seed> REPLAY=<path>` in front of the same
 * command plays it again.
 */
const full = process.env['FULL'] === '1';
const seed = Number(process.env['SEED'] ?? (full ? Date.now() % 2 ** 31 : 20_260_131));

let shop: Shop;
before(async () => (shop = await openShop()));
after(() => shop.close());

/** Access is what the books explain, and nothing else. */
async function checkAccess(crowd: Crowd, books: Books, round: number): Promise<void> {
  const offers = Object.values(OFFERS);
  const as = crowd.people[round % crowd.people.length]!;
  const offerId = offers[round % offers.length]!;
  const now = shop.platform.clock.now();
  const expected = books.holdings.some(
    ({ customerId, offerId: held, status, expiresAt }) =>
      customerId === as.id &&
      held.startsWith(offerId) &&
      (status === 'active' && held.startsWith('S') ? true : ['active', 'cancelled'].includes(status) && (expiresAt ?? Infinity) > now),
  );
  const { accessGranted } = await shop.ask<{ accessGranted: boolean }>('GET', `/entitlements/${offerId}`, { as });
  assert.equal(accessGranted, expected, `access of ${as.id} to ${offerId}`);
}

describe('whatever shoppers do', () => {
  test(`the books add up after every step (seed ${seed})`, { timeout: full ? 3_600_000 : 180_000 }, async () => {
    const done = new Map<string, number>();
    const play = async (steps: Step[]) => {
      await shop.ask('POST', '/sandbox/reset', { body: { world: 'empty', at: START } });
      const crowd = new Crowd(shop);
      await crowd.enter();
      for (const [round, one] of steps.entries()) {
        await crowd.do(one);
        // What has just become due, as a subscription that is cancelled in its grace period, is done before anybody looks.
        await shop.platform.lifecycle.serve(() => Promise.resolve());
        const books = await readBooks(shop.db);
        checkBooks(books, shop.platform.clock.now());
        await checkAccess(crowd, books, round);
      }
      for (const [what, times] of crowd.done) done.set(what, (done.get(what) ?? 0) + times);
    };
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 25, maxLength: full ? 60 : 30 }), play), {
      seed,
      numRuns: full ? 150 : 6,
      endOnFailure: !full,
      ...(process.env['REPLAY'] ? { path: process.env['REPLAY'] } : {}),
    });
    console.log(`# done: ${[...done].map(([what, times]) => `${what} ${times}`).join(', ')}`);
    for (const what of ['buy', 'switch', 'cancel', 'card', 'wait']) assert.ok((done.get(what) ?? 0) > 0, `nobody ever did: ${what}`);
  });
});
