import { assert } from '@open-wc/testing';
import { answer, calls, give, hold, mend, offline, refuse } from './network.js';
import {
  control,
  describe,
  doubleClick,
  expectNoTokens,
  field,
  it,
  listen,
  PASSWORD,
  personaIn,
  says,
  shows,
  type,
  until,
  world,
  type World,
} from './page.js';

const OFFERS = /\/customers\/\d+\/offers$/;
const CHANGE = /\/subscriptions$/;
const DAY = 86_400;
const END = Math.floor(Date.now() / 1000) + 10 * DAY;

const subscription = {
  subscriptionId: 1,
  offerId: 'S274093615_DE',
  offerTitle: 'Nordlicht Monthly',
  offerType: 'S',
  status: 'active',
  startedAt: END - 30 * DAY,
  expiresAt: END,
  nextPaymentPrice: 9.99,
  nextPaymentCurrency: 'EUR',
  nextPaymentAt: END - DAY,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  externalPaymentId: '',
  inTrial: false,
  pendingSwitchId: null,
  period: 'month',
  totalPrice: 9.99,
  customerCurrency: 'EUR',
  isExternallyManaged: false,
};
const day = (seconds: number) => new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(seconds * 1000);

/** My Account of somebody with these plans, of which one answers to cancel and resume. */
async function accountWith(...items: object[]): Promise<World & { account: HTMLElementTagNameMap['cleeng-my-account'] }> {
  const here = world();
  await personaIn(here, 'fresh');
  let status = 'active';
  answer('GET', OFFERS, () => give({ items: items.map((item) => ({ ...item, status })) })({} as never));
  answer('PATCH', CHANGE, () => {
    status = status === 'active' ? 'cancelled' : 'active';
    return give({ offerId: subscription.offerId, status, expiresAt: END })({} as never);
  });
  const account = here.place('cleeng-my-account', { lang: 'en' });
  return { ...here, account };
}

describe('<cleeng-my-account>', () => {
  it('signed out, it is a login, in the document; afterwards the plan with its next payment', async () => {
    const account = world().place('cleeng-my-account', { lang: 'en' });
    await shows(account, 'signed-out');
    await until(() => account.querySelector('input[type=password]'), 'a password field');
    assert.strictEqual(document.querySelector('input[type=password]'), await field(account, 'password'));
    await assert.isAccessible(account);
    await type(account, { email: 'viewer@example.com', password: PASSWORD });
    (await control(account, 'Log in')).click();
    await shows(account, 'plans');
    await says(account, 'Nordlicht Annual');
    await says(account, 'Next payment: €89.99 on ');
    assert.strictEqual(account.querySelector('cleeng-login'), null);
    await assert.isAccessible(account);
  });

  it('waits, fails with a way on, and then shows', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const release = hold('GET', OFFERS);
    const account = here.place('cleeng-my-account');
    await shows(account, 'loading');
    await says(account, 'Loading…');
    answer('GET', OFFERS, refuse(500, 'Internal Server Error', 'S0001'));
    release();
    await shows(account, 'plans');

    const other = world();
    await personaIn(other, 'viewer');
    const failing = other.place('cleeng-my-account');
    await shows(failing, 'failed');
    await says(failing, 'We could not load your plan.');
    await assert.isAccessible(failing);
    mend();
    (await control(failing, 'Try again')).click();
    await shows(failing, 'plans');
  });

  it('without a plan it leads to the offers', async () => {
    const here = world();
    await personaIn(here, 'fresh');
    const account = here.place('cleeng-my-account', { 'offers-url': '/offers' });
    await shows(account, 'no-plan');
    assert.strictEqual((await control(account, 'See the offers')).getAttribute('href'), '/offers');
    await assert.isAccessible(account);
  });

  it('cancels after asking once, and resumes: one request and one event each', async () => {
    const { account } = await accountWith(subscription);
    const events = listen(account, 'cleeng-account-change', 'cleeng-account-error');
    await says(account, `Next payment: €9.99 on ${day(END - DAY)}`);
    (await control(account, 'Cancel plan')).click();
    await shows(account, 'confirm-cancel');
    await says(account, `You keep access until ${day(END)}.`);
    assert.strictEqual(calls('PATCH', CHANGE), 0);
    await assert.isAccessible(account);
    doubleClick(await control(account, 'Cancel plan now'));
    await says(account, 'Your plan is cancelled.');
    await says(account, `You keep access until ${day(END)}. Nothing more is charged.`);
    await assert.isAccessible(account);
    doubleClick(await control(account, 'Resume plan'));
    await says(account, 'Your plan goes on.');
    assert.strictEqual(calls('PATCH', CHANGE), 2);
    assert.deepEqual(
      events.map(({ detail }) => detail.change),
      ['subscription-cancelled', 'subscription-resumed'],
    );
    expectNoTokens(events);
  });

  it('who keeps the plan has asked the platform nothing', async () => {
    const { account } = await accountWith(subscription);
    (await control(account, 'Cancel plan')).click();
    (await control(account, 'Keep my plan')).click();
    await shows(account, 'plans');
    assert.strictEqual(calls('PATCH', CHANGE), 0);
  });

  it('a change that fails changed nothing, and says so', async () => {
    const { account } = await accountWith(subscription);
    answer('PATCH', CHANGE, offline);
    const events = listen(account, 'cleeng-account-change', 'cleeng-account-error');
    (await control(account, 'Cancel plan')).click();
    (await control(account, 'Cancel plan now')).click();
    await says(account, 'Your plan is not cancelled. We could not reach the server.');
    assert.deepEqual(
      events.map(({ type: name }) => name),
      ['cleeng-account-error'],
    );
    await control(account, 'Cancel plan now');
  });

  it('an answer that does not confirm is no success', async () => {
    const { account } = await accountWith(subscription);
    answer('PATCH', CHANGE, give({ offerId: subscription.offerId, status: 'active', expiresAt: END }));
    (await control(account, 'Cancel plan')).click();
    (await control(account, 'Cancel plan now')).click();
    await says(account, 'Your plan is not cancelled.');
  });

  it('leaves alone what another store manages, and warns when a payment failed', async () => {
    const { account } = await accountWith(
      { ...subscription, isExternallyManaged: true, paymentMethod: 'apple' },
      { ...subscription, offerId: 'S598310247_DE', offerTitle: 'Nordlicht Annual', expiresAt: END - 11 * DAY },
    );
    await says(account, 'You bought this in another store (apple). Manage it there.');
    await says(account, 'Your last payment did not go through.');
    await assert.isAccessible(account);
  });

  it('shows the profile, where the property says so too', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const account = here.place('cleeng-my-account');
    await shows(account, 'plans');
    account.section = 'profile';
    await shows(account, 'profile');
    await says(account, 'viewer@example.com');
    await says(account, 'Mara Vogt');
    assert.strictEqual(account.getAttribute('section'), 'profile');
    await assert.isAccessible(account);
  });

  it('logs out', async () => {
    const { account } = await accountWith(subscription);
    (await control(account, 'Log out')).click();
    await shows(account, 'signed-out');
  });
});
