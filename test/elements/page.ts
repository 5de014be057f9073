import { ContextProvider } from '@lit/context';
import { assert } from '@open-wc/testing';
import { resolveConfig } from '../../src/config.js';
import { kitOf } from '../../src/controllers/kit.js';
import { createScope, scopeContext, type KitConfig, type Scope } from '../../src/index.js';
import '../../src/define.js';
import { answer, forgetNetwork, give, passThrough } from './network.js';

declare global {
  interface Window {
    /** Where the test runner's sandbox is. */
    SANDBOX_URL: string;
  }
}

interface Mocha {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => Promise<void> | void): void;
  afterEach(body: () => void): void;
}

export const { describe } = globalThis as unknown as Mocha;
const mocha = globalThis as unknown as Mocha;

/**
 * A test. An assertion that fails about a node says so in its message alone: taken apart to be printed, a node leads to the whole page, and
 * the runner never comes back from there.
 */
export function it(name: string, body: () => Promise<void> | void): void {
  mocha.it(name, async () => {
    try {
      await body();
    } catch (error) {
      const { actual, expected } = error as { actual?: unknown; expected?: unknown };
      if ([actual, expected].flat().some((value) => value instanceof Node)) Object.assign(error as object, { actual: '', expected: '' });
      throw error;
    }
  });
}

export const API = window.SANDBOX_URL;
export const PUBLISHER = '204118605';
export const PASSWORD = 'Password1';
export const MONTHLY = 'S274093615_DE';

/** A part of the page with a session of its own, as a publisher makes one with a provider around it. */
export interface World {
  readonly root: HTMLElement;
  readonly scope: Scope;
  /** An element in it, as an integrator places one. */
  place<T extends keyof HTMLElementTagNameMap>(tag: T, attributes?: Record<string, string>): HTMLElementTagNameMap[T];
}

const worlds: HTMLElement[] = [];

export function world(config: KitConfig = {}): World {
  const root = document.createElement('main');
  const scope = createScope({ publisherId: PUBLISHER, apiBase: API, pspBase: API, tokenStorage: 'memory', ...config });
  new ContextProvider(root, { context: scopeContext, initialValue: scope });
  document.body.append(root);
  worlds.push(root);
  return { root, scope, place: (tag, attributes) => place(root, tag, attributes) };
}

/** An element anywhere. */
export function place<T extends keyof HTMLElementTagNameMap>(
  parent: ParentNode,
  tag: T,
  attributes: Record<string, string> = {},
): HTMLElementTagNameMap[T] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.append(element);
  return element;
}

mocha.afterEach(() => {
  for (const root of worlds.splice(0)) root.remove();
  forgetNetwork();
  sessionStorage.clear();
  localStorage.clear();
});

let people = 0;
export const newEmail = () => `element-${Date.now()}-${Math.random().toString(36).slice(2)}-${people++}@example.org`;

interface Tokens {
  jwt: string;
  refreshToken: string;
}

const post = async (path: string, body: object): Promise<Tokens> => {
  const response = await passThrough(API + path, { method: 'POST', body: JSON.stringify(body) });
  return ((await response.json()) as { responseData: Tokens }).responseData;
};

/** Somebody who has registered elsewhere, signed in in a world. */
export async function newcomerIn({ scope }: World): Promise<string> {
  const email = newEmail();
  const place = { locale: 'de_DE', country: 'DE', currency: 'EUR' };
  signIn(scope, await post('/customers', { email, password: PASSWORD, publisherId: PUBLISHER, ...place }));
  return email;
}

/** One of the sandbox's own people by the name in their address: `viewer` has a plan, `fresh` has none; both have answered the questions. */
export async function personaIn({ scope }: World, name: string): Promise<void> {
  signIn(scope, await post('/auths', { email: `${name}@example.com`, password: PASSWORD, publisherId: PUBLISHER }));
}

function signIn(scope: Scope, tokens: Tokens): void {
  kitOf(scope, resolveConfig(scope.config.state)).session.signIn(tokens);
}

/** Somebody new, who has answered the publisher's questions and agreed to its terms, before an offer. */
export async function atPayment(attributes: Record<string, string>) {
  const here = world();
  await newcomerIn(here);
  answer('GET', /\/capture\/status$/, give({ isCaptureEnabled: false, shouldCaptureBeDisplayed: false, settings: [] }));
  answer('GET', /\/customers\/\d+\/consents$/, give({ consents: [] }));
  return here.place('cleeng-checkout', { lang: 'en', ...attributes });
}

/** Waits for something a viewer or integrator would wait for, frame by frame. */
export async function until<T>(look: () => T | undefined | null | false, what: string): Promise<T> {
  const end = performance.now() + 8000;
  for (;;) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Waits until an element shows a view. */
export const shows = (element: HTMLElement & { view: string }, view: string): Promise<unknown> =>
  until(() => element.view === view, `${element.localName} to show ${view}, not ${element.view}`).catch(() => {
    throw new Error(`${element.localName} shows ${element.view}, not ${view}`);
  });

/** Every element below, in open shadow roots too. */
function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* deep(element.shadowRoot);
  }
  if (root instanceof Element && root.shadowRoot) yield* deep(root.shadowRoot);
}

export const all = (root: ParentNode, selector: string): HTMLElement[] =>
  [...deep(root)].filter((element) => element.matches(selector)) as HTMLElement[];

/** A button or link that can be seen, by what it says. */
export const control = (root: ParentNode, label: string): Promise<HTMLElement> =>
  until(
    () => all(root, 'button, a').find((element) => element.textContent.trim() === label && element.checkVisibility()),
    `a control “${label}”`,
  );

/** What can be read in an element: its frame, with what is slotted into it. */
export function textIn(node: Node): string {
  if (node instanceof HTMLSlotElement) {
    const assigned = node.assignedNodes({ flatten: true });
    return (assigned.length ? assigned : [...node.childNodes]).map(textIn).join('');
  }
  if (node instanceof Text) return node.data.replace(/\s+/g, ' ');
  if (node instanceof HTMLStyleElement) return '';
  const children = node instanceof Element && node.shadowRoot ? node.shadowRoot.childNodes : node.childNodes;
  return [...children].map(textIn).join(' ');
}

export const says = (element: HTMLElement, text: string): Promise<unknown> =>
  until(() => textIn(element).replace(/\s+/g, ' ').includes(text), `“${text}”`);

/** The named control of an element's form. */
export const field = (element: HTMLElement, name: string): Promise<HTMLInputElement> =>
  until(() => all(element, `[name="${name}"]`)[0] as HTMLInputElement | undefined, `a field ${name}`);

/** Types into fields, as far as a page can: values and their events. */
export async function type(element: HTMLElement, values: Record<string, string | boolean>): Promise<HTMLFormElement> {
  for (const [name, value] of Object.entries(values)) {
    const input = await field(element, name);
    if (typeof value === 'boolean') input.checked = value;
    else input.value = value;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return until(() => all(element, 'form')[0] as HTMLFormElement | undefined, 'a form');
}

/** Two clicks faster than anything can answer. */
export function doubleClick(button: HTMLElement): void {
  button.click();
  button.click();
}

/** The events of these names that come by, in their order. */
export function listen<K extends keyof GlobalEventHandlersEventMap>(target: EventTarget, ...names: K[]): GlobalEventHandlersEventMap[K][] {
  const heard: GlobalEventHandlersEventMap[K][] = [];
  for (const name of names) target.addEventListener(name, (event) => heard.push(event as GlobalEventHandlersEventMap[K]));
  return heard;
}

/** Nothing in an event gives a session away. */
export function expectNoTokens(events: readonly Event[]): void {
  for (const event of events) {
    assert.notMatch(
      JSON.stringify((event as CustomEvent<unknown>).detail ?? null),
      /ey[\w-]+\.[\w-]+\.|refreshToken|[\da-f]{8}-[\da-f]{4}-/,
    );
  }
}
