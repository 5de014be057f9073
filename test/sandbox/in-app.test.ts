import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import { deletePaymentDetails, listPaymentDetails } from '../../sandbox/src/contract/account.js';
import * as contract from '../../sandbox/src/contract/in-app.js';
import { listCustomerOffers, updateSubscription } from '../../sandbox/src/contract/subscriptions.js';
import { events, receipts } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { openApp, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY } from './operations.js';

const roku = (transactionId: string, offerId = MONTHLY) => ({ offerId, receipt: { transactionId } });

describe('purchases in a store', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const params = (as: Person) => ({ customerId: as.customerId });
  const offersOf = async (as: Person) => (await app.ok(listCustomerOffers, { as, params: params(as) })).items;

  test('a receipt is validated after the answer, and becomes a subscription the store manages', async () => {
    const mara = await app.register();
    await app.ok(contract.payRoku, { as: mara, body: roku('purchase-1') });
    assert.deepEqual(await offersOf(mara), []);
    await app.pass('PT5S');
    const [held] = await offersOf(mara);
    assert.deepEqual(
      [held!.status, held!.isExternallyManaged, held!.paymentGateway, held!.paymentMethod, held!.totalPrice],
      ['active', true, 'roku', 'roku', 9.99],
    );
    const told = await app.db.select().from(events).where(eq(events.customerId, mara.customerId));
    assert.ok(told.some(({ type, channel }) => type === 'subscriptionCreated' && channel === 'roku'));
    const refused = await app.no(updateSubscription, { as: mara, params: params(mara), body: { offerId: MONTHLY, status: 'cancelled' } });
    assert.equal(refused.text, 'Subscription is externally managed');
  });

  test('what it is paid with is bound to it, and cannot be deleted', async () => {
    const mara = await app.register();
    await app.ok(contract.payAmazon, { as: mara, body: { offerId: MONTHLY, receipt: { userId: 'u', receiptId: 'amzn-1' } } });
    await app.pass('PT5S');
    const { paymentDetails } = await app.ok(listPaymentDetails, { as: mara, params: params(mara) });
    assert.deepEqual(
      paymentDetails.map(({ paymentGateway, active, bound }) => [paymentGateway, active, bound]),
      [['amazon', false, true]],
    );
    const refused = await app.no(deletePaymentDetails, { as: mara, params: { paymentDetailsId: paymentDetails[0]!.id } });
    assert.equal(refused.status, 422);
  });

  test('a purchase counts once, whoever hands it in; a receipt the store refuses gives nothing', async () => {
    const [mara, jonas] = [await app.register(), await app.register()];
    for (const as of [mara, mara, jonas]) await app.ok(contract.payRoku, { as, body: roku('purchase-2') });
    await app.ok(contract.payRoku, { as: jonas, body: roku('invalid-3') });
    await app.pass('PT5S');
    assert.deepEqual([(await offersOf(mara)).length, (await offersOf(jonas)).length], [1, 0]);
    const rows = await app.db.select().from(receipts).where(eq(receipts.customerId, jonas.customerId));
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['refused', 'refused'],
    );
  });

  test('on Android a coupon adjusts the amount, and anything can be bought', async () => {
    const mara = await app.register();
    const receipt = { orderId: 'GPA.1', packageName: 'tv', productId: 'q', purchaseTime: 1, purchaseState: 0, purchaseToken: 'token-9' };
    await app.ok(contract.payAndroid, { as: mara, body: { offerId: QUARTERLY, receipt, couponCode: 'SAVE30' } });
    const film = { ...receipt, purchaseToken: 'token-10' };
    await app.ok(contract.payAndroid, { as: mara, body: { offerId: `${OFFERS.single}_DE`, receipt: film } });
    await app.pass('PT5S');
    const held = await app.holdingsOf(mara);
    assert.deepEqual(
      held.map(({ periodPaid, price, couponPeriodsLeft }) => [periodPaid, price, couponPeriodsLeft]),
      [
        [1749, 2499, 2],
        [699, 699, 0],
      ],
    );
  });

  test('a request that is not of the documented form, or for what cannot be bought, is refused', async () => {
    const mara = await app.register();
    const no = async (operation: Parameters<TestApp['no']>[0], body: object) => {
      const { status, text } = await app.no(operation, { as: mara, body });
      return `${status} ${text}`;
    };
    assert.match(await no(contract.payRoku, { offerId: OFFERS.monthly, receipt: { transactionId: 'x' } }), /^400 Invalid param offerId$/);
    assert.match(await no(contract.payRoku, { offerId: MONTHLY, receipt: {} }), /^400 Invalid param receipt.transactionId$/);
    assert.match(await no(contract.payApple, { offerId: MONTHLY, receipt: 'not base64!' }), /^400 Invalid param receipt$/);
    assert.match(await no(contract.payAndroid, { offerId: MONTHLY, receipt: 'text' }), /^400 Invalid param receipt$/);
    assert.match(await no(contract.payRoku, roku('y', `${OFFERS.single}_DE`)), /^422 Offer A502938117_DE is no subscription$/);
    assert.match(await no(contract.payRoku, roku('y', `${OFFERS.classic}_DE`)), /^422 Offer is inactive$/);
    assert.match(await no(contract.payRoku, roku('y', `${OFFERS.secondMonthly}_GB`)), /^422 Offer S300400501_GB doesn't exist$/);
    assert.equal((await app.db.select().from(receipts).where(eq(receipts.customerId, mara.customerId))).length, 0);
  });
});
