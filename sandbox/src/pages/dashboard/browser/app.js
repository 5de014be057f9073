// @ts-check
/* The dashboard: who is signed in, which page is shown, and the way between them. */
import { ask, Failure, SIGNED_OUT } from './api.js';
import { el } from './dom.js';
import { action, heading, outcome } from './parts.js';
import { NAVIGATION, PAGES } from './pages.js';
import { signInPage, signUpPage } from './sign-in.js';
import { TEXTS } from './texts.js';

/**
 * What a page is given.
 * @typedef {object} View
 * @property {{account: {id: number, email: string}, publisher: {id: number, name: string}}} session
 * @property {string[]} params the parts of the address that stand for something
 * @property {URLSearchParams} query
 * @property {(name: string) => void} renamed the publisher has another name
 * @property {(address: string, said?: string) => void} go to another page, saying there what has been done
 */

const root = /** @type {HTMLElement} */ (document.querySelector('[data-dashboard]'));
const told = outcome();
const held = el('div');
/** What is said stays where it is while pages come and go: else nobody who listens would hear it. */
const main = el('main', {}, told.node, held);
/** @type {View['session'] | undefined} */
let session;
/** Why somebody has to sign in. */
let why = '';
/** Counts what is shown: what comes late for a page that was left is dropped. */
let turn = 0;
/** What the page that comes next says first. */
let said = '';

const address = () => {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { path, query: new URLSearchParams(query) };
};

/** @param {string} to @param {string} [text] */
function go(to, text = '') {
  said = text;
  if (location.hash === to) void show();
  else location.hash = to;
}

/** @param {Node} page @param {boolean} [quietly] whether the focus stays where it is */
function put(page, quietly = false) {
  held.replaceChildren(page);
  const title = main.querySelector('h1');
  document.title = `${title?.textContent ?? TEXTS.title} · ${TEXTS.title} · Sandbox`;
  if (!quietly) title?.focus();
}

async function show(quietly = false) {
  const mine = ++turn;
  const { path, query } = address();
  for (const dialog of main.querySelectorAll('dialog')) dialog.remove();
  if (!session) {
    root.replaceChildren(main);
    told.say('');
    put(path === 'sign-up' ? signUpPage(enter) : signInPage(enter, why), quietly);
    return;
  }
  mark(path);
  told.say(said);
  said = '';
  held.replaceChildren(el('p', { class: 'quiet' }, TEXTS.loading));
  main.setAttribute('aria-busy', 'true');
  try {
    const page = await pageOf(path, { session, query, go, renamed });
    if (mine === turn) put(page, quietly);
  } catch (error) {
    if (mine === turn && session) put(failed(error), quietly);
  } finally {
    if (mine === turn) main.removeAttribute('aria-busy');
  }
}

/** @param {string} name */
function renamed(name) {
  if (!session || session.publisher.name === name) return;
  session.publisher.name = name;
  frame();
}

/** @param {string} path @param {Omit<View, 'params'>} view @returns {Promise<Node>} */
async function pageOf(path, view) {
  for (const [pattern, page] of PAGES) {
    const match = pattern.exec(path);
    if (match) return page({ ...view, params: match.slice(1) });
  }
  return el('div', {}, heading(TEXTS.noPage));
}

/** @param {unknown} error */
function failed(error) {
  const missing = error instanceof Failure && error.status === 404;
  const retry = el('button', { type: 'button', class: 'primary', onclick: () => void show() }, TEXTS.retry);
  return el(
    'div',
    {},
    heading(missing ? TEXTS.noPage : TEXTS.failed),
    el('p', { role: 'alert' }, error instanceof Error ? error.message : ''),
    retry,
  );
}

/** @param {any} signedIn */
function enter(signedIn) {
  session = signedIn;
  why = '';
  frame();
  if (address().path === 'sign-up') go('#/');
  else void show();
}

/** @param {string} text */
function leave(text) {
  session = undefined;
  why = text;
  void show();
}

/** The navigation, beside whatever is shown. */
function frame() {
  const end = outcome();
  const out = action(
    TEXTS.logOut,
    async () => {
      await ask('DELETE', '/sandbox/publisher/session');
      location.hash = '';
      leave('');
    },
    { told: end },
  );
  root.replaceChildren(
    el(
      'div',
      { class: 'dashboard' },
      el(
        'aside',
        { class: 'side', 'aria-label': TEXTS.account },
        el(
          'p',
          { class: 'who' },
          el('strong', {}, session?.publisher.name),
          el('br'),
          el('span', { class: 'quiet' }, session?.account.email),
        ),
        el(
          'nav',
          { 'aria-label': TEXTS.title },
          NAVIGATION.map(([path, label]) => el('a', { href: `#/${path}` }, label)),
        ),
        out.node,
        end.node,
      ),
      main,
    ),
  );
}

/** @param {string} path */
function mark(path) {
  const here = `#/${path.split('/')[0]}`;
  for (const anchor of root.querySelectorAll('.side nav a')) {
    if (anchor.getAttribute('href') === here) anchor.setAttribute('aria-current', 'page');
    else anchor.removeAttribute('aria-current');
  }
}

async function begin() {
  if (!root.hasAttribute('data-cookie')) return show(true);
  root.replaceChildren(main);
  held.replaceChildren(el('p', { class: 'quiet' }, TEXTS.loading));
  try {
    session = await ask('GET', '/sandbox/publisher/session');
    frame();
  } catch (error) {
    if (!(error instanceof Failure && error.status === 401)) {
      const retry = el('button', { type: 'button', class: 'primary', onclick: () => void begin() }, TEXTS.retry);
      put(
        el(
          'div',
          { class: 'narrow' },
          heading(TEXTS.failed),
          el('p', { role: 'alert' }, error instanceof Error ? error.message : ''),
          retry,
        ),
      );
      return;
    }
  }
  await show(true);
}

document.addEventListener(SIGNED_OUT, () => session && leave(TEXTS.signedOut));
addEventListener('hashchange', () => void show());
// In another tab somebody may have signed in for another publisher: nothing is changed there by mistake.
addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible' || !session) return;
  const { publisher } = session;
  ask('GET', '/sandbox/publisher/session').then(
    (now) => now.publisher.id !== publisher.id && location.reload(),
    (error) => error instanceof Failure && error.status === 401 && session && leave(TEXTS.signedOut),
  );
});
void begin();
