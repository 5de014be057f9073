// @ts-check
/* The keys of the publisher's server. */
import { ask } from './api.js';
import { el } from './dom.js';
import { text } from './fields.js';
import { form } from './forms.js';
import { timeText } from './format.js';
import { confirmation, copyable, empty, heading, outcome, table, tag } from './parts.js';
import { TEXTS } from './texts.js';

const T = TEXTS.keys;
const PATH = '/sandbox/publisher/api-keys';

export async function keysPage() {
  const { keys } = await ask('GET', PATH);
  const shown = el('div');
  const told = outcome();
  const lines = el('div');
  /** @param {typeof keys} now */
  const draw = (now) => lines.replaceChildren(now.length === 0 ? empty(T.none) : table(T.title, T.columns, now.map(row)));
  const refresh = async () => draw((await ask('GET', PATH)).keys);

  const row = (/** @type {typeof keys[number]} */ key) => [
    key.name,
    el('code', {}, `…${key.hint}`),
    timeText(key.createdAt),
    key.lastUsedAt === null ? T.never : timeText(key.lastUsedAt),
    key.revokedAt === null
      ? el('button', { type: 'button', 'aria-label': `${T.revoke}: ${key.name}`, onclick: () => askToRevoke(key) }, T.revoke)
      : tag(T.revoked(timeText(key.revokedAt))),
  ];

  /** @param {typeof keys[number]} key */
  const askToRevoke = (key) =>
    confirmation({
      title: T.revokeTitle(key.name),
      text: T.revokeText,
      yes: T.revoke,
      work: async () => {
        await ask('DELETE', `${PATH}/${key.id}`);
        told.say(T.isRevoked(key.name));
        shown.replaceChildren();
        await refresh().catch(told.blame);
      },
    });

  draw(keys);
  return el(
    'div',
    {},
    heading(T.title),
    el('p', {}, T.text, ' ', el('code', {}, 'X-Publisher-Token'), '.'),
    form({
      label: T.create,
      inline: true,
      fields: { name: text({ label: T.name, required: true, maxlength: 100 }) },
      submit: T.create,
      save: async (values, made) => {
        const { key, token } = await ask('POST', PATH, values);
        made.reset();
        shown.replaceChildren(
          el(
            'section',
            { class: 'card', 'aria-label': T.newKey(key.name) },
            el('h2', {}, T.newKey(key.name)),
            el('p', {}, T.once),
            copyable(T.token, token),
          ),
        );
        await refresh().catch(told.blame);
        return T.made;
      },
    }),
    shown,
    told.node,
    lines,
  );
}
