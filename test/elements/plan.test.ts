import { assert } from '@open-wc/testing';
import { answer, calls, mend, offline, refuse } from './network.js';
import { all, control, describe, it, listen, personaIn, says, shows, textIn, until, world } from './page.js';
import { OFFERS, SWITCH, subscription, plansOf, planWith, press } from './plans.js';

describe('<cleeng-plan>, how plans stand', () => {
  const SAYS: Readonly<Record<string, readonly string[]>> = {
    viewer: ['Nordlicht Annual', 'Active', 'Next payment: €89.99 on '],
    trial: ['Free trial', 'Your free trial ends on ', 'Then you pay €9.99.'],
    cancelled: ['Cancelled', 'You keep access until ', 'If you resume it, you pay €24.99 on '],
    grace: ['Payment problem', 'did not go through', 'We try again on ', 'Without a payment your access ends in '],
    paused: ['Paused until ', 'Then you pay €24.99', 'If you end the pause now, you pay €24.99 now.'],
    downgrade: ['it changes to Nordlicht Monthly, for €9.99.', 'Keep Nordlicht Annual instead'],
    gifted: ['Not renewed', 'It is not renewed, and nothing more is charged.'],
    pass: ['Winter Pass', 'Pass', 'You have access until '],
    rental: ['Rented', 'You have access without end.'],
    event: ['Ticket', 'Your ticket is valid until '],
    season: ['Hockey Season', 'Renews when the next season starts, until you cancel.'],
    several: ['Nordlicht Monthly', 'Nordlicht Weekly', 'Hockey Season'],
    twice: ['You pay for Nordlicht Monthly more than once.'],
  };
  for (const [name, words] of Object.entries(SAYS)) {
    it(`says so to whoever is “${name}”`, async () => {
      const { plan } = await plansOf(name, { 'grace-days': '14', 'payment-url': '/account' });
      for (const text of words) await says(plan, text);
      await assert.isAccessible(plan);
    });
  }

  for (const [name, store, page] of [
    ['apple', 'Apple’s App Store', 'apps.apple.com/account/subscriptions'],
    ['android', 'Google Play', 'play.google.com/store/account/subscriptions'],
    ['roku', 'the Roku Channel Store', 'my.roku.com/account/subscriptions'],
    ['amazon', 'the Amazon Appstore', 'www.amazon.com/yourmembershipsandsubscriptions'],
    ['samsung', 'Samsung’s TV store', 'www.samsungcheckout.com/'],
    ['vizio', 'the VIZIO store', 'www.vizio.com/'],
  ] as const) {
    it(`explains what ${name} manages, with the way there, and offers nothing it cannot do`, async () => {
      const { plan } = await plansOf(name);
      await says(plan, `You bought this in ${store}.`);
      const link = (await control(plan, `Manage it in ${store}`)) as HTMLAnchorElement;
      assert.strictEqual(link.href, `https://${page}`);
      assert.deepEqual(all(plan, 'button'), []);
    });
  }

  it('without a plan it leads to the offers', async () => {
    const { plan } = await plansOf('fresh', { 'offers-url': '/offers' });
    assert.strictEqual(plan.view, 'no-plan');
    assert.strictEqual((await control(plan, 'See the offers')).getAttribute('href'), '/offers');
    await assert.isAccessible(plan);
  });

  it('signed out it says what to do', async () => {
    const plan = world().place('cleeng-plan', { lang: 'en' });
    await says(plan, 'Log in to see your plan.');
  });

  it('fails with a way on, and keeps what it has when a later look fails', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    answer('GET', OFFERS, refuse(500, 'Internal Server Error', 'S0001'));
    const plan = here.place('cleeng-plan', { lang: 'en' });
    await shows(plan, 'failed');
    await assert.isAccessible(plan);
    mend();
    await press(plan, 'Try again');
    await shows(plan, 'plans');
    answer('GET', OFFERS, offline);
    document.dispatchEvent(new Event('visibilitychange'));
    await says(plan, 'This may not be up to date');
    await says(plan, 'Nordlicht Annual');
  });

  it('one question that fails hides no plan', async () => {
    answer('GET', SWITCH, refuse(500, 'Internal Server Error', 'S0001'));
    const { plan } = await planWith(() => [
      { ...subscription, pendingSwitchId: 'x' },
      { ...subscription, subscriptionId: 2, offerId: 'S1_DE' },
    ]);
    await says(plan, 'A change to another plan is under way.');
    assert.lengthOf(all(plan, 'article'), 2);
  });
});

describe('<cleeng-payment-problem>', () => {
  it('shows nothing to whoever has paid', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const banner = here.place('cleeng-payment-problem');
    await until(() => calls('GET', OFFERS) > 0, 'the plans to be asked for');
    await banner.updateComplete;
    assert.strictEqual(banner.view, 'none');
    assert.strictEqual(textIn(banner).trim(), '');
  });

  it('tells what is overdue, how long access lasts, and where to put it right', async () => {
    const here = world();
    await personaIn(here, 'grace');
    const banner = here.place('cleeng-payment-problem', { lang: 'en', 'payment-url': '/account', 'grace-days': '14' });
    await shows(banner, 'problem');
    await says(banner, 'We try again on ');
    await says(banner, 'Without a payment your access ends in ');
    await assert.isAccessible(banner);
    const fixes = listen(banner, 'cleeng-plan-fix');
    banner.addEventListener('cleeng-plan-fix', (event) => event.preventDefault());
    const link = await control(banner, 'Update payment details');
    assert.strictEqual(link.getAttribute('href'), '/account');
    link.click();
    assert.lengthOf(fixes, 1);
  });
});
