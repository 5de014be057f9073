import { assert, nextFrame } from '@open-wc/testing';
import { answer, calls, give, hold, mend } from './network.js';
import { all, control, describe, doubleClick, expectNoTokens, it, listen, personaIn, says, shows, textIn, until } from './page.js';
import {
  OFFERS,
  CHANGE,
  RETENTION,
  AVAILABILITY,
  SWITCH,
  END,
  subscription,
  NO_OFFER,
  day,
  plansOf,
  planWith,
  press,
  patch,
} from './plans.js';

describe('<cleeng-plan>, cancelling', () => {
  it('asks once, tells the consequence, and is done when the platform says so; resumed in one step', async () => {
    let status = 'active';
    const { plan } = await planWith(() => [{ ...subscription, status }]);
    answer(
      'PATCH',
      CHANGE,
      patch(() => (status = status === 'active' ? 'cancelled' : 'active')),
    );
    const events = listen(plan, 'cleeng-account-change', 'cleeng-account-error');
    await press(plan, 'Cancel plan');
    await shows(plan, 'cancel');
    await says(plan, `You keep access until ${day(END)}.`);
    assert.strictEqual(calls('PATCH', CHANGE), 0);
    await assert.isAccessible(plan);
    doubleClick(await control(plan, 'Cancel plan now'));
    await says(plan, 'Your plan is cancelled.');
    await says(plan, `You keep access until ${day(END)}. Nothing more is charged.`);
    await until(() => plan.shadowRoot?.activeElement?.localName === 'h3', 'the focus at the plan');
    doubleClick(await control(plan, 'Resume plan'));
    await says(plan, 'Your plan goes on.');
    assert.strictEqual(calls('PATCH', CHANGE), 2);
    assert.deepEqual(
      events.map(({ detail }) => detail.change),
      ['subscription-cancelled', 'subscription-resumed'],
    );
    expectNoTokens(events);
  });

  it('is never what another way turns into that the platform allows late', async () => {
    const release = hold('GET', /\/v2\/offers\/\w+$/);
    const { plan } = await plansOf('active');
    const cancel = await control(plan, 'Cancel plan');
    cancel.focus();
    release();
    await control(plan, 'Pause plan');
    assert.strictEqual(textIn(plan.shadowRoot!.activeElement!).trim(), 'Cancel plan');
    cancel.click();
    await shows(plan, 'cancel');
  });

  it('an answer that does not confirm is no success', async () => {
    const { plan } = await planWith(() => [subscription]);
    answer(
      'PATCH',
      CHANGE,
      patch(() => 'active'),
    );
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    await says(plan, 'Your plan is not cancelled.');
    await control(plan, 'Cancel plan now');
  });

  it('an offer to stay that does not come holds nobody up', async () => {
    const { plan } = await planWith(() => [subscription]);
    const release = hold('GET', RETENTION);
    await press(plan, 'Cancel plan');
    await shows(plan, 'cancel-loading');
    await control(plan, 'Cancel plan now');
    release();
  });

  it('makes at most one offer, beside the way to cancel', async () => {
    const { plan } = await plansOf('active');
    await press(plan, 'Cancel plan');
    await control(plan, 'Stay with 1 week free');
    await control(plan, 'Cancel plan now');
    assert.lengthOf(all(plan, '.offer'), 1);
    await press(plan, 'Keep my plan');
    await shows(plan, 'plans');
  });

  it('offers a cheaper plan, and ends where that is confirmed', async () => {
    const { plan } = await plansOf('viewer');
    await press(plan, 'Cancel plan');
    await says(plan, 'Nordlicht Monthly costs €9.99 per month.');
    await press(plan, 'Look at Nordlicht Monthly');
    await shows(plan, 'confirm-change');
    await says(plan, 'Change to Nordlicht Monthly?');
    await press(plan, 'Back');
    await shows(plan, 'change');
  });

  it('asks with the publisher’s words, sends their value with the viewer’s own, and leaves out what they do not want', async () => {
    let body = '';
    const { fetch } = window;
    const { plan } = await planWith(() => [subscription]);
    answer('GET', RETENTION, give({ ...NO_OFFER, type: 'FREE_EXTENSION', extensionDetails: { periodUnit: 'week', amount: 1 } }));
    answer(
      'PATCH',
      CHANGE,
      patch(() => 'cancelled'),
    );
    plan.cancelFlow = { reasons: [{ value: 'TOO_DARK', text: 'Too little sun' }], offers: [], texts: { confirm: 'Yes, leave' } };
    await press(plan, 'Cancel plan');
    await says(plan, 'Too little sun');
    assert.deepEqual(all(plan, '.offer'), []);
    (await until(() => all(plan, 'input[value=TOO_DARK]')[0], 'the reason')).click();
    (all(plan, 'textarea')[0] as HTMLTextAreaElement).value = 'In winter.';
    window.fetch = (input, init = {}) => {
      if (init.method === 'PATCH') body = init.body as string;
      return fetch(input, init);
    };
    try {
      await press(plan, 'Yes, leave');
      await says(plan, 'Your plan is cancelled.');
    } finally {
      window.fetch = fetch;
    }
    assert.deepEqual(JSON.parse(body), { offerId: subscription.offerId, status: 'cancelled', cancellationReason: 'TOO_DARK: In winter.' });
  });
});

describe('<cleeng-plan>, changing', () => {
  it('lists what is possible and why the rest is not, and tells the price before it is confirmed', async () => {
    const { plan } = await plansOf('active');
    await press(plan, 'Change plan');
    await says(plan, 'It is not sold in your country.');
    await says(plan, 'A plan that is paid for cannot become a free one. Cancel it instead.');
    await assert.isAccessible(plan);
    await press(plan, 'Choose Nordlicht Annual');
    await says(plan, 'You pay now €89.99');
    await says(plan, 'You get back What is left of the period you have paid for');
    await says(plan, 'Change and pay €89.99');
    await assert.isAccessible(plan);
    await press(plan, 'Back');
    await press(plan, 'Keep my plan');
    await shows(plan, 'plans');
  });

  it('is pending until the platform says it is done', async () => {
    let item: object = { ...subscription, pendingSwitchId: 'switch-1' };
    const pending = { id: 'switch-1', toOfferId: 'S598310247_DE', algorithm: 'IMMEDIATE_WITHOUT_PRORATION', status: 'inprogress' };
    answer('GET', AVAILABILITY, give({ available: [], unavailable: [] }));
    answer('GET', SWITCH, give(pending));
    const { plan } = await planWith(() => [item]);
    await says(plan, 'A change to another plan is under way.');
    item = { ...subscription, subscriptionId: 2, offerId: 'S598310247_DE', offerTitle: 'Nordlicht Annual' };
    answer('GET', SWITCH, give({ ...pending, status: 'finished' }));
    document.dispatchEvent(new Event('visibilitychange'));
    await says(plan, 'You now have Nordlicht Annual.');
  });

  it('says when a change failed, and leads to where the bank can be satisfied', async () => {
    let item = { ...subscription, pendingSwitchId: 'switch-1' as string | null };
    const pending = { id: 'switch-1', toOfferId: 'S598310247_DE', algorithm: 'IMMEDIATE_WITHOUT_PRORATION', status: 'inprogress' };
    answer('GET', AVAILABILITY, give({ available: [], unavailable: [] }));
    answer('GET', SWITCH, give(pending));
    const { plan } = await planWith(() => [item], { 'payment-url': '#pay' });
    await says(plan, 'A change to another plan is under way.');
    item = { ...item, pendingSwitchId: null };
    answer('GET', SWITCH, give({ ...pending, status: 'failed' }));
    document.dispatchEvent(new Event('visibilitychange'));
    await says(plan, 'did not go through. You keep the plan you have');
    const fixes = listen(plan, 'cleeng-plan-fix');
    (await control(plan, 'Update payment details')).click();
    assert.strictEqual(fixes[0]?.detail.offerId, subscription.offerId);
  });
});

describe('<cleeng-plan>, focus', () => {
  it('stays at the plan while a panel waits, and where the viewer went meanwhile', async () => {
    const { plan } = await planWith(() => [subscription]);
    let answered = false;
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    answer('GET', AVAILABILITY, async (call) => {
      await gate;
      answered = true;
      return give({ available: [], unavailable: [] })(call);
    });
    const focused = () => plan.shadowRoot?.activeElement;
    await press(plan, 'Change plan');
    await shows(plan, 'change-loading');
    await until(() => focused()?.localName === 'h3', 'the plan has the focus, not the top of all plans');
    await press(plan, 'Keep my plan');
    await press(plan, 'Use a coupon');
    await until(() => focused()?.localName === 'h4', 'the panel has the focus');
    const code = all(plan, '#code')[0]!;
    code.focus();
    release();
    await until(() => answered, 'the answer');
    await nextFrame();
    await nextFrame();
    assert.strictEqual(focused(), code);
  });
});

describe('<cleeng-plan>, freshness', () => {
  it('takes over a change of another tab without moving the focus', async () => {
    let status = 'active';
    const { plan } = await planWith(() => [
      { ...subscription, status },
      { ...subscription, subscriptionId: 2, offerId: 'S1_DE' },
    ]);
    const second = (await until(() => all(plan, 'article')[1], 'two plans')).querySelector('button')!;
    second.focus();
    status = 'cancelled';
    document.dispatchEvent(new Event('visibilitychange'));
    await says(plan, 'Cancelled');
    assert.strictEqual(plan.shadowRoot?.activeElement, second);
  });

  it('a panel goes when another tab has done what it was about', async () => {
    let status = 'active';
    const { plan } = await planWith(() => [{ ...subscription, status }]);
    await press(plan, 'Cancel plan');
    await shows(plan, 'cancel');
    status = 'cancelled';
    document.dispatchEvent(new Event('visibilitychange'));
    await control(plan, 'Resume plan');
    assert.strictEqual(plan.view, 'plans');
  });

  it('a list that does not know of a change yet is read again', async () => {
    let status = 'active';
    const { plan } = await planWith(() => [{ ...subscription, status }]);
    answer(
      'PATCH',
      CHANGE,
      patch(() => 'cancelled'),
    );
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    await says(plan, 'Your plan is cancelled.');
    const looks = calls('GET', OFFERS);
    status = 'cancelled';
    await control(plan, 'Resume plan');
    assert.isAbove(calls('GET', OFFERS), looks);
  });

  it('a look at the plans in between loses nothing that was typed', async () => {
    const { plan } = await planWith(() => [subscription]);
    await press(plan, 'Use a coupon');
    await shows(plan, 'coupon');
    const code = all(plan, 'input[name=code]')[0] as HTMLInputElement;
    code.value = 'SAVE';
    code.focus();
    const looks = calls('GET', OFFERS);
    document.dispatchEvent(new Event('visibilitychange'));
    await until(() => calls('GET', OFFERS) > looks, 'a look');
    await plan.updateComplete;
    assert.strictEqual(plan.shadowRoot?.activeElement, code);
    assert.strictEqual(code.value, 'SAVE');
  });

  it('nothing of one viewer is left for the next', async () => {
    const { plan, scope } = await planWith(() => [subscription]);
    await press(plan, 'Cancel plan');
    await shows(plan, 'cancel');
    mend();
    await personaIn({ root: document.body, scope, place: () => plan as never }, 'gifted');
    await says(plan, 'Nordlicht Half Year');
    assert.strictEqual(plan.view, 'plans');
    assert.notInclude(textIn(plan), 'Nordlicht Monthly');
  });
});
