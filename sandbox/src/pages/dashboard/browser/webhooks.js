// @ts-check
/* Where the publisher's server hears of what happens. */
import { ask } from './api.js';
import { el } from './dom.js';
import { check, choice, number, text } from './fields.js';
import { form } from './forms.js';
import { confirmation, copyable, empty, facts, heading, link } from './parts.js';
import { TEXTS } from './texts.js';
import { topicOptions, topicText } from './topics.js';

const T = TEXTS.webhooks;
const PATH = '/3.1/webhook_subscriptions';
const DISORDER = '/sandbox/webhooks/disorder';

/** @param {import('./app.js').View} view */
export async function webhooksPage({ go }) {
  const [{ items }, disorder] = await Promise.all([ask('GET', PATH), ask('GET', DISORDER)]);
  return el(
    'div',
    {},
    heading(T.title),
    el('p', {}, T.text, ' ', link('#/deliveries', T.toDeliveries)),
    items.length === 0 ? empty(T.none) : items.map((/** @type {any} */ one) => card(one, go)),
    el('h2', {}, T.add),
    form({
      label: T.add,
      fields: {
        topic: choice({ label: T.topic, value: 'transactionCreated', options: topicOptions() }),
        url: text({ label: T.url, hint: T.urlHint, type: 'url', required: true, maxlength: 1000 }),
        maxAttempts: number({ label: T.attempts, hint: T.attemptsHint, value: 6, required: true, min: 1, max: 20 }),
      },
      submit: T.submit,
      save: async ({ topic, url, maxAttempts }) => {
        await replace(topic, (endpoints) => [...endpoints, { url, retryPolicy: maxAttempts > 1 ? { maxAttempts } : null }]);
        go('#/webhooks', T.added);
      },
    }),
    el('h2', {}, T.disorder),
    form({
      label: T.disorder,
      fields: {
        duplicates: check({ label: T.duplicates, value: disorder.duplicates }),
        reordering: check({ label: T.reordering, value: disorder.reordering }),
      },
      submit: TEXTS.save,
      save: async (values) => {
        await ask('PUT', DISORDER, values);
        return T.disorderSaved;
      },
    }),
  );
}

/** @param {any} endpoint @param {import('./app.js').View['go']} go */
const card = ({ id, topic, url, secret, retryPolicy }, go) =>
  el(
    'section',
    { class: 'card', 'aria-label': T.endpoint(topicText(topic), url) },
    el('h2', {}, topicText(topic)),
    facts([
      [T.url, el('code', {}, url)],
      [T.topic, el('code', {}, topic)],
      [T.attempts, retryPolicy?.maxAttempts ?? 1],
    ]),
    el('details', {}, el('summary', {}, T.secret), copyable(T.secretOf(url), secret)),
    el(
      'button',
      { type: 'button', 'aria-label': `${TEXTS.remove}: ${T.endpoint(topicText(topic), url)}`, onclick: () => drop(id, topic, url, go) },
      TEXTS.remove,
    ),
  );

/** @param {number} id @param {string} topic @param {string} url @param {import('./app.js').View['go']} go */
const drop = (id, topic, url, go) =>
  confirmation({
    title: T.removeTitle,
    text: T.removeText(topicText(topic), url),
    yes: TEXTS.remove,
    work: async () => {
      await replace(topic, (endpoints) => endpoints.filter((one) => one.id !== id));
      go('#/webhooks', T.removed);
    },
  });

/**
 * The endpoints of a topic are sent as a whole: as they are now, but for one.
 * @param {string} topic @param {(endpoints: any[]) => any[]} change
 */
async function replace(topic, change) {
  const { items } = await ask('GET', PATH);
  const endpoints = change(items.filter((/** @type {any} */ one) => one.topic === topic));
  await ask('PUT', `${PATH}/${topic}`, {
    endpoints: endpoints.map(({ url, paymentMethodId = null, retryPolicy }) => ({ url, paymentMethodId, retryPolicy })),
  });
}
