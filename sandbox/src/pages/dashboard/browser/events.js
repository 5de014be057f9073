// @ts-check
/* What happened at the publisher. */
import { ask, withQuery } from './api.js';
import { el } from './dom.js';
import { choice } from './fields.js';
import { form } from './forms.js';
import { minorText, timeText } from './format.js';
import { pager } from './pager.js';
import { empty, heading, link, table } from './parts.js';
import { TEXTS } from './texts.js';
import { topicOptions, topicText } from './topics.js';

const T = TEXTS.events;
const PAGE = 100;

/** @param {import('./app.js').View} view */
export async function eventsPage({ query, go }) {
  const type = query.get('type') ?? '';
  const before = query.get('before') ?? '';
  const { items } = await ask('GET', withQuery('/sandbox/publisher/events', { type, before, limit: PAGE }));
  const to = (/** @type {Record<string, string | number | undefined>} */ change) => withQuery('#/events', { type, ...change });
  return el(
    'div',
    {},
    heading(T.title),
    form({
      label: T.filter,
      inline: true,
      fields: { type: choice({ label: T.type, value: type, options: [['', T.all], ...topicOptions()] }) },
      submit: TEXTS.show,
      save: async (values) => go(to({ type: values.type })),
    }),
    eventsTable(items),
    pager(before !== '' && to({}), items.length === PAGE && to({ before: items.at(-1).id })),
  );
}

/** @param {any[]} events */
export const eventsTable = (events) =>
  events.length === 0
    ? empty(T.none)
    : table(
        T.title,
        T.columns,
        events.map((event) => [
          timeText(event.at),
          topicText(event.type),
          event.customerId !== null && link(`#/customers/${event.customerId}`, event.customerId),
          event.offerId && el('code', {}, event.offerId),
          event.amount !== null && event.currency ? minorText(event.amount, event.currency) : '',
        ]),
      );
