import { assert } from '@open-wc/testing';
import { answer, give } from './network.js';
import { all, control, describe, it, listen, says } from './page.js';
import { AVAILABILITY, END, planWith, subscription, SWITCHES } from './plans.js';

/** What the platform says of another plan. */
const ANNUAL = {
  toOfferId: 'S598310247_DE',
  title: 'Nordlicht Annual',
  switchDirection: 'upgrade',
  algorithm: 'IMMEDIATE_AND_CHARGE_WITH_REFUND',
  price: 89.99,
  currency: 'EUR',
  period: 'year',
  nextPaymentPrice: 89.99,
  nextPaymentPriceCurrency: 'EUR',
};

describe('<cleeng-plan>, a change that came to nothing', () => {
  it('says so later, too, to whoever was not there', async () => {
    const history = { id: 'switch-1', subscriptionId: '1', toOfferId: 'S598310247_DE', status: 'failed', createdAt: 1, updatedAt: END };
    answer('GET', SWITCHES, give([history]));
    answer('GET', AVAILABILITY, give({ available: [], unavailable: [ANNUAL] }));
    const { plan } = await planWith(() => [subscription], { 'payment-url': '#pay' });
    await says(plan, 'The change to Nordlicht Annual did not go through. You keep the plan you have.');
    const fixes = listen(plan, 'cleeng-plan-fix');
    (await control(plan, 'Update payment details')).click();
    assert.strictEqual(fixes[0]?.detail.offerId, subscription.offerId);
  });

  it('says so without a name when the platform does not tell it, and not of another plan', async () => {
    const history = { id: 'switch-1', subscriptionId: '1', toOfferId: 'S598310247_DE', status: 'failed', createdAt: 1, updatedAt: END };
    answer('GET', SWITCHES, give([history]));
    answer('GET', AVAILABILITY, give({ available: [], unavailable: [] }));
    const { plan } = await planWith(() => [subscription, { ...subscription, subscriptionId: 2, offerId: 'S1_DE' }]);
    await says(plan, 'A change to another plan did not go through. You keep the plan you have.');
    assert.strictEqual(all(plan, '[role=alert]').length, 1);
  });
});
