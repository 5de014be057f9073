import { assert } from '@open-wc/testing';
import { ContextProvider } from '@lit/context';
import { configure, createScope, scopeContext } from '../../src/index.js';
import {
  API,
  control,
  describe,
  field,
  it,
  listen,
  MONTHLY,
  newcomerIn,
  PASSWORD,
  place,
  PUBLISHER,
  says,
  shows,
  type,
  until,
  world,
} from './page.js';

const ELEMENTS = ['cleeng-login', 'cleeng-register', 'cleeng-capture', 'cleeng-checkout', 'cleeng-my-account'] as const;
const attributesOf = (tag: string): Record<string, string> => (tag === 'cleeng-checkout' ? { 'offer-id': MONTHLY } : {});

/** What the console was told as an error meanwhile. */
async function errorsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const { error } = console;
  const told: string[] = [];
  console.error = (...args: unknown[]) => told.push(args.join(' '));
  try {
    await work();
  } finally {
    console.error = error;
  }
  return told;
}

for (const tag of ELEMENTS) {
  describe(`<${tag}>`, () => {
    it('says in a sentence what the publisher has to set, to the page and once to the console', async () => {
      const { place } = world({ publisherId: '' });
      const told = await errorsDuring(async () => {
        const element = place(tag, attributesOf(tag));
        await says(element, 'No publisher: set the publisher-id attribute, or call configure({ publisherId }).');
        element.requestUpdate();
        await element.updateComplete;
      });
      assert.deepEqual(told, [`<${tag}>: No publisher: set the publisher-id attribute, or call configure({ publisherId }).`]);
    });

    it('names a value it cannot take, and goes on once it is right', async () => {
      const element = world().place(tag, { ...attributesOf(tag), 'publisher-id': 'nordlicht', lang: 'en' });
      await errorsDuring(async () => {
        await says(element, 'publisher-id takes digits, not "nordlicht".');
        element.publisherId = PUBLISHER;
        element.apiBase = 'localhost';
        await says(element, 'api-base takes an absolute URL');
        element.apiBase = API;
      });
      await until(() => element.shadowRoot?.querySelector('h2'), 'its heading');
    });

    it('renders again when a property changes', async () => {
      const element = world().place(tag, attributesOf(tag));
      await until(() => element.shadowRoot?.querySelector('h2'), 'its heading');
      let renders = 0;
      const { requestUpdate } = element;
      element.requestUpdate = function (...args: Parameters<typeof requestUpdate>) {
        renders++;
        requestUpdate.apply(this, args);
      };
      element.supportUrl = 'https://help.example/';
      await element.updateComplete;
      assert.isAbove(renders, 0);
      element.setAttribute('support-url', 'https://other.example/');
      assert.strictEqual(element.supportUrl, 'https://other.example/');
    });

    it('works in a site’s closed shadow root', async () => {
      const { root } = world();
      const host = document.createElement('div');
      root.append(host);
      const element = place(host.attachShadow({ mode: 'closed' }), tag, attributesOf(tag));
      const heading = await until(() => element.shadowRoot?.querySelector('h2'), 'its heading');
      assert.notStrictEqual(heading.textContent.trim(), '');
      if (tag !== 'cleeng-capture') {
        const input = await field(element, 'email').catch(() => undefined);
        assert.strictEqual(input && getComputedStyle(input).boxSizing, 'border-box');
      }
    });

    it('keeps its place when a framework moves it', async () => {
      const { root, place: put } = world();
      const element = put(tag, attributesOf(tag));
      await until(() => element.shadowRoot?.querySelector('h2'), 'its heading');
      const before = element.querySelectorAll('.cleeng-region').length;
      const other = document.createElement('div');
      root.append(other);
      other.append(element);
      await element.updateComplete;
      assert.strictEqual(element.querySelectorAll('.cleeng-region').length, before);
    });
  });
}

describe('forms in the light DOM', () => {
  it('come back with what was typed when a site wipes its elements', async () => {
    const { place: put } = world();
    for (const tag of ['cleeng-login', 'cleeng-register', 'cleeng-checkout'] as const) {
      const element = put(tag, attributesOf(tag));
      const form = await type(element, { email: 'typed@example.org', password: PASSWORD });
      element.replaceChildren();
      await until(() => element.querySelector('form'), 'the form again');
      assert.strictEqual(element.querySelector('form'), form);
      assert.deepEqual([...new FormData(form).entries()].slice(0, 2), [
        ['email', 'typed@example.org'],
        ['password', PASSWORD],
      ]);
      element.remove();
    }
  });

  it('have ids of their own, however many there are', async () => {
    const { place: put } = world();
    for (const element of [put('cleeng-login'), put('cleeng-login'), put('cleeng-register')]) await field(element, 'email');
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    assert.strictEqual(new Set(ids).size, ids.length);
  });

  it('stand against a site’s own rules for bare elements', async () => {
    const hostile = new CSSStyleSheet();
    hostile.replaceSync('input { display: none; width: 1px } button { position: fixed; opacity: 0 } label { font-size: 0 }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, hostile];
    try {
      const login = world().place('cleeng-login');
      const input = await field(login, 'email');
      const button = await control(login, 'Log in');
      assert.notStrictEqual(getComputedStyle(input).display, 'none');
      assert.deepEqual([getComputedStyle(button).position, getComputedStyle(button).opacity], ['static', '1']);
      assert.isAbove(input.getBoundingClientRect().width, 100);
      assert.isAbove(parseFloat(getComputedStyle(input.labels![0]!).fontSize), 10);
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== hostile);
    }
  });
});

describe('the session', () => {
  const settings = { publisherId: PUBLISHER, apiBase: API, tokenStorage: 'memory' } as const;

  it('is one for all elements of a page, with no wrapper, and the page is told once', async () => {
    configure(settings);
    const changes = listen(document.documentElement, 'cleeng-session-change');
    const [login, account] = [place(document.body, 'cleeng-login'), place(document.body, 'cleeng-my-account')];
    await type(login, { email: 'viewer@example.com', password: PASSWORD });
    (await control(login, 'Log in')).click();
    await shows(account, 'overview');
    assert.deepEqual(
      changes.map(({ detail }) => detail.status),
      ['authenticated'],
    );
    (await control(account, 'Log out')).click();
    await shows(login, 'form');
    assert.deepEqual(
      changes.map(({ detail }) => detail.status),
      ['authenticated', 'anonymous'],
    );
    assert.notInclude(JSON.stringify(changes.map(({ detail }) => detail)), 'ey');
    login.remove();
    account.remove();
  });

  it('is another one below a nearer provider, and for another publisher', async () => {
    const [here, there] = [world(), world()];
    await newcomerIn(here);
    const [mine, theirs] = [here.place('cleeng-login'), there.place('cleeng-login')];
    await shows(mine, 'signed-in');
    await shows(theirs, 'form');
    const other = here.place('cleeng-login', { 'publisher-id': '1' });
    await shows(other, 'form');
  });

  it('does not change for elements at work when a provider comes later', async () => {
    const here = world();
    await newcomerIn(here);
    const login = here.place('cleeng-login');
    await shows(login, 'signed-in');
    new ContextProvider(here.root, { context: scopeContext, initialValue: createScope(settings) });
    login.requestUpdate();
    await login.updateComplete;
    assert.strictEqual(login.view, 'signed-in');
  });

  it('survives a reload where tokens are kept, and only there', async () => {
    for (const [tokenStorage, kept] of [
      ['local', true],
      ['session', true],
      ['memory', false],
    ] as const) {
      await newcomerIn(world({ tokenStorage }));
      const login = world({ tokenStorage }).place('cleeng-login');
      await shows(login, kept ? 'signed-in' : 'form');
      localStorage.clear();
      sessionStorage.clear();
    }
  });
});
