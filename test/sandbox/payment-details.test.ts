import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { act } from './issuer.js';
import { ANNUAL, BACK, card, METHODS, MONTHLY, Shop, type Answer, type Customer } from './till.js';

let shop: Shop;
before(async () => {
  shop = await Shop.open();
});
after(() => shop.close());

const add = (customer: Customer, paymentMethod: object, paymentMethodId: unknown = METHODS.card, more: object = {}) =>
  customer.post('/connectors/adyen/payment-details', { paymentMethodId, paymentMethod, returnUrl: BACK, ...more });
const finish = (customer: Customer, details: object, paymentMethodId: unknown = METHODS.card) =>
  customer.post('/connectors/adyen/payment-details/finalize', { paymentMethodId, details });

/** The details in an answer are the active ones, alone. */
async function expectActive(customer: Customer, answer: Answer, method: string): Promise<void> {
  assert.equal(answer.status, 200, answer.text);
  const { paymentDetails } = answer.body.responseData;
  assert.deepEqual([paymentDetails['paymentMethod'], paymentDetails['active'], paymentDetails['bound']], [method, true, false]);
  assert.deepEqual(
    (await customer.details()).filter((row) => row['active']).map((row) => row.id),
    [paymentDetails.id],
  );
}

async function subscriber(number = '5555444433331111', offerId = ANNUAL): Promise<Customer> {
  const customer = await shop.newcomer();
  const { status, text } = await customer.pay(await customer.order(offerId), card(number));
  assert.equal(status, 200, text);
  return customer;
}

describe('adding payment details', () => {
  test('a card: active, the older one is not, and it is in the log', async () => {
    const customer = await subscriber();
    await expectActive(customer, await add(customer, card('4111111111111111')), 'card');
    assert.equal((await customer.details()).length, 2);
    assert.equal((await customer.payments()).length, 1);
    // The purchase brought the first.
    assert.equal((await customer.events('paymentDetailsUpdated')).length, 2);
  });

  for (const [name, number] of [
    ['without a question', '5201281505129736'],
    ['with a question', '5000550000000029'],
    ['by way of the bank’s page', '5212345678901234'],
  ] as const) {
    test(`3-D Secure ${name}: finished twice it is the same`, async () => {
      const customer = await subscriber();
      const { action } = (await add(customer, card(number))).body.responseData;
      const details = await act(shop, action, 'approve');
      const first = await finish(customer, details, String(METHODS.card));
      await expectActive(customer, first, 'card');
      assert.deepEqual((await finish(customer, details)).body, first.body);
      assert.equal((await customer.details()).length, 2);
    });
  }

  test('iDEAL', async () => {
    const customer = await subscriber();
    const { action } = (await add(customer, { type: 'ideal' }, METHODS.ideal)).body.responseData;
    await expectActive(customer, await finish(customer, await act(shop, action, 'approve'), METHODS.ideal), 'ideal');
  });

  for (const [name, paymentMethod, code, text] of [
    ['a refused card', card('4000620000000007'), 'ADYEN0002', 'Refused'],
    ['a name that refuses', card('5555444433331111', { holderName: 'NOT_ENOUGH_BALANCE' }), 'ADYEN0002', 'Refused'],
    ['an error', card('4000020000000000'), 'ADYEN0004', 'Error'],
    ['an unreadable card', { type: 'scheme' }, 'ADYEN0005', 'Unable to process'],
  ] as const) {
    test(`${name} changes nothing`, async () => {
      const customer = await subscriber();
      const before = await customer.details();
      const answer = await add(customer, paymentMethod);
      assert.deepEqual([answer.status, answer.body.code, answer.body.errors], [422, code, [text]]);
      assert.deepEqual(await customer.details(), before);
    });
  }

  for (const [answer, code] of [
    ['refuse', 'ADYEN0002'],
    ['cancel', 'ADYEN0003'],
  ] as const) {
    test(`a challenge, ${answer}: nothing changes`, async () => {
      const customer = await subscriber();
      const before = await customer.details();
      const { action } = (await add(customer, card('5000550000000029'))).body.responseData;
      const end = await finish(customer, await act(shop, action, answer));
      assert.deepEqual([end.status, end.body.code], [422, code]);
      assert.deepEqual(await customer.details(), before);
    });
  }

  test('who has nothing to pay for is refused: nobody’s, a pass, a store’s plan, a plan that has ended', async () => {
    for (const email of ['fresh@example.com', 'pass@example.com', 'apple@example.com', 'lapsed@example.com']) {
      const answer = await add(await shop.persona(email), card('4111111111111111'));
      assert.deepEqual([email, answer.status, answer.body.errors], [email, 422, ['No active entitlement']]);
    }
    for (const email of ['cancelled@example.com', 'paused@example.com', 'trial@example.com']) {
      const answer = await add(await shop.persona(email), card('4111111111111111'));
      assert.deepEqual([email, answer.status], [email, 200]);
    }
  });

  test('a method that is not the publisher’s, or not Adyen’s, is refused', async () => {
    const customer = await subscriber();
    for (const id of [METHODS.paypal, METHODS.free, 1, 150960101]) {
      assert.equal((await add(customer, card('4111111111111111'), id)).status, 422, String(id));
    }
  });

  test('what was approved for an order, or by somebody else, is no payment details', async () => {
    const [customer, other] = [await subscriber(), await subscriber()];
    const before = await customer.details();
    const orderId = await customer.order(MONTHLY);
    const forOrder = await act(shop, (await customer.pay(orderId, card('5212345678901234'))).body.responseData.action, 'approve');
    const others = await act(shop, (await add(other, card('5212345678901234'))).body.responseData.action, 'approve');
    for (const details of [forOrder, others, { redirectResult: '' }]) {
      const answer = await finish(customer, details);
      assert.deepEqual([answer.status, answer.body.code], [422, 'ADYEN0004']);
    }
    assert.deepEqual(await customer.details(), before);
  });
});

describe('cards and their renewals', () => {
  const pass = (advance: string) => shop.ask('POST', '/sandbox/clock', { body: { advance } });
  const charged = async (customer: Customer) => (await customer.payments()).filter((row) => row.status === 'captured').length;
  const WEEK = 'P9D';

  test('a good card goes on paying; one that is refused at renewals, and one that wants its holder, do not', async () => {
    const [good, refused, soft] = [
      await subscriber('5555444433331111', ANNUAL),
      await subscriber('4000000000000341', ANNUAL),
      await subscriber('4000002500003155', ANNUAL),
    ];
    await pass('P1Y');
    await pass('PT1H');
    assert.deepEqual([await charged(good), await charged(refused), await charged(soft)], [2, 1, 1]);

    // Entered again, the bank asks; confirmed, the renewal is charged at once.
    const back = await shop.persona(soft.email);
    const { action } = (await add(back, card('4000002500003155'))).body.responseData;
    assert.equal(action.type, 'threeDS2');
    await expectActive(back, await finish(back, await act(shop, action, 'approve')), 'card');
    assert.equal(await charged(back), 2);

    // Entered again, the other card changes nothing; a good one does.
    const again = await shop.persona(refused.email);
    await expectActive(again, await add(again, card('4000000000000341')), 'card');
    assert.equal(await charged(again), 1);
    await expectActive(again, await add(again, card('5555444433331111')), 'card');
    assert.equal(await charged(again), 2);
  });

  test('asked to authenticate at once, the viewer is not asked again', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order(ANNUAL);
    const { action } = (await customer.pay(orderId, card('4000002500003155'), { attemptAuthentication: 'always' })).body.responseData;
    assert.equal((await customer.finalize(orderId, await act(shop, action, 'approve'))).status, 200);
    await pass('P1Y');
    await pass(WEEK);
    assert.equal(await charged(customer), 2);
  });
});
