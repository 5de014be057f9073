import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorFromAnswer } from '../../src/api/meanings.js';
import { Checkout, type Purchase } from '../../src/checkout/checkout.js';
import type { CheckoutState, PaymentState } from '../../src/checkout/state.js';
import { apiOrder, apiPayment, FakePlatform, offline, refusal, withCoupon } from './fake-platform.js';

const purchase: Purchase = { offerId: 'S1_DE', gift: false, coupon: () => undefined };
const coupon = (code: string): Purchase => ({ ...purchase, coupon: () => code });

async function begun(platform: FakePlatform, what: Purchase = purchase): Promise<Checkout> {
  const checkout = new Checkout(what, platform.ports());
  await checkout.start();
  return checkout;
}
const payable = (checkout: Checkout): PaymentState => {
  assert.ok('order' in checkout.state, checkout.state.status);
  return checkout.state;
};
/** Where it stands: read anew, whatever was known of it before. */
const now = (checkout: Checkout): CheckoutState => checkout.state;
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('offer, order and methods are asked for at once: nothing waits for another', async () => {
  const platform = new FakePlatform();
  const checkout = new Checkout(purchase, platform.ports());
  void checkout.start();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(
    new Set(platform.calls),
    new Set(['get /v2/offers/{offerId}', 'get /offers/{offerId}', 'post /orders', 'get /payment-methods']),
  );
  await settled();
  assert.equal(payable(checkout).status, 'review');
});

test('who is not signed in sees the offer, and nothing is ordered', async () => {
  const platform = new FakePlatform();
  platform.signIn(undefined);
  const checkout = await begun(platform);
  assert.equal(now(checkout).status, 'identify');
  assert.equal(platform.count('post /orders'), 0);
  platform.signIn('1');
  await Promise.all([checkout.sessionChanged(), checkout.sessionChanged()]);
  assert.equal(now(checkout).status, 'review');
  assert.equal(platform.count('post /orders'), 1);
});

test('somebody else signs in: the order is not theirs', async () => {
  const platform = new FakePlatform();
  const checkout = await begun(platform);
  platform.signIn('2');
  await checkout.sessionChanged();
  assert.equal(platform.count('post /orders'), 2);
  assert.deepEqual([...platform.kept.keys()], ['1.S1_DE', '2.S1_DE']);
});

test('the publisher’s coupon comes with the order, without another call', async () => {
  const platform = new FakePlatform();
  platform.answers['post /orders'] = ({ body }) => ({ order: body['couponCode'] === 'SAVE' ? withCoupon('SAVE') : apiOrder });
  const state = payable(await begun(platform, coupon('SAVE')));
  assert.deepEqual([state.order.coupon, state.coupon?.status, platform.count('post /orders')], ['SAVE', 'applied', 1]);
});

test('a publisher’s coupon that is refused leaves an order without it, and says so', async () => {
  const platform = new FakePlatform();
  platform.answers['post /orders'] = ({ body }) => {
    if (body['couponCode']) throw refusal(422, 'Coupon OLD was already used');
    return { order: apiOrder };
  };
  const state = payable(await begun(platform, coupon('OLD')));
  assert.deepEqual([state.order.coupon, state.coupon?.status, state.coupon?.error?.code], [undefined, 'refused', 'coupon-used']);
});

test('after a reload a publisher’s coupon that the viewer took off stays off, a new one is put on', async () => {
  const platform = new FakePlatform();
  platform.kept.set('1.S1_DE', { orderId: 7, gift: false, coupon: 'SAVE' });
  await begun(platform, coupon('SAVE'));
  assert.equal(platform.count('patch /orders/{orderId}'), 0);
  platform.answers['patch /orders/{orderId}'] = () => ({ order: withCoupon('NEW') });
  assert.equal(payable(await begun(platform, coupon('NEW'))).order.coupon, 'NEW');
  assert.equal(platform.count('post /orders'), 0);
});

test('coupons: applied, replaced, refused, removed; one outcome for each', async () => {
  const platform = new FakePlatform();
  const checkout = await begun(platform);
  platform.answers['patch /orders/{orderId}'] = ({ body }) => {
    if (body['couponCode'] === 'NO') throw refusal(422, 'Coupon NO not found');
    return { order: typeof body['couponCode'] === 'string' ? withCoupon(body['couponCode']) : apiOrder };
  };
  const outcomes: unknown[] = [];
  for (const step of [
    () => checkout.changes.applyCoupon('A'),
    () => checkout.changes.applyCoupon('B'),
    () => checkout.changes.applyCoupon('NO'),
  ]) {
    await step();
    const { coupon: outcome, order } = payable(checkout);
    outcomes.push([outcome?.status, outcome?.code, order.coupon]);
  }
  await checkout.changes.removeCoupon();
  outcomes.push([payable(checkout).coupon?.status, payable(checkout).coupon?.code, payable(checkout).order.coupon]);
  assert.deepEqual(outcomes, [
    ['applied', 'A', 'A'],
    ['applied', 'B', 'B'],
    ['refused', 'NO', 'B'],
    ['removed', 'B', undefined],
  ]);
});

test('while an order is changed it is not paid, and while it is paid it is not changed', async () => {
  const platform = new FakePlatform();
  const checkout = await begun(platform);
  const changing = checkout.changes.applyCoupon('A');
  await assert.rejects(checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } }), { code: 'price-changed' });
  await changing;
  platform.answers['post /connectors/adyen/initial-payment'] = () => ({ payment: apiPayment });
  const paying = checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } });
  assert.equal(await checkout.changes.applyCoupon('B'), false);
  await paying;
  assert.equal(platform.count('post /connectors/adyen/initial-payment'), 1);
});

test('a coupon that leaves no way to pay is taken off again', async () => {
  const platform = new FakePlatform();
  platform.answers['get /payment-methods'] = () => ({ paymentMethods: [{ id: 1, methodName: 'card', paymentGateway: 'adyen' }] });
  const checkout = await begun(platform);
  platform.answers['patch /orders/{orderId}'] = ({ body }) => ({
    order: body['couponCode'] ? { ...withCoupon('FREE'), totalPrice: 0, requiredPaymentDetails: false } : apiOrder,
  });
  await checkout.changes.applyCoupon('FREE');
  assert.deepEqual([payable(checkout).coupon?.error?.code, payable(checkout).order.coupon], ['no-payment-method', undefined]);
  assert.equal(platform.count('patch /orders/{orderId}'), 2);
});

test('an order in another currency than shown is said before it is paid', async () => {
  const platform = new FakePlatform();
  platform.answers['post /orders'] = () => ({ order: { ...apiOrder, currency: 'USD' } });
  assert.equal(payable(await begun(platform)).notice, 'price-changed');
});

test('an order that expired is made anew, and that is said', async () => {
  const platform = new FakePlatform();
  platform.kept.set('1.S1_DE', { orderId: 3, gift: false });
  platform.answers['get /orders/{orderId}'] = () => {
    throw refusal(404, 'Order with id 3 not found');
  };
  const state = payable(await begun(platform));
  assert.deepEqual([state.order.id, state.notice], [7, 'order-renewed']);
});

test('an order that was paid before the reload is a purchase, a gift’s too', async () => {
  for (const gift of [false, true]) {
    const platform = new FakePlatform();
    platform.kept.set('1.S1_DE', { orderId: 7, gift });
    platform.answers['get /orders/{orderId}'] = () => {
      throw refusal(404, 'Order with id 7 not found');
    };
    platform.answers['post /payments'] = () => apiPayment;
    const { state } = await begun(platform);
    assert.ok(state.status === 'done');
    assert.deepEqual([state.receipt.paymentId, state.entitlement === null, platform.count('post /orders')], [70, gift, 0]);
    assert.equal(platform.kept.size, 0);
  }
});

/** A payment whose answer never arrives. */
function losing(platform: FakePlatform, committed: boolean): void {
  platform.answers['post /connectors/adyen/initial-payment'] = () => {
    if (committed) {
      platform.answers['get /orders/{orderId}'] = () => {
        throw refusal(404, 'Order with id 7 not found');
      };
      platform.answers['post /payments'] = () => apiPayment;
    }
    throw offline();
  };
}

test('the answer to a payment is lost: the payment is found, and asked for once', async () => {
  const platform = new FakePlatform();
  losing(platform, true);
  const checkout = await begun(platform);
  await checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } });
  await settled();
  assert.ok(checkout.state.status === 'done' && checkout.state.receipt.paymentId === 70);
  assert.equal(platform.count('post /connectors/adyen/initial-payment'), 1);
});

test('the payment never arrived: nothing is sent again by itself, the viewer can pay the same order', async () => {
  const platform = new FakePlatform();
  losing(platform, false);
  const checkout = await begun(platform);
  await assert.rejects(checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } }), { code: 'payment-unconfirmed' });
  assert.deepEqual([payable(checkout).status, payable(checkout).refusal?.code], ['review', 'payment-unconfirmed']);
  assert.equal(platform.count('post /connectors/adyen/initial-payment'), 1);
  assert.ok(platform.waits.some((ms) => ms >= 3000));
});

test('access that never comes is said, and asking again finds it', async () => {
  const platform = new FakePlatform();
  platform.answers['get /entitlements/{offerId}'] = () => ({ accessGranted: false, expiresAt: null });
  const checkout = await begun(platform);
  await checkout.paid({ orderId: 7 }, false);
  assert.equal(now(checkout).status, 'pending');
  platform.answers['get /entitlements/{offerId}'] = () => ({ accessGranted: true, expiresAt: 5 });
  await checkout.confirmAccess();
  const state = now(checkout);
  assert.ok(state.status === 'done' && state.entitlement?.expiresAt === 5);
});

test('a gift: asked for by the link, addressed before it is paid, and the link is done with', async () => {
  const platform = new FakePlatform();
  platform.address = 'https://shop.example/?a=1&purchaseAsGift=true#/x';
  const checkout = await begun(platform);
  assert.equal(now(checkout).status, 'gift');
  assert.equal(await checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } }), undefined);
  platform.answers['patch /orders/{orderId}'] = ({ body }) => ({ order: { ...apiOrder, buyAsAGift: body['buyAsAGift'] } });
  await checkout.changes.deliver({ recipientEmail: 'ida@example.com', deliveryDate: 1, personalNote: '' });
  assert.equal(now(checkout).status, 'review');
  await checkout.paid({ orderId: 7 }, true);
  const state = now(checkout);
  assert.ok(state.status === 'done' && state.entitlement === null);
  assert.equal(platform.address, 'https://shop.example/?a=1#/x');
  assert.equal(platform.count('get /entitlements/{offerId}'), 0);
});

for (const [text, reason] of [
  ["Offer S1_DE doesn't exist", 'not-found'],
  ['Offer is inactive', 'inactive'],
  ['Offer is blocked for country FR', 'geo-blocked'],
  ['Access already granted', 'owned'],
  ['Offer cannot be bought as a gift', 'not-giftable'],
] as const) {
  test(`a dead end has a name: ${reason}`, async () => {
    const platform = new FakePlatform();
    platform.answers['post /orders'] = () => {
      throw refusal(422, text);
    };
    const { state } = await begun(platform);
    assert.ok(state.status === 'unavailable' && state.reason === reason);
  });
}

test('taken off the page the purchase lets go of its order, and goes on when it is back', async () => {
  const platform = new FakePlatform();
  const checkout = await begun(platform);
  checkout.suspend();
  checkout.resume();
  await settled();
  assert.equal(payable(checkout).order.id, 7);
  assert.deepEqual([platform.count('post /orders'), platform.count('get /orders/{orderId}')], [1, 1]);
});

test('a publisher’s captcha goes with every payment, and a paid order is never replaced because it failed', async () => {
  const platform = new FakePlatform();
  platform.captcha = 'token';
  const sent: unknown[] = [];
  const note =
    (answer: unknown) =>
    ({ body }: { body: Record<string, unknown> }) => {
      sent.push(body['captchaValue']);
      return answer;
    };
  platform.answers['get /payment-methods'] = () => ({
    paymentMethods: [
      { id: 1, methodName: 'card', paymentGateway: 'adyen' },
      { id: 2, methodName: 'paypal', paymentGateway: 'paypal' },
    ],
  });
  platform.answers['post /connectors/paypal/v1/tokens'] = note({ redirectUrl: 'https://paypal.example/?token=EC-1' });
  platform.answers['post /connectors/adyen/initial-payment'] = note({ payment: apiPayment });
  const checkout = await begun(platform);
  await checkout.payer.startPayPal();
  checkout.payer.cancelled();
  await checkout.payer.payByAdyen({ paymentMethod: { type: 'scheme' } });
  assert.deepEqual(sent, ['token', 'token']);

  const reloaded = new FakePlatform();
  reloaded.kept.set('1.S1_DE', { orderId: 7, gift: true });
  reloaded.answers['get /orders/{orderId}'] = () => {
    throw refusal(404, 'Order with id 7 not found');
  };
  reloaded.answers['post /payments'] = () => {
    throw errorFromAnswer({ status: 422, text: 'Captcha failed', code: 'CPT0002' }, {});
  };
  assert.equal(now(await begun(reloaded)).status, 'failed');
  assert.equal(reloaded.count('post /orders'), 0);
  assert.equal(reloaded.kept.size, 1);
});
