import { assert } from '@open-wc/testing';
import { answer, mend, refuse } from './network.js';
import { all, control, describe, it, personaIn, says, shows, world } from './page.js';
import { CHANGE, planWith, press, subscription } from './plans.js';

const broken = refuse(500, 'Internal Server Error', 'S0001');

describe('an error in the account', () => {
  for (const { tag, path, works } of [
    { tag: 'cleeng-my-account', path: /\/customers\/\d+\/offers$/, works: 'overview' },
    { tag: 'cleeng-plan', path: /\/customers\/\d+\/offers$/, works: 'plans' },
    { tag: 'cleeng-payment-details', path: /\/payment_details$/, works: 'list' },
    { tag: 'cleeng-transactions', path: /\/transactions$/, works: 'list' },
    { tag: 'cleeng-profile', path: /\/customers\/\d+$/, works: 'profile' },
  ] as const) {
    it(`goes with its element: the next <${tag}> asks anew`, async () => {
      const here = world();
      answer('GET', path, broken);
      await personaIn(here, 'viewer');
      const first = here.place(tag, { lang: 'en' });
      await shows(first, 'failed');
      first.remove();
      mend();
      await shows(here.place(tag, { lang: 'en' }), works);
    });
  }

  it('of a panel is gone when it is opened again', async () => {
    const { plan } = await planWith(() => [subscription]);
    answer('PATCH', CHANGE, broken);
    await press(plan, 'Cancel plan');
    await press(plan, 'Cancel plan now');
    await says(plan, 'Your plan is not cancelled.');
    await press(plan, 'Keep my plan');
    await press(plan, 'Cancel plan');
    await control(plan, 'Cancel plan now');
    assert.isEmpty(all(plan, '[role=alert]'));
  });
});
