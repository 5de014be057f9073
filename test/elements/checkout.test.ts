import { assert } from '@open-wc/testing';
import type { CheckoutCompleteEvent, CheckoutErrorEvent } from '../../src/index.js';
import { answer, calls, give, hold, mend, offline, refuse } from './network.js';
import {
  all,
  atPayment,
  control,
  describe,
  doubleClick,
  expectNoTokens,
  field,
  it,
  listen,
  MONTHLY,
  newEmail,
  PASSWORD,
  personaIn,
  place,
  says,
  shows,
  type,
  until,
  world,
} from './page.js';

const OFFER = /\/offers\/S\w+$/;
const ORDERS = /\/orders$/;
const PAYMENTS = /\/payments$/;
const ACCESS = /\/entitlements\//;
const METHODS = /\/adyen\/payment-methods$/;
const FREE = { 'offer-id': 'S401772935_DE' };

describe('<cleeng-checkout>', () => {
  it('shows a stranger the offer, takes registration and answers in place, and comes to the payment', async () => {
    const checkout = world().place('cleeng-checkout', { 'offer-id': MONTHLY, lang: 'en' });
    const events = listen(checkout, 'cleeng-checkout-step');
    await shows(checkout, 'identify');
    await says(checkout, '€9.99');
    const password = await field(checkout, 'password');
    assert.strictEqual(document.querySelector('input[type=password]'), password);
    await assert.isAccessible(checkout);
    (await control(checkout, 'Create an account')).click();
    await type(checkout, { broadcaster_terms: true, email: newEmail(), password: PASSWORD });
    (await control(checkout, 'Create account')).click();
    await shows(checkout, 'capture');
    await type(checkout, {
      firstName: 'Ida',
      lastName: 'Holm',
      address: 'Kai 1',
      city: 'Kiel',
      postCode: '24103',
      country: 'DE',
      custom_2: 'East',
    });
    await assert.isAccessible(checkout);
    (await control(checkout, 'Continue')).click();
    await shows(checkout, 'review');
    assert.deepEqual(
      events.map(({ detail }) => detail.step),
      ['identify', 'ordering', 'capture', 'ordering', 'review'],
    );
    assert.strictEqual(calls('POST', ORDERS), 1);
  });

  it('mounts the real Drop-in where the page can reach it, below a button that says what is paid', async () => {
    const checkout = await atPayment({ 'offer-id': MONTHLY, 'terms-url': '/terms' });
    const pay = await control(checkout, 'Order with obligation to pay');
    await says(
      checkout,
      `You pay nothing today. From ${new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(Date.now() + 14 * 86_400_000)} you pay €9.99 per month, until you cancel.`,
    );
    assert.strictEqual(document.querySelectorAll('.adyen-checkout__dropin').length, 1);
    assert.strictEqual(document.querySelectorAll('[data-cse] iframe').length, 3);
    const terms = await control(checkout, 'Terms and conditions');
    assert.deepEqual([terms.getAttribute('href'), pay.getAttribute('part')], ['/terms', 'submit']);
    // The card form is Adyen's own; our part of the page is ours to answer for.
    await assert.isAccessible(checkout.shadowRoot!.querySelector('section')!);
    checkout.remove();
    await until(() => !document.querySelector('.adyen-checkout__dropin'), 'the Drop-in to go');
  });

  it('mounts it in the document even from a site’s closed shadow roots', async () => {
    const here = world();
    await personaIn(here, 'fresh');
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    here.root.append(outer);
    outer.attachShadow({ mode: 'closed' }).append(inner);
    const checkout = place(inner.attachShadow({ mode: 'closed' }), 'cleeng-checkout', { 'offer-id': MONTHLY });
    await control(checkout, 'Order with obligation to pay');
    const fields = document.querySelectorAll<HTMLElement>('[data-cse] iframe');
    assert.deepEqual([fields.length, [...fields].every((frame) => frame.checkVisibility() && frame.offsetWidth > 0)], [3, true]);
    checkout.remove();
    await until(() => outer.children.length === 0 && !document.querySelector('[data-cse]'), 'everything planted to go');
  });

  it('gives the Drop-in again to who wiped it away', async () => {
    const checkout = await atPayment({ 'offer-id': MONTHLY });
    await control(checkout, 'Order with obligation to pay');
    checkout.replaceChildren();
    checkout.requestUpdate();
    await until(() => document.querySelectorAll('[data-cse] iframe').length === 3, 'the fields again');
    await control(checkout, 'Order with obligation to pay');
  });

  it('what costs nothing takes one click, however fast it is made twice', async () => {
    const checkout = await atPayment({ ...FREE, 'account-url': '/account' });
    const events = listen(checkout, 'cleeng-checkout-complete', 'cleeng-checkout-error');
    const button = await control(checkout, 'Get access');
    assert.deepEqual([document.querySelector('.adyen-checkout__dropin'), checkout.view], [null, 'review']);
    await assert.isAccessible(checkout);
    const release = hold('POST', PAYMENTS);
    doubleClick(button);
    await shows(checkout, 'paying');
    release();
    await shows(checkout, 'done');
    await says(checkout, 'Thank you!');
    await says(checkout, 'Nordlicht Free is yours. Enjoy!');
    assert.strictEqual(calls('POST', PAYMENTS), 1);
    const [complete] = events as CheckoutCompleteEvent[];
    assert.deepEqual([events.length, complete?.detail.entitlement?.accessGranted], [1, true]);
    expectNoTokens(events);
    assert.strictEqual((await control(checkout, 'Go to my account')).getAttribute('href'), '/account');
    await assert.isAccessible(checkout);
  });

  it('a refusal is told once, and the same order can be paid again', async () => {
    const checkout = await atPayment(FREE);
    const events = listen(checkout, 'cleeng-checkout-error', 'cleeng-checkout-complete');
    await control(checkout, 'Get access');
    answer('POST', PAYMENTS, refuse(422, 'Refused', 'ADYEN0002'));
    (await control(checkout, 'Get access')).click();
    await says(checkout, 'Your payment was refused. Nothing was charged.');
    await assert.isAccessible(checkout);
    mend();
    (await control(checkout, 'Get access')).click();
    await shows(checkout, 'done');
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-checkout-error', 'cleeng-checkout-complete'],
    );
    assert.strictEqual((events[0] as CheckoutErrorEvent).detail.error.code, 'payment-refused');
    assert.strictEqual(calls('POST', ORDERS), 1);
  });

  it('thanks nobody before access is there', async () => {
    const checkout = await atPayment(FREE);
    const events = listen(checkout, 'cleeng-checkout-complete');
    answer('GET', ACCESS, give({ accessGranted: false, expiresAt: null }));
    (await control(checkout, 'Get access')).click();
    await shows(checkout, 'confirming');
    await says(checkout, 'Your payment arrived. We are opening your access…');
    assert.strictEqual(events.length, 0);
    mend();
    await shows(checkout, 'done');
    assert.strictEqual(events.length, 1);
  });

  it('card and PayPal stand or fall alone', async () => {
    answer('POST', METHODS, offline);
    const checkout = await atPayment({ 'offer-id': MONTHLY });
    await says(checkout, 'The card form could not be loaded.');
    await control(checkout, 'Order with obligation to pay – PayPal');
    await assert.isAccessible(checkout);
    mend();
    (await control(checkout, 'Try again')).click();
    await control(checkout, 'Order with obligation to pay');
    assert.strictEqual(all(checkout, '[role=alert]').length, 0);
  });

  it('asks the page before it leaves for PayPal, and stays when told to', async () => {
    const checkout = await atPayment({ 'offer-id': MONTHLY });
    const redirects: string[] = [];
    checkout.addEventListener('cleeng-checkout-redirect', (event) => {
      redirects.push(event.detail.url);
      event.preventDefault();
    });
    (await control(checkout, 'Order with obligation to pay – PayPal')).click();
    await says(checkout, 'The payment was cancelled. Nothing was charged.');
    assert.strictEqual(redirects.length, 1);
    assert.match(new URL(redirects[0]!).pathname, /^\/paypal\//);
    assert.strictEqual(checkout.view, 'review');
  });

  it('waits for the offer, says when it does not come, and tries again', async () => {
    const release = hold('GET', OFFER);
    const checkout = world({ supportUrl: 'https://help.example/' }).place('cleeng-checkout', { 'offer-id': MONTHLY });
    const events = listen(checkout, 'cleeng-checkout-error');
    await shows(checkout, 'loading');
    await says(checkout, 'Loading…');
    release();
    await shows(checkout, 'identify');
    answer('GET', OFFER, refuse(500, 'Internal Server Error', 'S0001'));
    checkout.offerId = 'S598310247_DE';
    await shows(checkout, 'failed');
    await control(checkout, 'Get help');
    assert.deepEqual(
      events.map(({ detail }) => detail.error.code),
      ['server'],
    );
    await assert.isAccessible(checkout);
    mend();
    (await control(checkout, 'Try again')).click();
    await shows(checkout, 'identify');
    await says(checkout, 'Nordlicht Annual');
  });

  for (const [offer, text] of [
    ['S999999999_DE', 'This offer does not exist.'],
    ['S118840376_DE', 'This offer is no longer available.'],
    ['S913365520_DE', 'This offer is not available in your country.'],
  ] as const) {
    it(`says of ${offer}: ${text}`, async () => {
      const checkout = world().place('cleeng-checkout', { 'offer-id': offer });
      await shows(checkout, 'unavailable');
      await says(checkout, text);
      await assert.isAccessible(checkout);
    });
  }

  it('sells nobody what they have', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const checkout = here.place('cleeng-checkout', { 'offer-id': 'S598310247_DE', 'account-url': '/account' });
    await shows(checkout, 'unavailable');
    await says(checkout, 'Good news: you already have access to this.');
    await control(checkout, 'Go to my account');
  });

  it('without an offer it says which attribute is missing', async () => {
    const checkout = world().place('cleeng-checkout');
    await says(checkout, 'No offer: set the offer-id attribute of <cleeng-checkout>.');
  });

  it('a log-out elsewhere on the page leads back to the login', async () => {
    const here = world();
    await personaIn(here, 'fresh');
    const checkout = here.place('cleeng-checkout', FREE);
    await shows(checkout, 'review');
    const login = here.place('cleeng-login');
    (await control(login, 'Log out')).click();
    await shows(checkout, 'identify');
  });
});
