import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createApp } from '../../sandbox/src/app.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { Lifecycle } from '../../sandbox/src/lifecycle/engine.js';
import { dayOf, METHODS, openShop, seconds, START, type Shop } from './shop.js';

let shop: Shop;
before(async () => (shop = await openShop()));
after(() => shop.close());
beforeEach(async () => void (await shop.ask('POST', '/sandbox/reset', { body: { world: 'empty', at: START } })));

/** Somebody with the plan that costs nothing, and is renewed for ever. */
async function freeloader() {
  const one = await shop.newcomer();
  const order = await shop.order(one, OFFERS.free, METHODS.free);
  await shop.ask('POST', '/payments', { as: one, body: { orderId: order.id } });
  return one;
}

describe('a jump of the clock over generations', () => {
  test('leaves out no month of anybody, though it is too much for one transaction', async () => {
    // They renew at the same moments: three do not go evenly into what one transaction holds.
    const people = [await freeloader(), await freeloader(), await freeloader()];
    await shop.clock({ advance: 'P84Y' });
    for (const { id } of people) {
      const [held] = await shop.held(id);
      assert.deepEqual([(await shop.payments(id)).length, dayOf(held?.expiresAt)], [1 + 84 * 12, '2110-02-28']);
      const moments = (await shop.events(id)).filter(({ type }) => type === 'subscriptionRenewed').map(({ at }) => at);
      assert.equal(new Set(moments).size, 84 * 12);
      assert.deepEqual(
        moments,
        [...moments].sort((a, b) => a - b),
      );
    }
  });

  test('stops where too much has fallen due, says where it stands, and goes on from there', async () => {
    const { db, clock } = shop.platform;
    let asked = 0;
    const app = createApp({ ...shop.platform, lifecycle: new Lifecycle(db, clock, () => ++asked, 10) });
    const jump = async (body: unknown) => {
      const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
      const response = await app.fetch(new Request('http://sandbox.test/sandbox/clock', init));
      return { status: response.status, body: (await response.json()) as { now?: string; errors?: string[] } };
    };
    const one = await freeloader();
    const first = await jump({ advance: 'P500Y' });
    assert.equal(first.status, 422);
    const text = first.body.errors?.[0] ?? '';
    const [, stopped, target] = /^So much falls due that the clock has stopped at (\S+): go on with \{"to":"(\S+)"\}$/.exec(text) ?? [];
    assert.equal(target, '2526-01-31T12:00:00.000Z');
    assert.equal(stopped, new Date(clock.now() * 1000).toISOString());
    assert.ok(clock.now() > seconds('2100-01-01T00:00:00Z') && clock.now() < seconds(target), stopped);
    assert.ok((await shop.held(one.id))[0]!.dueAt! > clock.now(), 'what has been due by then is done');

    const before = (await shop.payments(one.id)).length;
    await shop.clock({ advance: 'P1Y' });
    assert.equal((await shop.payments(one.id)).length, before + 12);
  });
});
