import { assert } from '@open-wc/testing';
import { answer, calls, give, refuse } from './network.js';
import { all, control, describe, it, listen, says, shows, textIn, until } from './page.js';
import { AVAILABILITY, CHANGE, patch, planWith, press, subscription, SWITCH, SWITCHES } from './plans.js';

const other = { ...subscription, subscriptionId: 2, offerId: 'S1_DE', offerTitle: 'Fjord Monthly' };

const option = (toOfferId: string, title: string) => ({
  toOfferId,
  title,
  switchDirection: 'upgrade',
  algorithm: 'DEFERRED',
  price: 20,
  currency: 'EUR',
  period: 'month',
  nextPaymentPrice: 20,
  nextPaymentPriceCurrency: 'EUR',
});

const PENDING = { id: 'switch-1', toOfferId: 'S2_DE', algorithm: 'DEFERRED', status: 'pending' };

const lookAgain = () => document.dispatchEvent(new Event('visibilitychange'));

describe('<cleeng-plan>, several plans', () => {
  it('asks for each where it can be changed to, also while the answer for another is under way', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    answer('GET', AVAILABILITY, async (call) => {
      const first = call.path.includes(subscription.offerId);
      if (first) await gate;
      return give({ available: [first ? option('S3_DE', 'Nordlicht Annual') : option('S4_DE', 'Fjord Annual')], unavailable: [] })(call);
    });
    const { plan } = await planWith(() => [subscription, other]);
    await press(plan, 'Change plan');
    await shows(plan, 'change-loading');
    await press(plan, 'Keep my plan');
    const card = await until(() => all(plan, 'article')[1], 'the second plan');
    (await control(card, 'Change plan')).click();
    await says(plan, 'Fjord Annual');
    release();
    await control(plan, 'Choose Fjord Annual');
    assert.notInclude(textIn(plan), 'Nordlicht Annual');
  });

  it('a change that fails is told whatever else was pressed meanwhile', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    answer('PATCH', CHANGE, async (call) => {
      await gate;
      return refuse(500, 'Internal Server Error')(call);
    });
    const { plan } = await planWith(() => [subscription, other]);
    const errors = listen(plan, 'cleeng-account-error');
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    const card = await until(() => all(plan, 'article')[1], 'the second plan');
    (await control(card, 'Use a coupon')).click();
    release();
    await until(() => errors.length, 'the failure');
    await says(plan, 'Your plan is not cancelled.');
    assert.lengthOf(errors, 1);
  });

  it('a change that fails is told though another plan was resumed meanwhile', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    answer('PATCH', CHANGE, async (call) => {
      await gate;
      return refuse(500, 'Internal Server Error')(call);
    });
    const { plan } = await planWith(() => [subscription, { ...other, status: 'cancelled' }]);
    const errors = listen(plan, 'cleeng-account-error');
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    await press(plan, 'Resume plan');
    release();
    await until(() => errors.length, 'the failure');
    await says(plan, 'Your plan is not cancelled.');
  });

  it('what is opened last opens, also while the code of something else comes', async () => {
    const { plan } = await planWith(() => [subscription]);
    const [cancel, coupon] = [await control(plan, 'Cancel plan'), await control(plan, 'Use a coupon')];
    cancel.click();
    coupon.click();
    await shows(plan, 'coupon');
  });
});

describe('<cleeng-plan>, what another tab or device did', () => {
  it('is not contradicted by what was said of an earlier change', async () => {
    let status = 'active';
    const { plan } = await planWith(() => [{ ...subscription, status }]);
    answer('PATCH', CHANGE, (call) => patch(() => (status = 'cancelled'))(call));
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    await says(plan, 'Your plan is cancelled.');
    status = 'active';
    lookAgain();
    await control(plan, 'Cancel plan');
    assert.notInclude(textIn(plan), 'Your plan is cancelled.');
  });

  it('takes the other plans away that cannot be chosen any more', async () => {
    let pendingSwitchId: string | null = null;
    answer('GET', AVAILABILITY, give({ available: [option('S2_DE', 'Nordlicht Annual')], unavailable: [] }));
    answer('GET', SWITCH, give(PENDING));
    const { plan } = await planWith(() => [{ ...subscription, pendingSwitchId }]);
    await press(plan, 'Change plan');
    await press(plan, 'Choose Nordlicht Annual');
    await shows(plan, 'confirm-change');
    await until(() => plan.shadowRoot?.activeElement?.localName === 'h4', 'the panel has the focus');
    pendingSwitchId = 'switch-1';
    lookAgain();
    await control(plan, 'Keep Nordlicht Monthly instead');
    assert.strictEqual(plan.view, 'plans');
    await until(() => plan.shadowRoot?.activeElement?.localName === 'h3', 'the plan has the focus');
  });

  it('is asked again where the platform did not say at first', async () => {
    answer('GET', AVAILABILITY, give({ available: [option('S2_DE', 'Nordlicht Annual')], unavailable: [] }));
    answer('GET', SWITCH, refuse(500, 'Internal Server Error'));
    const { plan } = await planWith(() => [{ ...subscription, pendingSwitchId: 'switch-1' }]);
    await says(plan, 'A change to another plan is under way.');
    await until(() => calls('GET', SWITCH), 'the question');
    answer('GET', SWITCH, give(PENDING));
    const asked = calls('GET', SWITCH);
    // A look joins the one that is under way.
    await until(() => (lookAgain(), calls('GET', SWITCH) > asked), 'the question asked again');
    await control(plan, 'Keep Nordlicht Monthly instead');
  });

  it('is told when a change failed that was not seen here', async () => {
    const { plan } = await planWith(() => [subscription]);
    await until(() => calls('GET', SWITCHES), 'the question');
    await control(plan, 'Change plan');
    const now = Date.now() / 1000;
    const failed = { ...PENDING, subscriptionId: '1', status: 'failed', createdAt: now - 20, updatedAt: now - 10 };
    answer('GET', SWITCHES, give([failed]));
    answer('GET', AVAILABILITY, give({ available: [option('S2_DE', 'Nordlicht Annual')], unavailable: [] }));
    const asked = calls('GET', SWITCHES);
    await until(() => (lookAgain(), calls('GET', SWITCHES) > asked), 'the question asked again');
    await says(plan, 'did not go through. You keep the plan you have');
  });
});
