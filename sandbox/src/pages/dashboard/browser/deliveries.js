// @ts-check
/* What was sent to the publisher's server, and how it went. */
import { ask, withQuery } from './api.js';
import { el } from './dom.js';
import { choice } from './fields.js';
import { form } from './forms.js';
import { timeText } from './format.js';
import { pager } from './pager.js';
import { action, copyable, empty, facts, heading, link, outcome, table } from './parts.js';
import { TEXTS } from './texts.js';
import { topicOptions, topicText } from './topics.js';

const T = TEXTS.deliveries;
const PATH = '/sandbox/webhooks/deliveries';
const PAGE = 50;

/** @param {import('./app.js').View} view */
export async function deliveriesPage({ query, go }) {
  const topic = query.get('topic') ?? '';
  const status = query.get('status') ?? '';
  const offset = Number(query.get('offset') ?? 0);
  const { items } = await ask('GET', withQuery(PATH, { topic, status, offset, limit: PAGE }));
  const to = (/** @type {Record<string, string | number | undefined>} */ change) => withQuery('#/deliveries', { topic, status, ...change });
  return el(
    'div',
    {},
    heading(T.title),
    form({
      label: T.filter,
      inline: true,
      fields: {
        topic: choice({ label: T.topic, value: topic, options: [['', T.all], ...topicOptions()] }),
        status: choice({ label: T.status, value: status, options: [['', T.all], ...Object.entries(T.states)] }),
      },
      submit: TEXTS.show,
      save: async (values) => go(to(values)),
    }),
    items.length === 0
      ? empty(T.none)
      : table(
          T.title,
          T.columns,
          items.map((/** @type {any} */ one) => [
            link(`#/deliveries/${one.id}`, `${topicText(one.topic)}, ${one.id}`),
            timeText(one.createdAt),
            el('code', {}, one.url),
            T.states[one.status],
            T.of(one.attempts, one.maxAttempts),
          ]),
        ),
    pager(offset > 0 && to({ offset: Math.max(0, offset - PAGE) }), items.length === PAGE && to({ offset: offset + PAGE })),
  );
}

/** @param {import('./app.js').View} view */
export async function deliveryPage({ params: [id], go }) {
  const delivery = await ask('GET', `${PATH}/${id}`);
  const told = outcome();
  const resend = action(
    T.resend,
    async () => {
      await ask('POST', `${PATH}/${id}/resend`);
      go(`#/deliveries/${id}`, T.resent);
    },
    { told, primary: true },
  );
  return el(
    'div',
    {},
    heading(`${topicText(delivery.topic)}, ${delivery.id}`),
    facts([
      [T.to, el('code', {}, delivery.url)],
      [T.status, T.states[delivery.status]],
      [T.attempts, T.of(delivery.attempts, delivery.maxAttempts)],
      [T.nextAttempt, delivery.nextAttemptAt === null ? T.noNext : timeText(delivery.nextAttemptAt)],
    ]),
    el('div', { class: 'row' }, resend.node, el('button', { type: 'button', onclick: () => go(`#/deliveries/${id}`) }, T.look)),
    told.node,
    el('h2', {}, T.attempts),
    delivery.attemptList.length === 0
      ? empty(T.noAttempt)
      : table(
          T.attempts,
          T.attemptColumns,
          delivery.attemptList.map((/** @type {any} */ one) => [timeText(one.at), one.status ?? one.error, one.answer, T.ms(one.ms)]),
        ),
    delivery.body !== null && [el('h2', {}, T.body), copyable(T.body, pretty(delivery.body))],
  );
}

/** @param {string} body */
function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), undefined, 2);
  } catch {
    return body;
  }
}
