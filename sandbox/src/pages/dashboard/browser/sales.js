// @ts-check
/* Money: what was paid, what was given back, and giving it back. */
import { ask, withQuery } from './api.js';
import { el } from './dom.js';
import { choice, number, text } from './fields.js';
import { form } from './forms.js';
import { moneyText, timeText } from './format.js';
import { pager } from './pager.js';
import { confirmation, empty, heading, link, table, tag } from './parts.js';
import { TEXTS } from './texts.js';

const T = TEXTS.payments;
export const PAGE = 50;

/** @param {import('./app.js').View} view */
export async function paymentsPage({ query, go }) {
  const status = query.get('status') ?? '';
  const offset = Number(query.get('offset') ?? 0);
  const { items } = await ask('GET', withQuery('/3.1/payments', { status, offset, limit: PAGE }));
  const to = (/** @type {Record<string, string | number | undefined>} */ change) => withQuery('#/payments', { status, ...change });
  return el(
    'div',
    {},
    heading(T.title),
    form({
      label: T.filter,
      inline: true,
      fields: { status: choice({ label: T.status, value: status, options: [['', T.all], ...Object.entries(T.states)] }) },
      submit: TEXTS.show,
      save: async (values) => go(to({ status: values.status })),
    }),
    paymentsTable(items, () => go(location.hash, T.refunded)),
    pager(offset > 0 && to({ offset: Math.max(0, offset - PAGE) }), items.length === PAGE && to({ offset: offset + PAGE })),
  );
}

/** @param {any[]} payments @param {() => void} afterRefund */
export const paymentsTable = (payments, afterRefund) =>
  payments.length === 0
    ? empty(T.none)
    : table(
        T.title,
        T.columns,
        payments.map((payment) => [
          timeText(payment.createdAt),
          link(`#/customers/${payment.customerId}`, payment.customerId),
          moneyText(payment.totalAmount, payment.currency),
          payment.paymentMethod,
          statusOf(payment),
          leftOf(payment) > 0 && refundButton(payment, afterRefund),
        ]),
      );

const statusOf = (/** @type {any} */ { status, refundedAmount, currency, rejectedReason }) => [
  T.states[status] ?? status,
  rejectedReason && `: ${rejectedReason}`,
  status !== 'refunded' && refundedAmount > 0 && [' ', tag(T.partly(moneyText(refundedAmount, currency)))],
];

const leftOf = (/** @type {any} */ { status, totalAmount, refundedAmount }) =>
  status === 'captured' ? Math.round((totalAmount - refundedAmount) * 1000) / 1000 : 0;

/** @param {any} payment @param {() => void} done */
function refundButton(payment, done) {
  const left = leftOf(payment);
  const sum = moneyText(left, payment.currency);
  const open = () => {
    const amount = number({ label: T.amount(payment.currency), hint: T.amountHint, min: 0, max: left, step: 'any' });
    const reason = text({ label: T.reason, maxlength: 500 });
    const access = choice({ label: T.access, options: Object.entries(T.accesses) });
    confirmation({
      title: T.refundTitle(payment.id),
      text: T.refundText(sum),
      yes: T.refund,
      more: [amount.node, reason.node, access.node],
      work: async () => {
        await ask('PATCH', `/3.1/payments/${payment.id}`, {
          status: 'refunded',
          refundedAmount: amount.read(),
          refundedReason: reason.read() || undefined,
          endAccess: access.read() === '' ? undefined : access.read() === 'end',
        });
        done();
      },
    });
  };
  return el('button', { type: 'button', 'aria-label': T.refundOf(sum, payment.id), onclick: open }, T.refund);
}

/** @param {import('./app.js').View} view */
export async function transactionsPage({ query }) {
  const offset = Number(query.get('offset') ?? 0);
  const { items } = await ask('GET', withQuery('/3.1/transactions', { offset, limit: PAGE }));
  const to = (/** @type {number} */ from) => withQuery('#/transactions', { offset: from });
  return el(
    'div',
    {},
    heading(TEXTS.transactions.title),
    transactionsTable(items),
    pager(offset > 0 && to(Math.max(0, offset - PAGE)), items.length === PAGE && to(offset + PAGE)),
  );
}

/** @param {any[]} transactions */
export const transactionsTable = (transactions) =>
  transactions.length === 0
    ? empty(TEXTS.transactions.none)
    : table(
        TEXTS.transactions.title,
        TEXTS.transactions.columns,
        transactions.map((one) => [
          timeText(one.transactionDate),
          one.transactionId,
          link(`#/customers/${one.customerId}`, el('span', { class: 'long' }, one.customerEmail || one.customerId)),
          one.offerTitle,
          moneyText(Number(one.transactionPriceInclTax), one.transactionCurrency),
          one.couponCode ?? '',
        ]),
      );
