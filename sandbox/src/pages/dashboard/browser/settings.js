// @ts-check
/* What a publisher sets, one part at a time: each is saved by itself. */
import { ask } from './api.js';
import { changesOf } from './changes.js';
import { el } from './dom.js';
import { readAll } from './fields.js';
import { form } from './forms.js';
import { heading } from './parts.js';
import { SECTIONS } from './settings-fields.js';
import { TEXTS } from './texts.js';

const T = TEXTS.settings;
const PATH = '/sandbox/publisher/settings';

/** @param {import('./app.js').View} view */
export async function settingsPage({ params: [name = 'general'], go, renamed }) {
  const section = SECTIONS[name];
  if (!section) return el('div', {}, heading(TEXTS.noPage));
  const [settings, offers] = await Promise.all([ask('GET', PATH), ask('GET', '/3.1/offers?pageLimit=1000')]);
  const fields = section.fields(settings, offers);
  const before = section.body(readAll(fields));
  return el(
    'div',
    {},
    heading(`${T.title}: ${T.sections[name]}`),
    el(
      'nav',
      { class: 'sections', 'aria-label': T.title },
      Object.keys(SECTIONS).map((one) =>
        el('a', { href: one === 'general' ? '#/settings' : `#/settings/${one}`, 'aria-current': one === name && 'page' }, T.sections[one]),
      ),
    ),
    el('p', {}, T.says[name]),
    form({
      label: T.sections[name],
      fields,
      submit: TEXTS.save,
      save: async (values) => {
        const change = changesOf(before, section.body(values));
        if (Object.keys(change).length === 0) return TEXTS.unchanged;
        const now = await ask('PUT', PATH, change);
        renamed(now.name);
        go(location.hash, T.saved);
      },
    }),
  );
}
