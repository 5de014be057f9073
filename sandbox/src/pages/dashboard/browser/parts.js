// @ts-check
/* The parts that every page of the dashboard is made of. */
import { el, newId } from './dom.js';
import { TEXTS } from './texts.js';

/** What a page begins with; it takes the focus when the page comes. @param {string} text */
export const heading = (text) => el('h1', { tabindex: '-1' }, text);

/** @param {string} href @param {import('./dom.js').Content} content */
export const link = (href, content) => el('a', { href }, content);

/** Says how something ended. @returns {{node: HTMLElement, say(text: string): void, blame(error: unknown): void}} */
export function outcome() {
  const good = el('p', { role: 'status' });
  const bad = el('p', { role: 'alert', class: 'fault' });
  return {
    node: el('div', { class: 'outcome' }, good, bad),
    say(text) {
      good.textContent = text;
      bad.textContent = '';
    },
    blame(error) {
      good.textContent = '';
      bad.textContent = error instanceof Error ? error.message : String(error);
    },
  };
}

/**
 * A button that does one thing at a time. It keeps the focus while it is busy, and says how it ended.
 * @param {string} label
 * @param {() => Promise<string | void>} work what to say when it is done
 * @param {{told: ReturnType<typeof outcome>, primary?: boolean, about?: string, type?: string}} options
 */
export function action(label, work, { told, primary = false, about, type = 'button' }) {
  const button = el('button', { type, class: primary && 'primary', 'aria-label': about && `${label}: ${about}` }, label);
  const run = async () => {
    if (button.getAttribute('aria-disabled')) return;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = TEXTS.busy;
    told.say('');
    try {
      told.say((await work()) ?? '');
    } catch (error) {
      told.blame(error);
    } finally {
      button.removeAttribute('aria-disabled');
      button.textContent = label;
    }
  };
  if (type === 'button') button.addEventListener('click', run);
  return { node: button, run };
}

/**
 * A table that becomes a list of cards on a phone. Its roles are named, for a table that is not laid out as one loses them.
 * @param {string} caption
 * @param {readonly string[]} columns
 * @param {readonly (readonly import('./dom.js').Content[])[]} rows
 */
export function table(caption, columns, rows) {
  return el(
    'table',
    { role: 'table', class: 'list' },
    el('caption', { class: 'unseen' }, caption),
    el(
      'thead',
      { role: 'rowgroup' },
      el(
        'tr',
        { role: 'row' },
        columns.map((name) => el('th', { role: 'columnheader', scope: 'col' }, name)),
      ),
    ),
    el(
      'tbody',
      { role: 'rowgroup' },
      rows.map((cells) =>
        el(
          'tr',
          { role: 'row' },
          cells.map((cell, i) => el('td', { role: 'cell', 'data-label': columns[i] }, cell)),
        ),
      ),
    ),
  );
}

/** @param {string} text @param {import('./dom.js').Content} [next] what can be done about it */
export const empty = (text, next) => el('div', { class: 'card' }, el('p', {}, text), next);

/** @param {string} text */
export const tag = (text) => el('span', { class: 'tag' }, text);

/** Names with their values. @param {readonly (readonly [string, import('./dom.js').Content])[]} pairs */
export const facts = (pairs) =>
  el(
    'dl',
    {},
    pairs.map(([name, value]) => el('div', {}, el('dt', {}, name), el('dd', {}, value))),
  );

/**
 * Something to copy. @param {string} label @param {string} text
 */
export function copyable(label, text) {
  const told = outcome();
  const shown = el('pre', { class: 'copy', tabindex: '0', role: 'region', 'aria-label': label }, text);
  const copy = action(
    TEXTS.copy.button,
    async () => {
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        getSelection()?.selectAllChildren(shown);
        throw new Error(TEXTS.copy.failed);
      }
      return TEXTS.copy.done;
    },
    { told, about: label },
  );
  return el('div', {}, shown, el('div', { class: 'row' }, copy.node), told.node);
}

/**
 * Asks before something that cannot be undone. `more` are fields that belong to the answer.
 * @param {{title: string, text: string, yes: string, more?: import('./dom.js').Content, work: () => Promise<void>}} question
 */
export function confirmation({ title, text, yes, more, work }) {
  const id = newId();
  const told = outcome();
  const dialog = /** @type {HTMLDialogElement} */ (el('dialog', { 'aria-labelledby': id }));
  const done = action(
    yes,
    async () => {
      await work();
      dialog.close();
    },
    { told, primary: true, type: 'submit' },
  );
  const busy = () => done.node.hasAttribute('aria-disabled');
  const form = el(
    'form',
    {
      onsubmit(/** @type {Event} */ event) {
        event.preventDefault();
        void done.run();
      },
    },
    el('h2', { id }, title),
    el('p', {}, text),
    more,
    el('div', { class: 'row' }, done.node, el('button', { type: 'button', onclick: () => busy() || dialog.close() }, TEXTS.cancel)),
    told.node,
  );
  dialog.append(form);
  // While it is being done, nobody leaves without hearing how it ends.
  dialog.addEventListener('cancel', (event) => busy() && event.preventDefault());
  dialog.addEventListener('close', () => dialog.remove());
  document.querySelector('main')?.append(dialog);
  dialog.showModal();
}
