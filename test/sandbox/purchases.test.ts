import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ANNUAL, BACK, card, METHODS, MONTHLY, Shop } from './till.js';

let shop: Shop;
before(async () => {
  shop = await Shop.open();
});
after(() => shop.close());

describe('orders', () => {
  test('unknown, foreign and expired orders are not found, in Adyen’s words', async () => {
    const [customer, other] = [await shop.newcomer(), await shop.newcomer()];
    const [foreign, old] = [await other.order(), await customer.order()];
    await shop.ask('POST', '/sandbox/clock', { body: { advance: 'PT25H' } });
    const later = await shop.persona(customer.email);
    for (const orderId of [1, foreign, old]) {
      const answer = await later.pay(orderId, card('5555444433331111'));
      assert.deepEqual([answer.status, answer.body.code], [404, 'ADYEN0001']);
      assert.match(answer.body.errors[0]!, /Order with id \d+ not found/);
    }
  });

  test('an order without a payment method is not paid', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order(ANNUAL, 0);
    const answer = await customer.pay(orderId, card('5555444433331111'));
    assert.deepEqual([answer.status, answer.body.errors], [422, ["Order doesn't have paymentMethodId"]]);
  });

  test('free of charge', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order('S401772935_DE', METHODS.card);
    assert.equal((await customer.post('/payments', { orderId })).status, 422);
    await shop.ask('PATCH', `/orders/${orderId}`, { body: { paymentMethodId: METHODS.free }, jwt: customer.jwt });
    const answer = await customer.post('/payments', { orderId });
    assert.deepEqual([answer.status, answer.body.responseData['paymentGateway']], [200, 'free-offer']);
    assert.deepEqual((await customer.post('/payments', { orderId })).body, answer.body);
    assert.equal((await customer.payments()).length, 1);
  });

  test('with a coupon that leaves nothing to pay', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order(ANNUAL, METHODS.coupon, { couponCode: 'FREE100' });
    const answer = await customer.post('/payments', { orderId });
    assert.deepEqual([answer.status, answer.body.responseData['paymentGateway']], [200, 'coupon']);
    const needsCard = await customer.order(MONTHLY, METHODS.coupon, { couponCode: 'FREE100CARD' });
    assert.equal((await customer.post('/payments', { orderId: needsCard })).status, 422);
  });

  test('where the publisher wants a captcha, nothing is paid or registered without one', async () => {
    const customer = await shop.newcomer();
    const [orderId, free] = [await customer.order(), await customer.order('S401772935_DE', METHODS.free)];
    const byPayPal = await customer.order(MONTHLY, METHODS.paypal);
    const urls = { successUrl: BACK, cancelUrl: BACK, errorUrl: BACK };
    const paths: [string, object][] = [
      ['/connectors/adyen/initial-payment', { orderId, paymentMethod: card('5555444433331111'), returnUrl: BACK }],
      ['/connectors/paypal/v1/tokens', { orderId: byPayPal, ...urls }],
      ['/payments', { orderId: free }],
      [
        '/customers',
        { email: 'n@example.org', password: 'Password1', publisherId: 204118605, locale: 'de_DE', country: 'DE', currency: 'EUR' },
      ],
    ];
    await shop.settings({ captchaRequired: true });
    for (const [path, body] of paths) {
      for (const [captchaValue, code] of [
        ['', 'CPT0001'],
        ['bad', 'CPT0002'],
        ['good', undefined],
      ] as const) {
        const answer = await customer.post(path, { ...body, captchaValue });
        assert.deepEqual([path, answer.status, answer.body.code], [path, code ? 429 : 200, code]);
      }
    }
    await shop.settings({ captchaRequired: false });
  });

  test('access may appear later than the purchase', async () => {
    const customer = await shop.newcomer();
    await shop.settings({ entitlementDelay: 10 });
    await customer.pay(await customer.order(), card('5555444433331111'));
    const granted = async () => (await customer.get(`/entitlements/${ANNUAL}`)).body.responseData.accessGranted;
    assert.equal(await granted(), false);
    await shop.ask('POST', '/sandbox/clock', { body: { advance: 'PT11S' } });
    assert.equal(await granted(), true);
    await shop.settings({ entitlementDelay: 0 });
  });
});
