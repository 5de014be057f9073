import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CARDS, HOLDER_NAMES } from '../../sandbox/src/psp/adyen/cards.js';
import { cardData, renewalsAfter } from '../../sandbox/src/psp/adyen/judge.js';
import { act, expectPaid, expectRefused } from './issuer.js';
import { card, encoded, Shop, type Customer } from './till.js';

let shop: Shop;
before(async () => {
  shop = await Shop.open();
});
after(() => shop.close());

describe('cards', () => {
  for (const { number, variant, outcome, code } of CARDS) {
    test(`${number} (${outcome})`, async () => {
      const customer = await shop.newcomer();
      const orderId = await customer.order();
      const paid = card(number, code ? { encryptedSecurityCode: `test_${code}` } : { encryptedSecurityCode: undefined });
      const first = await customer.pay(orderId, paid);
      if (outcome === 'refused') return expectRefused(customer, first, 'ADYEN0002', 'Refused');
      if (outcome === 'error') return expectRefused(customer, first, 'ADYEN0004', 'Error');
      const { action } = first.body.responseData;
      assert.equal(action === undefined, outcome === 'authorised');
      if (outcome === 'redirect-post') assert.deepEqual([action.type, action.method], ['redirect', 'POST']);
      const last = action ? await customer.finalize(orderId, await act(shop, action, 'approve')) : first;
      await expectPaid(customer, last, 'card');
      const [details] = await customer.details();
      assert.deepEqual(details!['paymentMethodSpecificParams'], {
        variant,
        lastCardFourDigits: number.slice(-4),
        holderName: 'Ida Holm',
        cardExpirationDate: '03/2030',
        socialSecurityNumber: '',
        merchantAccount: 'SandboxMerchant',
      });
    });
  }

  test('what is kept of a card tells what its issuer does with renewals', () => {
    for (const { number, renewals } of CARDS) {
      const typed = { number, month: '03', year: '2030', code: '', holderName: '' };
      assert.equal(renewalsAfter({ card: cardData(typed), challenge: false }), renewals, number);
    }
  });

  for (const [name, change] of [
    ['another expiry', { encryptedExpiryYear: 'test_2031' }],
    ['another security code', { encryptedSecurityCode: 'test_000' }],
    ['no security code', { encryptedSecurityCode: undefined }],
    ['an unknown number', { encryptedCardNumber: 'test_4242424242424242' }],
  ] as const) {
    test(`${name} is refused`, async () => {
      const customer = await shop.newcomer();
      await expectRefused(customer, await customer.pay(await customer.order(), card('5555444433331111', change)), 'ADYEN0002', 'Refused');
    });
  }

  for (const [name, method] of [
    ['blobs the sandbox cannot read', card('5555444433331111', { encryptedCardNumber: 'eyJhbGciOiJSU0EtT0FFUCJ9.x' })],
    ['a card without a number', { type: 'scheme' }],
    ['a wallet that is not enabled', { type: 'googlepay', googlePayToken: '{}' }],
    ['a method nobody knows', { type: 'constructor' }],
  ] as const) {
    test(`${name}: unable to process`, async () => {
      const customer = await shop.newcomer();
      await expectRefused(customer, await customer.pay(await customer.order(), method), 'ADYEN0005', 'Unable to process');
    });
  }
});

describe('names on the card', () => {
  let customer: Customer;
  let orderId: number;
  before(async () => {
    customer = await shop.newcomer();
    orderId = await customer.order();
  });

  for (const { name, outcome, reason, code } of HOLDER_NAMES.filter((holder) => holder.outcome !== 'authorised')) {
    test(name, async () => {
      const before = (await customer.events('paymentRefused')).length;
      const answer = await customer.pay(orderId, card('5555444433331111', { holderName: ` ${name.toLowerCase()} ` }));
      const [wanted, text] = { refused: ['ADYEN0002', 'Refused'], error: ['ADYEN0004', 'Error'], cancelled: ['ADYEN0003', 'Cancelled'] }[
        outcome as 'refused'
      ];
      await expectRefused(customer, answer, wanted!, text!);
      const [refusal, ...more] = (await customer.events('paymentRefused')).slice(before);
      assert.deepEqual([refusal?.data['refusalReason'], refusal?.data['refusalReasonCode'], more], [reason, code, []]);
    });
  }

  test('APPROVED', async () => {
    await expectPaid(customer, await customer.pay(orderId, card('5555444433331111', { holderName: 'APPROVED' })), 'card');
  });
});

describe('3-D Secure', () => {
  for (const number of ['5000550000000029', '4212345678910006']) {
    for (const [answer, code, text] of [
      ['refuse', 'ADYEN0002', 'Refused'],
      ['cancel', 'ADYEN0003', 'Cancelled'],
      ['time-out', 'ADYEN0002', 'Refused'],
    ] as const) {
      test(`${number}: ${answer}, then the order is paid by another card`, async () => {
        const customer = await shop.newcomer();
        const orderId = await customer.order();
        const { action } = (await customer.pay(orderId, card(number))).body.responseData;
        const details = await act(shop, action, answer);
        await expectRefused(customer, await customer.finalize(orderId, details), code, text);
        await expectRefused(customer, await customer.finalize(orderId, details), code, text);
        assert.equal((await customer.events('paymentRefused')).length, answer === 'cancel' ? 0 : 1);
        await expectPaid(customer, await customer.pay(orderId, card('5555444433331111')), 'card');
      });
    }
  }

  test('a page that gave up waiting is refused, and the bank’s later word does not count', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, card('4212345678910006'))).body.responseData;
    const gaveUp = { threeDSResult: encoded({ transStatus: 'U', authorisationToken: action.authorisationToken }) };
    await expectRefused(customer, await customer.finalize(orderId, gaveUp), 'ADYEN0002', 'Refused');
    await expectRefused(customer, await customer.finalize(orderId, await act(shop, action, 'approve')), 'ADYEN0002', 'Refused');
  });

  test('the first word of the bank counts', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, card('4212345678910006'))).body.responseData;
    await act(shop, action, 'refuse');
    await expectRefused(customer, await customer.finalize(orderId, await act(shop, action, 'approve')), 'ADYEN0002', 'Refused');
  });

  test('asked for, the question is on the bank’s page', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, card('5000550000000029'), { enable3DSRedirectFlow: true })).body.responseData;
    assert.equal(action.type, 'redirect');
    await expectPaid(customer, await customer.finalize(orderId, await act(shop, action, 'approve')), 'card');
  });

  test('not wanted, there is no question', async () => {
    const customer = await shop.newcomer();
    const wish = { attemptAuthentication: 'never' };
    await expectPaid(customer, await customer.pay(await customer.order(), card('5000550000000029'), wish), 'card');
  });

  test('a forged result pays nothing', async () => {
    const [customer, other] = [await shop.newcomer(), await shop.newcomer()];
    const [orderId, otherId] = [await customer.order(), await other.order()];
    const { action } = (await other.pay(otherId, card('4212345678910006'))).body.responseData;
    const stolen = await act(shop, action, 'approve');
    for (const details of [
      stolen,
      {},
      { redirectResult: 'x' },
      { threeDSResult: encoded({ authorisationToken: 'x', transStatus: 'Y' }) },
    ]) {
      await expectRefused(customer, await customer.finalize(orderId, details), 'ADYEN0004', 'Error');
    }
  });
});

describe('methods that leave the page', () => {
  for (const [type, method] of [
    ['ideal', 'ideal'],
    ['bcmc', 'bancontact_card'],
    ['bcmc_mobile', 'bancontact_mobile'],
    ['gcash', 'gcash'],
  ] as const) {
    test(`${type}: approved, and finished twice it is paid once`, async () => {
      const customer = await shop.newcomer();
      const orderId = await customer.order();
      const { action } = (await customer.pay(orderId, { type })).body.responseData;
      assert.equal(action.type, type === 'bcmc_mobile' ? 'qrCode' : 'redirect');
      const details = await act(shop, action, 'approve');
      // Back from a redirect, a shop has the number of the order from its address: as text.
      const first = await customer.finalize(String(orderId) as unknown as number, details);
      await expectPaid(customer, first, method);
      const second = await customer.finalize(orderId, details);
      assert.deepEqual(second.body, first.body);
      await expectPaid(customer, second, method);
    });

    for (const [answer, code, text] of [
      ['refuse', 'ADYEN0002', 'Refused'],
      ['cancel', 'ADYEN0003', 'Cancelled'],
    ] as const) {
      test(`${type}: ${answer}`, async () => {
        const customer = await shop.newcomer();
        const orderId = await customer.order();
        const { action } = (await customer.pay(orderId, { type })).body.responseData;
        await expectRefused(customer, await customer.finalize(orderId, await act(shop, action, answer)), code, text);
      });
    }
  }

  test('a code on the screen waits on the viewer’s phone', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, { type: 'bcmc_mobile' })).body.responseData;
    const status = () =>
      shop.ask('POST', '/checkoutshopper/test/services/PaymentInitiation/v1/status', { body: { paymentData: action.paymentData } });
    assert.equal((await status()).body.responseData, undefined);
    assert.match((await status()).text, /"type":"pending"/);
    assert.match((await shop.ask('GET', '/checkoutshopper/test/utility/v1/barcode.png?type=qrCode&data=x')).text, /<svg/);
    const phone = await shop.ask('GET', '/sandbox/phone');
    assert.ok(phone.text.includes(new URL(action.url).search.slice('?session='.length)));
    await act(shop, action, 'approve');
    assert.match((await status()).text, /"type":"complete".*authorised/);
  });

  test('both at once are paid once', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, { type: 'ideal' })).body.responseData;
    const details = await act(shop, action, 'approve');
    const answers = await Promise.all([
      customer.finalize(orderId, details),
      customer.finalize(orderId, details),
      customer.pay(orderId, card('5555444433331111')),
    ]);
    const paid = answers.map(({ body }) => body.responseData.payment.id);
    assert.deepEqual(new Set(paid).size, 1);
    assert.equal((await customer.payments()).length, 1);
  });

  test('an order that changed meanwhile is not paid with what was approved for another price', async () => {
    const customer = await shop.newcomer();
    const orderId = await customer.order();
    const { action } = (await customer.pay(orderId, { type: 'ideal' })).body.responseData;
    const details = await act(shop, action, 'approve');
    await shop.ask('PATCH', `/orders/${orderId}`, { body: { couponCode: 'SAVE30' }, jwt: customer.jwt });
    await expectRefused(customer, await customer.finalize(orderId, details), 'ADYEN0005', 'Unable to process');
  });

  test('wallets are offered and paid with once they are turned on', async () => {
    const customer = await shop.newcomer();
    const offered = async () =>
      (await customer.post('/connectors/adyen/payment-methods', {})).body.responseData.paymentMethods.map(({ type }) => type);
    const usual = await offered();
    assert.deepEqual(usual, ['scheme', 'ideal', 'bcmc', 'bcmc_mobile', 'gcash']);
    await shop.settings({ paymentMethods: { googlepay: true, ideal: false } });
    assert.deepEqual(await offered(), ['scheme', 'googlepay', 'bcmc', 'bcmc_mobile', 'gcash']);
    const answer = await customer.pay(await customer.order(), { type: 'googlepay', googlePayToken: '{}' });
    await shop.settings({ paymentMethods: { googlepay: false, ideal: true } });
    await expectPaid(customer, answer, 'googlepay');
  });
});
