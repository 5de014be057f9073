// @ts-check
/* The publisher's customers, and all there is about one of them. */
import { ask, withQuery } from './api.js';
import { el } from './dom.js';
import { eventsTable } from './events.js';
import { text } from './fields.js';
import { form } from './forms.js';
import { moneyText, timeText } from './format.js';
import { pager } from './pager.js';
import { empty, facts, heading, link, table, tag } from './parts.js';
import { countryName } from './places.js';
import { PAGE, paymentsTable, transactionsTable } from './sales.js';
import { TEXTS } from './texts.js';

const T = TEXTS.customers;

/** @param {import('./app.js').View} view */
export async function customersPage({ query, go }) {
  const search = query.get('search') ?? '';
  const offset = Number(query.get('offset') ?? 0);
  const { items } = await ask('GET', withQuery('/3.1/customers', { search, offset, limit: PAGE }));
  const to = (/** @type {Record<string, string | number>} */ change) => withQuery('#/customers', { search, ...change });
  return el(
    'div',
    {},
    heading(T.title),
    form({
      label: T.search,
      inline: true,
      fields: { search: text({ label: T.who, type: 'search', value: search, maxlength: 100 }) },
      submit: T.search,
      save: async (values) => go(to(values)),
    }),
    items.length === 0
      ? empty(search ? T.noneFound(search) : T.none)
      : table(
          T.title,
          T.columns,
          items.map((/** @type {any} */ one) => [
            link(`#/customers/${one.id}`, one.email || one.id),
            `${one.firstName} ${one.lastName}`.trim(),
            countryName(one.country),
            one.regDate,
            one.id,
          ]),
        ),
    pager(offset > 0 && to({ offset: Math.max(0, offset - PAGE) }), items.length === PAGE && to({ offset: offset + PAGE })),
  );
}

/** @param {import('./app.js').View} view */
export async function customerPage({ params: [id], go }) {
  const [customer, held, payments, transactions, events] = await Promise.all([
    ask('GET', `/3.1/customers/${id}`),
    ask('GET', `/3.1/customers/${id}/subscriptions`),
    ask('GET', withQuery('/3.1/payments', { customerId: id, limit: PAGE })),
    ask('GET', withQuery('/3.1/transactions', { customerId: id, limit: PAGE })),
    ask('GET', withQuery('/sandbox/publisher/events', { customerId: id, limit: PAGE })),
  ]);
  return el(
    'div',
    {},
    heading(customer.email || T.title),
    facts([
      [T.id, el('code', {}, customer.id)],
      [T.name, `${customer.firstName} ${customer.lastName}`.trim() || T.unknown],
      [T.country, countryName(customer.country)],
      [T.externalId, customer.externalId || T.unknown],
      [T.registered, customer.regDate],
      [T.lastLogin, customer.lastLoginDate],
    ]),
    el('h2', {}, T.held),
    held.items.length === 0 ? empty(T.nothingHeld) : table(T.held, T.heldColumns, held.items.map(heldRow)),
    el('h2', {}, TEXTS.payments.title),
    paymentsTable(payments.items, () => go(location.hash, TEXTS.payments.refunded)),
    el('h2', {}, TEXTS.transactions.title),
    transactionsTable(transactions.items),
    el('h2', {}, TEXTS.events.title),
    eventsTable(events.items),
    [payments, transactions, events].some(({ items }) => items.length === PAGE) && el('p', { class: 'quiet' }, T.newest(PAGE)),
  );
}

const heldRow = (/** @type {any} */ one) => [
  one.offerTitle,
  [one.status, one.inTrial && [' ', tag(T.inTrial)], one.pause && [' ', tag(T.paused)], one.isExternallyManaged && [' ', tag(T.fromStore)]],
  timeText(one.startedAt),
  one.endedAt !== null ? timeText(one.endedAt) : one.expiresAt ? timeText(one.expiresAt) : T.forGood,
  one.nextPaymentAt ? `${moneyText(one.nextPaymentPrice, one.nextPaymentCurrency)}, ${timeText(one.nextPaymentAt)}` : '',
];
