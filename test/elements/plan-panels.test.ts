import { assert } from '@open-wc/testing';
import { answer, give } from './network.js';
import { control, describe, it, says, textIn } from './page.js';
import { AVAILABILITY, day, END, planWith, press, subscription, SWITCH } from './plans.js';

const option = (code: string, index: number) => ({
  toOfferId: `S${index}_DE`,
  title: `Plan ${index}`,
  switchDirection: 'upgrade',
  algorithm: 'DEFERRED',
  price: 1,
  currency: 'EUR',
  period: 'month',
  nextPaymentPrice: 1,
  nextPaymentPriceCurrency: 'EUR',
  reason: { code, message: 'Words for developers' },
});

describe('<cleeng-plan>, why another plan is not possible', () => {
  it('is said of each, in words for viewers', async () => {
    const reasons = {
      TO_OFFER_COUNTRY_NOT_ALLOWED: 'It is not sold in your country.',
      ALREADY_HAS_ACCESS: 'You have it already.',
      TO_FREE_OFFER_NOT_ALLOWED: 'Cancel it instead.',
      SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED: 'cannot be changed while the coupon lasts.',
      SWITCH_IN_PROGRESS: 'Another change is under way.',
      MISSING_PAYMENT_DETAILS: 'Please add payment details first.',
      MISSING_PAYMENT_FOR_PRORATION: 'It is possible after your next payment.',
      SOMETHING_NEW: 'It is not possible at the moment.',
    };
    answer('GET', AVAILABILITY, give({ available: [], unavailable: Object.keys(reasons).map(option) }));
    const { plan } = await planWith(() => [subscription]);
    await press(plan, 'Change plan');
    for (const words of Object.values(reasons)) await says(plan, words);
    assert.notInclude(textIn(plan), 'Words for developers');
  });

  for (const [code, words] of Object.entries({
    RECURRING_PROCESS_ALREADY_STARTED: 'The next payment is being taken.',
    PAYMENT_GATEWAY_NOT_SUPPORTED: 'A plan paid for this way cannot be changed here.',
    SUBSCRIPTION_WITH_COUPON_NOT_ALLOWED: 'cannot be changed while the coupon lasts.',
    SOMETHING_NEW: 'It is not possible at the moment.',
  })) {
    it(`is said once where nothing can be changed: ${code}`, async () => {
      const unavailableReason = { code, message: 'Words for developers' };
      answer('GET', AVAILABILITY, give({ available: [], unavailable: [option(code, 1), option(code, 2)], unavailableReason }));
      const { plan } = await planWith(() => [subscription]);
      await press(plan, 'Change plan');
      await says(plan, words);
      assert.lengthOf(textIn(plan).split(words), 2);
      await control(plan, 'Keep my plan');
    });
  }
});

describe('<cleeng-plan>, what cancelling means', () => {
  const pause = { requestedAt: END, pauseDate: 1, resumeDate: END, failedResumes: [] };
  for (const [name, item, words] of [
    ['a plan that is paid for', {}, `You keep access until ${day(END)}. After that nothing is charged`],
    ['a trial', { inTrial: true }, `You keep your free trial until ${day(END)}, and nothing is charged.`],
    ['a season', { period: 'season', expiresAt: 2_145_913_200 }, 'Your plan will not renew, and nothing more is charged.'],
    ['a plan that is overdue', { expiresAt: 1 }, 'What is overdue is not charged any more, and your access ends.'],
    ['a plan that is paused', { status: 'paused', pause }, 'Your plan ends now. Nothing more is charged.'],
    ['a plan that is to become another', { pendingSwitchId: 'switch-1' }, 'The planned change to another plan is dropped.'],
  ] as const) {
    it(`is said before it is done: ${name}`, async () => {
      answer('GET', AVAILABILITY, give({ available: [], unavailable: [] }));
      answer('GET', SWITCH, give({ id: 'switch-1', toOfferId: 'S1_DE', algorithm: 'DEFERRED', status: 'pending' }));
      const { plan } = await planWith(() => [{ ...subscription, ...item }]);
      await press(plan, 'Cancel plan');
      await says(plan, words);
      await control(plan, 'Cancel plan now');
    });
  }
});
