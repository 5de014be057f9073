import { assert } from '@open-wc/testing';
import { english } from '../../src/i18n/messages.js';
import type { Messages, Text } from '../../src/i18n/texts.js';
import { all, control, describe, field, it, newcomerIn, place, personaIn, says, shows, textIn, type, until, world } from './page.js';

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

/** English that shows where it comes from: every text in brackets and with accents, its values left as they are. */
const ACCENTS: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ó', u: 'ú', n: 'ñ', c: 'ç' };
const marked = (text: string) => `⟦${text.replace(/\{\w+\}|[aeiounc]/g, (found) => ACCENTS[found] ?? found)}⟧`;
const pseudo = (texts: Messages): Messages =>
  Object.fromEntries(Object.entries(texts).map(([key, text]): [string, Text] => [key, accented(text)]));
const accented = (text: Text): Text => {
  if (typeof text === 'string') return marked(text);
  return { other: text.other, ...Object.fromEntries(Object.entries(text).map(([form, words]) => [form, marked(words)])) };
};
const PSEUDO = { en: pseudo(Object.assign({}, ...Object.values(english)) as Messages) };

/** What is read in an element, aloud too, text by text. */
function* spokenIn(root: ParentNode): Generator<string> {
  for (const element of all(root, '*')) {
    if (!element.checkVisibility() || element.matches('style, option')) continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) yield element.getAttribute(name) ?? '';
    yield [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
  }
}
const unmarked = (element: HTMLElement) =>
  [...spokenIn(element)].filter((text) => /\p{Letter}{2}/u.test(text) && !/[⟦⟧]/.test(text)).map((text) => text.trim());

describe('a pseudo-language', () => {
  for (const view of ['login', 'forgot'] as const) {
    it(`reaches every text of a login: ${view}`, async () => {
      const login = world().place('cleeng-login', { switchable: '', view });
      login.messages = PSEUDO;
      await shows(login, view === 'login' ? 'form' : view);
      assert.deepEqual(unmarked(login), []);
      // Refused: nothing was typed.
      login.querySelector('form')!.requestSubmit();
      await until(() => login.querySelector('[aria-invalid=true]'), 'what is wrong');
      assert.deepEqual(unmarked(login), []);
    });
  }

  it('reaches every text of the questions, which are the publisher’s', async () => {
    const here = world();
    await newcomerIn(here);
    const capture = here.place('cleeng-capture');
    capture.messages = PSEUDO;
    await shows(capture, 'form');
    const asked = unmarked(capture);
    assert.deepEqual(
      asked.filter((text) => !/\?$|^(Yes|No|Tell me about matches in my city)$/.test(text)),
      [],
    );
  });

  it('reaches every text of a plan, its title aside', async () => {
    const here = world();
    await personaIn(here, 'viewer');
    const plan = here.place('cleeng-plan');
    plan.messages = PSEUDO;
    await shows(plan, 'plans');
    assert.deepEqual([...new Set(unmarked(plan))], ['Nordlicht Annual']);
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
