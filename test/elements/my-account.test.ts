import { assert } from '@open-wc/testing';
import { answer, calls, give, hold, mend, offline, refuse } from './network.js';
import { all, control, describe, field, it, listen, PASSWORD, personaIn, says, shows, type, until, world, type World } from './page.js';

const OFFERS = /\/customers\/\d+\/offers$/;
const CUSTOMER = /\/customers\/\d+$/;

async function accountOf(
  name: string,
  attributes: Record<string, string> = {},
): Promise<World & { account: HTMLElementTagNameMap['cleeng-my-account'] }> {
  const here = world();
  await personaIn(here, name);
  return { ...here, account: here.place('cleeng-my-account', { lang: 'en', ...attributes }) };
}

/** The address is the page's: a test leaves it as it was. */
async function at(query: string, work: () => Promise<void>): Promise<void> {
  const { href } = location;
  history.replaceState(null, '', query);
  try {
    await work();
  } finally {
    history.replaceState(null, '', href);
  }
}

describe('<cleeng-my-account>', () => {
  it('signed out, it is a login, in the document; afterwards the account at a glance', async () => {
    const account = world().place('cleeng-my-account', { lang: 'en' });
    await shows(account, 'signed-out');
    await until(() => account.querySelector('input[type=password]'), 'a password field');
    const password = await field(account, 'password');
    assert.strictEqual(document.querySelector('input[type=password]'), password);
    await assert.isAccessible(account);
    await type(account, { email: 'viewer@example.com', password: PASSWORD });
    (await control(account, 'Log in')).click();
    await shows(account, 'overview');
    await says(account, 'Hello Mara');
    await says(account, 'Next payment: €89.99 on ');
    assert.strictEqual(account.querySelector('cleeng-login'), null);
    await assert.isAccessible(account);
  });

  it('greets by the name that was given elsewhere, when the viewer comes back to the tab', async () => {
    const { account } = await accountOf('viewer');
    await says(account, 'Hello Mara');
    answer('GET', CUSTOMER, async (call) => {
      const { responseData } = (await (await call.pass()).json()) as { responseData: object };
      return give({ ...responseData, firstName: 'Ida' })(call);
    });
    document.dispatchEvent(new Event('visibilitychange'));
    await says(account, 'Hello Ida');
  });

  it('asks whoever logs in here what is due before the account shows, a reload or not', async () => {
    let agreed = false;
    const terms = {
      name: 'terms',
      label: 'The terms',
      required: true,
      state: 'accepted',
      version: '1',
      newestVersion: '2',
      value: '',
      date: 0,
    };
    answer('GET', /\/customers\/\d+\/consents$/, (call) =>
      give({ consents: [{ ...terms, needsUpdate: !agreed, version: agreed ? '2' : '1' }] })(call),
    );
    answer('PUT', /\/customers\/\d+\/consents$/, (call) => ((agreed = true), give({ success: true })(call)));
    const here = world();
    const heard = listen(here.root, 'cleeng-login-success');
    const account = here.place('cleeng-my-account', { lang: 'en' });
    await type(account, { email: 'viewer@example.com', password: PASSWORD });
    (await control(account, 'Log in')).click();
    await shows(account, 'entering');
    const consent = await field(account, 'terms');
    assert.isNull(account.shadowRoot!.querySelector('nav'));
    assert.strictEqual(calls('GET', OFFERS), 0);
    assert.lengthOf(heard, 0);
    await assert.isAccessible(account);
    assert.isTrue(consent.checkVisibility());

    account.remove();
    const again = here.place('cleeng-my-account', { lang: 'en' });
    await shows(again, 'entering');
    (await field(again, 'terms')).click();
    (await control(again, 'Continue')).click();
    await shows(again, 'overview');
    assert.strictEqual(again.shadowRoot!.activeElement?.localName, 'h2');
    assert.lengthOf(heard, 1);
    assert.strictEqual(again.querySelector('cleeng-login'), null);
  });

  it('waits, fails with a way on, and then shows', async () => {
    const release = hold('GET', OFFERS);
    const { account } = await accountOf('viewer');
    await shows(account, 'loading');
    release();
    await shows(account, 'overview');

    answer('GET', OFFERS, refuse(500, 'Internal Server Error', 'S0001'));
    const { account: failing } = await accountOf('viewer');
    await shows(failing, 'failed');
    await says(failing, 'We could not load your plan.');
    await assert.isAccessible(failing);
    mend();
    (await control(failing, 'Try again')).click();
    await shows(failing, 'overview');
  });

  it('who the viewer is holds up nothing that is known of their plan', async () => {
    answer('GET', CUSTOMER, offline);
    const { account } = await accountOf('viewer');
    await shows(account, 'overview');
    await says(account, 'Nordlicht Annual');
  });

  it('without a plan it leads to the offers', async () => {
    const { account } = await accountOf('fresh', { 'offers-url': '/offers' });
    await shows(account, 'no-plan');
    assert.strictEqual((await control(account, 'See the offers')).getAttribute('href'), '/offers');
  });

  it('shows each section when it is asked for, under one heading structure, and keeps it', async () => {
    await at('?other=1', async () => {
      const { account } = await accountOf('viewer');
      await shows(account, 'overview');
      assert.strictEqual(account.querySelector('cleeng-plan'), null);
      (await control(account, 'Plan')).click();
      await shows(account, 'plan');
      await says(account, 'Change plan');
      assert.strictEqual(account.getAttribute('section'), 'plan');
      assert.strictEqual(new URL(location.href).search, '?other=1&cleeng-section=plan');
      const current = all(account, 'nav [aria-current]');
      assert.deepEqual(
        current.map((link) => link.textContent.trim()),
        ['Plan'],
      );
      const shown = all(account, 'h1, h2, h3').filter((heading) => heading.checkVisibility());
      assert.deepEqual(shown.map(({ localName }) => localName).sort(), ['h2', 'h3']);
      await assert.isAccessible(account);
      const plan = account.querySelector('cleeng-plan');
      for (const section of ['payment', 'purchases', 'profile'] as const) {
        account.section = section;
        await shows(account, section);
        await assert.isAccessible(account);
      }
      account.section = 'plan';
      await shows(account, 'plan');
      assert.strictEqual(account.querySelector('cleeng-plan'), plan, 'what was shown once stays');
    });
  });

  it('a link opens a section', async () => {
    await at('?cleeng-section=payment', async () => {
      const { account } = await accountOf('viewer');
      await shows(account, 'payment');
    });
  });

  it('an unknown section is the overview', async () => {
    await at('?cleeng-section=admin', async () => {
      const { account } = await accountOf('viewer');
      await shows(account, 'overview');
    });
  });

  it('leads whoever has a payment problem to their payment details', async () => {
    await at('?', async () => {
      const { account } = await accountOf('grace', { 'grace-days': '14' });
      await says(account, 'Without a payment your access ends in ');
      (await control(account, 'Update payment details')).click();
      await shows(account, 'payment');
      account.section = 'plan';
      (
        await until(
          () => all(account, 'cleeng-plan a.cleeng-submit, article a.cleeng-submit').find((link) => link.checkVisibility()),
          'the way',
        )
      ).click();
      await shows(account, 'payment');
    });
  });

  it('logs out, and leaves nothing of the viewer', async () => {
    const { account } = await accountOf('viewer', { section: 'plan' });
    await says(account, 'Nordlicht Annual');
    (await control(account, 'Log out')).click();
    await shows(account, 'signed-out');
    assert.strictEqual(account.querySelector('cleeng-plan'), null);
    assert.isAbove(calls('GET', OFFERS), 0);
  });
});
