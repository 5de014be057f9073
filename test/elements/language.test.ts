import { assert } from '@open-wc/testing';
import { agree } from './faults/platform.js';
import {
  all,
  atPayment,
  control,
  describe,
  field,
  it,
  newcomerIn,
  personaIn,
  place,
  says,
  shows,
  textIn,
  type,
  until,
  world,
} from './page.js';

const heading = (element: HTMLElement) => element.shadowRoot?.querySelector('h2')?.textContent.trim() ?? '';

describe('the language of an element', () => {
  it('is its own, and the first thing to be read is in it', async () => {
    const { root } = world();
    const login = document.createElement('cleeng-login');
    login.lang = 'de-AT';
    const seen = new Set<string>();
    const watch = () => void (heading(login) && seen.add(heading(login)));
    new MutationObserver(watch).observe(root, { childList: true, subtree: true });
    root.append(login);
    await control(login, 'Anmelden');
    watch();
    assert.deepEqual([...seen], ['Anmelden'], 'never English first');
    assert.equal((await field(login, 'password')).labels?.[0]?.textContent.trim(), 'Passwort');
  });

  it('is the one around it, across a shadow root, and follows a change without losing what was typed', async () => {
    const { root } = world();
    const page = document.createElement('div');
    page.lang = 'fr';
    const shadow = page.attachShadow({ mode: 'open' });
    root.append(page);
    const login = place(shadow, 'cleeng-login');
    await control(login, 'Se connecter');
    await type(login, { email: 'ida@example.org' });
    const email = await field(login, 'email');
    email.focus();
    page.lang = 'pl';
    await control(login, 'Zaloguj się');
    assert.isTrue(email.isConnected);
    assert.equal(email.value, 'ida@example.org');
    assert.equal(shadow.activeElement, email);
    page.lang = 'en';
    await control(login, 'Log in');
  });

  const signedIn = async () => {
    const here = world();
    await personaIn(here, 'viewer');
    agree();
    return here;
  };
  /** An element with a form, and something it says in Italian. */
  const FORMS: readonly [string, () => Promise<HTMLElement>, string][] = [
    ['a registration', () => Promise.resolve(world().place('cleeng-register', { lang: 'de' })), 'Crea il tuo account'],
    [
      'the publisher’s questions',
      async () => {
        const here = world();
        await newcomerIn(here);
        return here.place('cleeng-capture', { lang: 'de' });
      },
      'Parlaci di te',
    ],
    [
      'the login in a checkout',
      () => Promise.resolve(world().place('cleeng-checkout', { lang: 'de', 'offer-id': 'S274093615_DE' })),
      'Pagamento',
    ],
    [
      'the coupon of an order',
      async () => {
        const checkout = await atPayment({ lang: 'de', 'offer-id': 'S274093615_DE' });
        (await control(checkout, 'Ich habe einen Gutscheincode')).click();
        return checkout;
      },
      'Pagamento',
    ],
    [
      'the coupon of a plan',
      async () => {
        const plan = (await signedIn()).place('cleeng-plan', { lang: 'de' });
        (await control(plan, 'Gutschein einlösen')).click();
        return plan;
      },
      'Codice coupon',
    ],
    [
      'the profile',
      async () => {
        const profile = (await signedIn()).place('cleeng-profile', { lang: 'de' });
        (await until(() => all(profile, '[data-part="email"] .title button')[0], 'the e-mail')).click();
        return profile;
      },
      'Profilo',
    ],
  ];
  for (const [name, open, after] of FORMS) {
    it(`changes without costing what was typed into ${name}`, async () => {
      const element = await open();
      const input = await until(
        () => (all(element, 'input') as HTMLInputElement[]).find(({ type, form }) => form && ['text', 'email', 'password'].includes(type)),
        'a field',
      );
      input.value = 'ida@example.org';
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.focus();
      element.lang = 'it';
      await says(element, after);
      assert.isTrue(input.isConnected);
      assert.equal(input.value, 'ida@example.org');
      assert.equal((input.getRootNode() as Document | ShadowRoot).activeElement, input);
    });
  }

  it('is the one of configure() where neither it nor the page says another', async () => {
    const { scope, place: put } = world({ lang: 'nl' });
    const login = put('cleeng-login');
    await control(login, 'Inloggen');
    scope.config.set({ ...scope.config.state, lang: 'da' });
    await control(login, 'Log ind');
  });

  it('is English where the kit does not speak it, dates and amounts as well', async () => {
    const offers = world().place('cleeng-offers', { lang: 'fi' });
    await says(offers, 'per month');
    await says(offers, '€');
    assert.notMatch(textIn(offers), /\d,\d\d\s€/);
  });

  it('is written from right to left where it is, unless the page says otherwise', async () => {
    const { place: put } = world();
    const login = put('cleeng-login', { lang: 'ar' });
    await control(login, 'تسجيل الدخول');
    assert.equal(getComputedStyle(login).direction, 'rtl');
    login.lang = 'he';
    await control(login, 'התחברות');
    assert.equal(login.dir, 'rtl');
    login.lang = 'sv';
    await control(login, 'Logga in');
    assert.equal(getComputedStyle(login).direction, 'ltr');
    const own = put('cleeng-login', { lang: 'ar', dir: 'ltr' });
    await control(own, 'تسجيل الدخول');
    assert.equal(own.dir, 'ltr');
  });

  it('goes through an account and what is inside it', async () => {
    const here = world({ lang: 'it' });
    await personaIn(here, 'viewer');
    const account = here.place('cleeng-my-account', { section: 'plan' });
    await says(account, 'Il mio account');
    await says(account, 'Disdici abbonamento');
    here.scope.config.set({ ...here.scope.config.state, lang: 'es' });
    await says(account, 'Mi cuenta');
    await says(account, 'Cancelar plan');
    assert.notMatch(textIn(account), /abbonamento/i);
  });
});

describe('a publisher’s own words', () => {
  it('take the place of the kit’s, by language and key, in the elements inside, too', async () => {
    const checkout = world().place('cleeng-checkout', { 'offer-id': 'S274093615_DE', lang: 'de-CH' });
    checkout.messages = { de: { 'checkout.heading': 'Ihr Abo', 'login.email': 'Mailadresse' }, en: { 'checkout.heading': 'Never seen' } };
    await says(checkout, 'Ihr Abo');
    await shows(checkout, 'identify');
    const label = () => all(checkout, 'label').find((one) => one.textContent.trim() === 'Mailadresse');
    await until(label, 'the label of the login inside');
    checkout.messages = {};
    await until(() => !label(), 'the kit’s own label');
    await says(checkout, 'Kasse');
  });

  it('bring a language that the kit does not speak', async () => {
    const login = world().place('cleeng-login', { lang: 'fi' });
    login.messages = { fi: { 'login.submit': 'Kirjaudu' } };
    await control(login, 'Kirjaudu');
    assert.equal(heading(login), 'Log in', 'the rest is English');
  });
});
