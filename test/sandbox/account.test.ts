import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { eq } from 'drizzle-orm';
import * as contract from '../../sandbox/src/contract/account.js';
import { getCaptureStatus, saveCapture } from '../../sandbox/src/contract/capture.js';
import { listCustomerConsents, listPublisherConsents, saveCustomerConsents } from '../../sandbox/src/contract/consents.js';
import { login, refreshToken, registerCustomer, revokeRefreshTokens } from '../../sandbox/src/contract/identity.js';
import { consents, events, publishers, transactions } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openApp, START, type Person, type TestApp } from './app.js';
import { MONTHLY, QUARTERLY, subscribed } from './operations.js';

describe('account', () => {
  let app: TestApp;
  before(async () => {
    app = await openApp();
  });
  after(() => app.close());

  const params = (as: Person) => ({ customerId: as.customerId });
  const change = (as: Person, body: object) => app.ok(contract.updateCustomer, { as, params: params(as), body });
  const changeNo = async (as: Person, body: object) => {
    const { status, text } = await app.no(contract.updateCustomer, { as, params: params(as), body });
    return `${status} ${text}`;
  };
  const eventsOf = async (as: Person) =>
    (await app.db.select().from(events).where(eq(events.customerId, as.customerId)).orderBy(events.id)).map(({ type }) => type);

  test('a profile is changed in parts; what is absent stays, an empty name is stored', async () => {
    const mara = await app.register();
    await change(mara, { firstName: 'Mara', lastName: 'Vogt', country: 'AT', locale: 'de_AT' });
    const profile = await change(mara, { id: mara.customerId, firstName: '', confirmationPassword: '' });
    assert.deepEqual([profile.firstName, profile.lastName, profile.country, profile.locale], ['', 'Vogt', 'AT', 'de_AT']);
    assert.equal(profile.regDate, '2027-02-01 12:00:00');
    assert.match(await changeNo(mara, { firstName: 'x'.repeat(51) }), /^400 Invalid param firstName$/);
    assert.match(await changeNo(mara, { country: 'Austria' }), /^400 Invalid param country$/);
    assert.deepEqual(await eventsOf(mara), ['customerUpdated', 'customerUpdated']);
  });

  test('a new e-mail needs the password, a form and to be free; the session goes on', async () => {
    const [mara, jonas] = [await app.register(), await app.register()];
    const wrong = await changeNo(mara, { email: 'new@example.com', confirmationPassword: 'Password2' });
    assert.match(wrong, /^422 .*confirmationPassword.*invalid credentials/);
    assert.match(await changeNo(mara, { email: 'new@example.com' }), /confirmationPassword/);
    for (const email of [jonas.email.toUpperCase(), 'nonsense', '']) {
      const text = await changeNo(mara, { email, confirmationPassword: 'Password1' });
      assert.match(text, /^422 .*mail/);
      assert.doesNotMatch(text, /confirmationPassword/);
    }
    const { email } = await change(mara, { email: ' Mara@Example.com ', confirmationPassword: 'Password1' });
    assert.equal(email, 'Mara@Example.com');
    assert.equal((await app.ok(contract.getCustomer, { as: mara, params: params(mara) })).email, 'Mara@Example.com');
    // The same address at another publisher is somebody else's.
    const elsewhere = await app.register({ publisherId: SECOND_PUBLISHER_ID });
    await change(elsewhere, { email: 'mara@example.com', confirmationPassword: 'Password1' });
  });

  test('external data comes as text or as an object, and has to be one', async () => {
    const mara = await app.register();
    assert.deepEqual((await change(mara, { externalData: '{"club":"<b>North</b>"}' })).externalData, { club: '<b>North</b>' });
    assert.deepEqual((await change(mara, { externalData: { club: 'South' } })).externalData, { club: 'South' });
    for (const externalData of ['{', '[1]', '7', { big: 'x'.repeat(4000) }]) {
      assert.match(await changeNo(mara, { externalData }), /^400 Invalid param externalData$/);
    }
  });

  test('registering keeps what was said, and logs what happened; a captcha is asked for where the publisher wants one', async () => {
    const body = {
      email: 'fresh@example.com',
      password: 'Password1',
      offerId: MONTHLY,
      locale: 'de_DE',
      country: 'DE',
      currency: 'EUR',
      firstName: 'Fritz',
      externalId: 'x-1',
      externalData: '{"a":1}',
      captchaValue: '',
    };
    const { customerId, jwt } = await app.ok(registerCustomer, { body });
    const fresh = { customerId, jwt, email: body.email, publisherId: PUBLISHER_ID };
    const profile = await app.ok(contract.getCustomer, { as: fresh, params: { customerId } });
    assert.deepEqual([profile.firstName, profile.externalId, profile.externalData], ['Fritz', 'x-1', { a: 1 }]);
    const claims = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
    assert.deepEqual(
      [claims['customerId'], claims['publisherId'], claims['offerId'], claims['exp']],
      [customerId, PUBLISHER_ID, MONTHLY, START + 900],
    );
    await app.ok(login, { body: { email: body.email, password: body.password, publisherId: PUBLISHER_ID } });
    assert.deepEqual(await eventsOf(fresh), ['customerRegistered', 'customerLoggedIn']);

    const captcha = (captchaRequired: boolean) => app.db.update(publishers).set({ captchaRequired }).where(eq(publishers.id, PUBLISHER_ID));
    await captcha(true);
    assert.equal((await app.no(registerCustomer, { body: { ...body, email: 'other@example.com' } })).code, 'CPT0001');
    assert.deepEqual(await app.ok(contract.getMediastoreSettings, { params: { publisherId: PUBLISHER_ID } }), { isCaptchaRequired: true });
    await captcha(false);
    const unknown = await app.no(contract.getMediastoreSettings, { params: { publisherId: 999_999_999 } });
    assert.deepEqual([unknown.status, unknown.text], [400, 'Invalid param publisherId']);
  });

  test('signing out everywhere kills every refresh token, and no JWT', async () => {
    const mara = await app.register();
    const session = () => app.ok(login, { body: { email: mara.email, password: 'Password1', publisherId: PUBLISHER_ID } });
    const [phone, tv] = [await session(), await session()];
    await app.ok(revokeRefreshTokens, { as: mara });
    for (const { refreshToken: token } of [phone, tv]) {
      const { status, code } = await app.no(refreshToken, { body: { refreshToken: token } });
      assert.deepEqual([status, code], [401, 'AUTH0003']);
    }
    await app.ok(contract.getCustomer, { as: mara, params: params(mara) });
  });

  test('the worked example of a transaction, and pages of them', async () => {
    const mara = await app.register();
    const page = async (limit: number, offset = 0) =>
      (await app.ok(contract.listTransactions, { as: mara, params: params(mara), query: { limit, offset } })).items;
    await subscribed(app, mara);
    const [quarter] = await page(1);
    assert.deepEqual(
      [quarter!.offerPeriod, quarter!.publisherSiteName, quarter!.offerType, quarter!.targetType, quarter!.customerIpCountry],
      ['3-months', 'Nordlicht TV', 'subscription', 'subscriptionId', 'DE'],
    );
    await app.buy(mara, MONTHLY, { order: { couponCode: 'LATER25' } });
    await app.db.update(transactions).set({ offerPrice: 839, discountRate: 0 }).where(eq(transactions.offerId, MONTHLY));
    const [monthly] = await page(1);
    assert.deepEqual(
      [
        monthly!.transactionPriceExclTax,
        monthly!.applicableTax,
        monthly!.transactionPriceInclTax,
        monthly!.taxRate,
        monthly!.offerPriceExclTax,
        monthly!.discountedOfferPrice,
        monthly!.customerId,
        monthly!.publisherId,
      ],
      ['8.3900', '1.6000', '9.9900', '0.1900', '8.3950', '8.3950', String(mara.customerId), String(PUBLISHER_ID)],
    );
    await app.buy(mara, `${OFFERS.weekly}_DE`, { order: { couponCode: 'SAVE30' } });
    const [weekly] = await page(1);
    assert.deepEqual(
      [weekly!.offerPriceExclTax, weekly!.discountValue, weekly!.discountedOfferPrice, weekly!.discountRate, weekly!.couponCode],
      ['2.9300', '0.8800', '2.0500', '0.3003', 'SAVE30'],
    );
    assert.equal((await page(50)).length, 3);
    assert.deepEqual(
      (await page(2, 2)).map(({ offerId }) => offerId),
      [QUARTERLY],
    );
    for (const query of [{ limit: 0 }, { limit: 1001 }, { offset: -1 }, { limit: 'many' }]) {
      assert.equal((await app.no(contract.listTransactions, { as: mara, params: params(mara), query })).code, 'REQ0002');
    }
  });

  test('a receipt is a page in which nothing from outside is markup', async () => {
    const mara = await app.register();
    await change(mara, { firstName: '<script>alert(1)</script>' });
    await subscribed(app, mara);
    const { items } = await app.ok(contract.listTransactions, { as: mara, params: params(mara) });
    const { transactionId } = items[0]!;
    const page = await app.ok(contract.getReceipt, { as: mara, params: { transactionId } });
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /€24.99/);
    assert.match(page, /&lt;script&gt;/);
    assert.doesNotMatch(page, /<script/);
    const unknown = await app.no(contract.getReceipt, { as: mara, params: { transactionId: 'T1' } });
    assert.deepEqual([unknown.status, unknown.text], [404, 'Transaction with id T1 not found']);
  });

  test('payment details are listed and forgotten; what is unknown is not found', async () => {
    const mara = await app.register();
    await subscribed(app, mara);
    const list = async () => (await app.ok(contract.listPaymentDetails, { as: mara, params: params(mara) })).paymentDetails;
    const [card] = await list();
    assert.deepEqual([card!.active, card!.bound, card!.paymentMethodSpecificParams['lastCardFourDigits']], [true, false, '4242']);
    const remove = { as: mara, params: { paymentDetailsId: card!.id } };
    assert.deepEqual(await app.ok(contract.deletePaymentDetails, remove), { paymentDetailsId: String(card!.id) });
    assert.deepEqual(await list(), []);
    assert.equal((await app.no(contract.deletePaymentDetails, remove)).status, 404);
    assert.equal((await eventsOf(mara)).at(-1), 'paymentDetailsRemoved');
  });

  test('consents: never answered, answered, renewed by the publisher; a required one cannot be declined', async () => {
    const mara = await app.register();
    const list = async () => (await app.ok(listCustomerConsents, { as: mara, params: params(mara) })).consents;
    const save = (answers: object[]) =>
      app.ok(saveCustomerConsents, { as: mara, params: params(mara), body: { id: '7', consents: answers } });
    const [terms] = await list();
    assert.deepEqual(
      [terms!.state, terms!.version, terms!.needsUpdate, terms!.customerId],
      ['declined', '3', false, String(mara.customerId)],
    );
    await save([]);
    await save([{ name: 'broadcaster_terms', version: 3, state: 'accepted' }]);
    assert.deepEqual(
      (await list()).map(({ state }) => state),
      ['accepted', 'declined'],
    );
    await app.db.update(consents).set({ version: '4' }).where(eq(consents.name, 'broadcaster_terms'));
    const [old] = await list();
    assert.deepEqual([old!.version, old!.newestVersion, old!.needsUpdate], ['3', '4', true]);
    for (const consent of [
      { name: 'broadcaster_terms', version: '4', state: 'declined' },
      { name: 'broadcaster_terms', version: '3', state: 'accepted' },
      { name: 'nonsense', version: '1', state: 'accepted' },
    ]) {
      const refused = await app.no(saveCustomerConsents, { as: mara, params: params(mara), body: { consents: [consent] } });
      assert.deepEqual([refused.status, refused.code], [400, 'REQ0001']);
    }
    const unknown = await app.no(listPublisherConsents, { params: { publisherId: 999_999_999 } });
    assert.deepEqual([unknown.status, unknown.code, unknown.text], [400, 'REQ0003', 'Invalid param publisherId']);
    assert.equal((await app.no(listPublisherConsents, { params: { publisherId: 'abc' } })).text, 'Invalid param publisherId');
  });

  test('answers are stored in parts, the name is the profile’s, and what is not asked is not kept', async () => {
    const mara = await app.register();
    const status = () => app.ok(getCaptureStatus, { as: mara, params: params(mara) });
    const save = (body: object) => app.ok(saveCapture, { as: mara, params: params(mara), body });
    const answer = async (key: string) => (await status()).settings.find((setting) => setting.key === key)?.answer;
    assert.deepEqual([(await status()).isCaptureEnabled, (await status()).shouldCaptureBeDisplayed], [true, true]);
    assert.deepEqual(await answer('firstNameLastName'), { firstName: null, lastName: null });
    await change(mara, { firstName: 'Mara' });
    await save({ lastName: 'Vogt', firstName: null, email: 'capture@example.com', address: 'Hafenstraße 4', city: 'Hamburg' });
    assert.deepEqual(await answer('firstNameLastName'), { firstName: 'Mara', lastName: 'Vogt' });
    assert.equal((await app.ok(contract.getCustomer, { as: mara, params: params(mara) })).lastName, 'Vogt');
    assert.equal(await answer('email'), mara.email, 'the question is turned off');
    await save({
      postCode: '20457',
      country: 'DE',
      address: null,
      customAnswers: [{ questionId: 'custom_2', question: '?', value: 'North' }],
    });
    assert.deepEqual(await answer('address'), {
      address: 'Hafenstraße 4',
      address2: null,
      city: 'Hamburg',
      state: null,
      postCode: '20457',
      country: 'DE',
    });
    assert.equal((await status()).shouldCaptureBeDisplayed, false);
    for (const body of [{ birthDate: '17.5.1990' }, { phoneNumber: 'call me' }, { country: 'Germany' }, { companyName: 'x'.repeat(51) }]) {
      assert.equal((await app.no(saveCapture, { as: mara, params: params(mara), body })).code, 'REQ0001');
    }
  });
});
