import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { requestSwitch } from '../../sandbox/src/contract/switches.js';
import { events, payments, transactions } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { openApp, type Person, type TestApp } from './app.js';
import { QUARTERLY, subscribed } from './operations.js';

const ANNUAL = `${OFFERS.annual}_DE`;

describe('refunds', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const request = (as: Person, from: string, toOfferId: string) =>
    app.ok(requestSwitch, { as, params: { customerId: as.customerId, offerId: from }, body: { toOfferId, switchDirection: 'upgrade' } });
  const paymentsOf = (as: Person) => app.db.select().from(payments).where(eq(payments.customerId, as.customerId)).orderBy(payments.id);

  test('a refund goes back to the payments the money came from, newest first', async () => {
    let mara = await app.register();
    await subscribed(app, mara);
    await app.pass('P20D');
    mara = await app.again(mara);
    const [quarter] = await paymentsOf(mara);
    // Each of these takes over the value of what was paid before; the last gives it back.
    const way = [ANNUAL, `${OFFERS.plus}_DE`, ANNUAL];
    for (const [i, to] of way.entries()) {
      await request(mara, i === 0 ? QUARTERLY : way[i - 1]!, to);
      await app.pass('PT1M');
    }
    const [first, annual, again] = await paymentsOf(mara);
    const reason = `Switch to ${ANNUAL}`;
    assert.deepEqual([annual!.total, annual!.refundedAmount, annual!.status, annual!.refundedReason], [8999, 8999, 'refunded', reason]);
    assert.deepEqual([again!.refundedAmount, again!.status, again!.refundedReason], [0, 'captured', null]);
    assert.equal(first!.id, quarter!.id);
    assert.deepEqual([first!.status, first!.refundedReason], ['captured', reason], 'a part was given back');
    assert.ok(
      first!.refundedAmount > 1900 && first!.refundedAmount < 1945,
      `of 24.99 for 89 days, 20 are used up: ${first!.refundedAmount}`,
    );
    const lines = await app.db.select().from(transactions).where(eq(transactions.customerId, mara.customerId)).orderBy(transactions.id);
    assert.deepEqual(
      lines.filter(({ kind }) => kind === 'refund').map(({ paymentId, priceInclTax }) => [paymentId, priceInclTax]),
      [
        [annual!.id, -8999],
        [first!.id, 0 - first!.refundedAmount],
      ],
    );
    const told = await app.db
      .select()
      .from(events)
      .where(and(eq(events.customerId, mara.customerId), eq(events.type, 'refundPayment')));
    assert.deepEqual(
      told.map(({ amount, data }) => [data['paymentId'], amount]).sort(),
      [
        [annual!.id, -8999],
        [first!.id, 0 - first!.refundedAmount],
      ].sort(),
    );
  });
});
