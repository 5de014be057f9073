import { assert } from '@open-wc/testing';
import type { CleengElement } from '../../src/elements/element.js';
import { PSEUDO } from '../pseudo.js';
import { agree } from './faults/platform.js';
import { all, API, atPayment, describe, it, newcomerIn, personaIn, PUBLISHER, shows, until, world } from './page.js';

/** What is read in an element, aloud too, text by text; the card form is Adyen's. */
function* spokenIn(root: ParentNode): Generator<string> {
  for (const element of all(root, '*')) {
    if (!element.checkVisibility() || element.matches('style, option') || element.closest('.adyen-checkout__payment-methods-list'))
      continue;
    for (const name of ['aria-label', 'placeholder', 'title', 'alt']) yield element.getAttribute(name) ?? '';
    yield [...element.childNodes].map((node) => (node instanceof Text ? node.data : '')).join('');
  }
}
const unmarked = (element: HTMLElement) => [
  ...new Set([...spokenIn(element)].filter((text) => /\p{Letter}{2}/u.test(text) && !/[⟦⟧]/.test(text)).map((text) => text.trim())),
];

const withViewer = async (persona = 'viewer') => {
  const here = world();
  await personaIn(here, persona);
  agree();
  return here;
};
const newcomer = async () => {
  const here = world();
  await newcomerIn(here);
  return here;
};
const TITLE = /^Nordlicht Monthly$|^All shows, monthly$/;
const OFFER = { 'offer-id': 'S274093615_DE' };
type Shown = CleengElement & { readonly view: string };

/** An element in a view, and what in it is the publisher's, the viewer's or the law's. */
const SHOWN: readonly [string, () => Promise<Shown> | Shown, string, RegExp][] = [
  ['a login', () => world().place('cleeng-login', { switchable: '' }), 'form', /^$/],
  ['a forgotten password', () => world().place('cleeng-login', { view: 'forgot' }), 'forgot', /^$/],
  [
    'a registration',
    () => world().place('cleeng-register', { switchable: '', names: 'optional' }),
    'form',
    /^I accept the|^Terms and Conditions$|^Send me news/,
  ],
  ['the questions', async () => (await newcomer()).place('cleeng-capture'), 'form', /\?$|^(Yes|No)$|^Tell me about matches/],
  ['a checkout', () => world().place('cleeng-checkout', OFFER), 'identify', TITLE],
  ['an order', () => atPayment(OFFER), 'review', /^Nordlicht Monthly$|^All shows, monthly$|^Order with obligation to pay$/],
  ['a paywall', () => world().place('cleeng-paywall', OFFER), 'signed-out', /^$/],
  ['a plan', async () => (await withViewer()).place('cleeng-plan'), 'plans', TITLE],
  ['an account', async () => (await withViewer()).place('cleeng-my-account', { section: 'plan' }), 'plan', TITLE],
  ['payment details', async () => (await withViewer()).place('cleeng-payment-details'), 'list', /^$/],
  ['purchases', async () => (await withViewer()).place('cleeng-transactions'), 'list', TITLE],
  ['a profile', async () => (await withViewer()).place('cleeng-profile'), 'profile', /^Germany$|\d{4}$|@example.com$|^I accept the terms$/],
];

describe('a pseudo-language', () => {
  for (const [name, place, view, theirs] of SHOWN) {
    it(`reaches every text of ${name}`, async () => {
      const element = await place();
      element.messages = PSEUDO;
      await shows(element, view);
      await until(() => [...spokenIn(element)].some((text) => text.includes('⟦')), 'a text');
      await element.updateComplete;
      const foreign = () => unmarked(element).filter((text) => !theirs.test(text));
      assert.deepEqual(foreign(), []);
      // Refused: nothing was typed.
      const form = all(element, 'form')[0] as HTMLFormElement | undefined;
      if (!form) return;
      form.requestSubmit();
      await until(() => all(element, '[aria-invalid=true]')[0], 'what is wrong');
      assert.deepEqual(foreign(), []);
      // What is wrong stands there when the words change again.
      element.messages = {};
      await until(() => ![...spokenIn(element)].some((text) => text.includes('⟦')), 'English');
      element.messages = PSEUDO;
      await until(() => [...spokenIn(element)].some((text) => text.includes('⟦')), 'a text');
      await element.updateComplete;
      assert.deepEqual(foreign(), []);
    });
  }

  it('reaches every text of the offers: what remains is in the catalogue', async () => {
    const offers = world().place('cleeng-offers');
    offers.messages = PSEUDO;
    await shows(offers, 'ready');
    const theirs = await (await fetch(`${API}/offers?publisherId=${PUBLISHER}&pageLimit=100`)).text();
    assert.deepEqual(
      unmarked(offers).filter((text) => !theirs.includes(text)),
      [],
    );
  });

  it('finds a text that is not from the messages', async () => {
    const login = world().place('cleeng-login');
    login.messages = PSEUDO;
    await shows(login, 'form');
    login.shadowRoot!.querySelector('h2')!.append(' and more');
    const paragraph = document.createElement('p');
    paragraph.textContent = 'Not translated';
    login.shadowRoot!.querySelector('section')!.append(paragraph);
    assert.deepEqual(unmarked(login), ['Not translated']);
  });
});
