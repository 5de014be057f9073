import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ANNUAL, card, METHODS, Shop, type Customer } from './till.js';

let shop: Shop;
before(async () => {
  shop = await Shop.open();
});
after(() => shop.close());

const page = (name: string) => `https://shop.example/${name}?keep=a%20b#/here`;
const pages = { successUrl: page('success'), cancelUrl: page('cancel'), errorUrl: page('error') };

/** Begins a payment at PayPal. @returns the address of the page where it is approved */
async function begin(customer: Customer, orderId: number): Promise<URL> {
  const { status, text, body } = await customer.post('/connectors/paypal/v1/tokens', { orderId, ...pages });
  assert.equal(status, 200, text);
  return new URL(body.responseData.redirectUrl);
}

/** Decides on the approval page. @returns where PayPal sends the buyer: the platform's callback */
async function decide(at: URL, decision: 'approve' | 'cancel' | 'fail'): Promise<string> {
  const { status, text } = await shop.ask('GET', at.href);
  assert.equal(status, 200, text);
  const token = /name="token" value="([^"]+)"/.exec(text)![1]!;
  return (await shop.send('/paypal/decision', { token, waits: 'platform', decision })).location;
}

/** Where the shop has the buyer back, by the last answer on the way. */
const landing = async (callback: string) => new URL((await shop.ask('GET', callback)).headers.get('Location')!);

async function expectNothing(customer: Customer): Promise<void> {
  assert.deepEqual(await customer.payments(), []);
  assert.deepEqual(await customer.subscriptions(), []);
}

describe('PayPal', () => {
  for (const kind of ['express', 'orders'] as const) {
    test(`approved with tokens of ${kind}: charged once, however often the callback is opened`, async () => {
      await shop.settings({ payPalTokens: kind });
      const customer = await shop.newcomer();
      const at = await begin(customer, await customer.order(ANNUAL, METHODS.paypal));
      assert.equal(at.searchParams.get('token')!.startsWith('EC-'), kind === 'express');
      const callback = await decide(at, 'approve');
      const [first, second] = await Promise.all([landing(callback), landing(callback)]);
      assert.equal(first.href, second.href);
      assert.ok(first.href.startsWith('https://shop.example/success?keep=a%20b&externalPaymentId='), first.href);
      assert.equal(first.hash, '#/here');
      const rows = await customer.payments();
      assert.deepEqual(
        rows.map((row) => [row.status, row['gateway'], row['total'], row['externalId']]),
        [['captured', 'paypal', 8999, first.searchParams.get('externalPaymentId')]],
      );
      assert.deepEqual((await customer.details())[0]!['paymentMethodSpecificParams'], {
        payerId: 'Z7Y6X5W4V3U2T',
        holderName: 'Sandbox Buyer',
      });
      await shop.settings({ payPalTokens: 'express' });
    });
  }

  test('cancelled: nothing happened, and the same approval can still be given', async () => {
    const customer = await shop.newcomer();
    const at = await begin(customer, await customer.order(ANNUAL, METHODS.paypal));
    assert.equal((await landing(await decide(at, 'cancel'))).href, pages.cancelUrl);
    await expectNothing(customer);
    assert.equal((await landing(await decide(at, 'approve'))).pathname, '/success');
    assert.equal((await customer.payments()).length, 1);
  });

  test('failed: back with a message, nothing charged, and no second chance', async () => {
    const customer = await shop.newcomer();
    const at = await begin(customer, await customer.order(ANNUAL, METHODS.paypal));
    const back = await landing(await decide(at, 'fail'));
    assert.equal(back.pathname, '/error');
    assert.match(back.searchParams.get('message')!, /could not charge/);
    await decide(at, 'approve');
    assert.equal((await landing(`/sandbox/paypal/callback?token=${at.searchParams.get('token')}`)).pathname, '/error');
    await expectNothing(customer);
    assert.equal((await customer.events('paymentRefused')).length, 1);
  });

  test('a callback nobody has approved charges nothing', async () => {
    const customer = await shop.newcomer();
    const at = await begin(customer, await customer.order(ANNUAL, METHODS.paypal));
    const back = await landing(`/sandbox/paypal/callback?token=${at.searchParams.get('token')}&PayerID=X`);
    assert.deepEqual([back.pathname, back.searchParams.get('message')], ['/error', 'The payment was not approved']);
    await expectNothing(customer);
    assert.equal((await shop.ask('GET', '/sandbox/paypal/callback?token=EC-FORGED')).status, 404);
  });

  test('an order that is paid by card meanwhile is not charged again', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order(ANNUAL, METHODS.paypal);
    const callback = await decide(await begin(customer, orderId), 'approve');
    const { body } = await customer.pay(orderId, card('5555444433331111'));
    const back = await landing(callback);
    assert.equal(back.pathname, '/success');
    assert.equal(back.searchParams.get('externalPaymentId'), body.responseData.payment['externalPaymentId']);
    assert.deepEqual(
      (await customer.payments()).map((row) => row['gateway']),
      ['adyen'],
    );
  });

  test('an order whose price has changed is not charged', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order(ANNUAL, METHODS.paypal);
    const callback = await decide(await begin(customer, orderId), 'approve');
    await shop.ask('PATCH', `/orders/${orderId}`, { body: { couponCode: 'SAVE30' }, jwt: customer.jwt });
    assert.equal((await landing(callback)).pathname, '/error');
    await expectNothing(customer);
  });
});

describe('PayPal as payment details', () => {
  const addPayPal = (customer: Customer, paymentMethodId: unknown = METHODS.paypal) =>
    customer.post('/connectors/paypal/v1/payment_details/tokens', { paymentMethodId, ...pages });

  test('agreed to: stored once, active, and the older ones are not', async () => {
    const customer = await shop.persona('viewer@example.com');
    const [before, logged] = [await customer.details(), await customer.events('paymentDetailsUpdated')];
    const { redirectUrl } = (await addPayPal(customer, String(METHODS.paypal))).body.responseData;
    assert.match(redirectUrl, /\/agreements\/approve\?ba_token=BA-/);
    const callback = await decide(new URL(redirectUrl), 'approve');
    for (const back of await Promise.all([landing(callback), landing(callback)])) assert.equal(back.href, pages.successUrl);
    const after = await customer.details();
    assert.equal(after.length, before.length + 1);
    assert.deepEqual(
      after.filter((row) => row['active']).map((row) => row['paymentMethod']),
      ['paypal'],
    );
    assert.equal((await customer.events('paymentDetailsUpdated')).length, logged.length + 1);
    const [plan] = (await customer.subscriptions()).filter((row) => row.status === 'active');
    assert.deepEqual([plan!['gateway'], plan!['method']], ['paypal', 'paypal']);
  });

  test('what PayPal’s script makes of an agreement leads to the same', async () => {
    const customer = await shop.persona('active@example.com');
    const { redirectUrl } = (await addPayPal(customer)).body.responseData;
    const agreement = new URL(redirectUrl).searchParams.get('ba_token')!;
    const made = await shop.ask('POST', `/paypal/v1/billing-agreements/${agreement}/ec-token`);
    const { orderID } = made.body as unknown as { orderID: string };
    const popup = await shop.ask('GET', `/paypal/checkoutnow?context=popup&token=${orderID}`);
    assert.match(popup.text, /Agree and continue/);
    await shop.send('/paypal/decision', { token: agreement, waits: 'popup', decision: 'approve' });
    assert.equal((await landing(`/sandbox/paypal/callback?token=${orderID}&PayerID=X&ba_token=${agreement}`)).href, pages.successUrl);
    assert.equal((await customer.details()).at(-1)!['paymentMethod'], 'paypal');
  });

  for (const [decision, pathname] of [
    ['cancel', '/cancel'],
    ['fail', '/error'],
  ] as const) {
    test(`${decision}: nothing is stored`, async () => {
      const customer = await shop.persona('season@example.com');
      const before = await customer.details();
      const { redirectUrl } = (await addPayPal(customer)).body.responseData;
      assert.equal((await landing(await decide(new URL(redirectUrl), decision))).pathname, pathname);
      assert.deepEqual(await customer.details(), before);
    });
  }

  test('who has nothing to pay for, or names another method, is refused', async () => {
    const customer = await shop.persona('fresh@example.com');
    const answer = await addPayPal(customer);
    assert.deepEqual([answer.status, answer.body.errors], [422, ['No active entitlement']]);
    const viewer = await shop.persona('viewer@example.com');
    for (const id of [METHODS.card, 1, 150960102]) assert.equal((await addPayPal(viewer, id)).status, 422);
  });
});

test('the script’s address takes what PayPal’s takes', async () => {
  const script = (query: string) => shop.ask('GET', `/paypal/sdk/js?${query}`);
  assert.equal((await script('client-id=x&currency=EUR&locale=de_DE')).status, 200);
  for (const query of ['currency=EUR', 'client-id=x&colour=red', 'client-id=x&locale=it', 'client-id=x&disable-funding=']) {
    assert.equal((await script(query)).status, 400, query);
  }
});
