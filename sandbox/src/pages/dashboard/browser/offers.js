// @ts-check
/* What is sold: the list, a new offer, one offer with what to put on a page. */
import { ask, withQuery } from './api.js';
import { el } from './dom.js';
import { choice } from './fields.js';
import { form } from './forms.js';
import { moneyText } from './format.js';
import { bodyOf, offerFields } from './offer-form.js';
import { changesOf } from './changes.js';
import { copyable, empty, heading, link, table, tag } from './parts.js';
import { pager } from './pager.js';
import { TEXTS } from './texts.js';

const T = TEXTS.offers;
const PATH = '/3.1/offers';
const PAGE = 50;

/** @param {import('./app.js').View} view */
export async function offersPage({ query, go }) {
  const offerType = query.get('type') ?? '';
  const page = Number(query.get('page') ?? 1);
  const offers = await ask('GET', withQuery(PATH, { offerType, page, pageLimit: PAGE }));
  const to = (/** @type {Record<string, string | number | undefined>} */ change) => withQuery('#/offers', { type: offerType, ...change });
  return el(
    'div',
    {},
    el('div', { class: 'head' }, heading(T.title), el('a', { class: 'button', href: '#/offers/new' }, T.create)),
    form({
      label: T.filter,
      inline: true,
      fields: { type: choice({ label: T.type, value: offerType, options: [['', T.all], ...Object.entries(T.types)] }) },
      submit: TEXTS.show,
      save: async ({ type }) => go(to({ type })),
    }),
    offers.length === 0
      ? empty(offerType || page > 1 ? T.noneSuch : T.none)
      : table(
          T.title,
          T.columns,
          offers.map((/** @type {any} */ offer) => [
            link(`#/offers/${offer.id}`, offer.title),
            [T.types[offer.type], ' ', offer.freeTrial && tag(T.withTrial)],
            moneyText(offer.price.amount, offer.price.currency),
            el('code', {}, offer.longId),
            offer.active ? T.onSale : tag(T.offSale),
          ]),
        ),
    pager(page > 1 && to({ page: page - 1 }), offers.length === PAGE && to({ page: page + 1 })),
  );
}

/** @param {import('./app.js').View} view */
export const newOfferPage = async ({ go }) =>
  el(
    'div',
    {},
    heading(T.create),
    form({
      label: T.create,
      fields: offerFields(),
      submit: T.submitNew,
      save: async (values) => {
        const { id } = await ask('POST', PATH, bodyOf(values));
        go(`#/offers/${id}`, T.created);
      },
    }),
  );

/** @param {import('./app.js').View} view */
export async function offerPage({ params: [id], session, go }) {
  const offer = await ask('GET', `${PATH}/${id}`);
  const fields = offerFields(offer);
  const before = bodyOf(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.read()])));
  return el(
    'div',
    {},
    heading(offer.title),
    el('p', {}, T.types[offer.type], ' ', el('code', {}, offer.longId), ' ', !offer.active && tag(T.offSale)),
    el('h2', {}, T.snippet),
    el('p', {}, T.snippetText),
    copyable(T.snippet, snippetOf(session.publisher.id, offer.longId)),
    el('h2', {}, T.change),
    form({
      label: T.change,
      fields,
      submit: TEXTS.save,
      save: async (values) => {
        const { type: _, ...change } = changesOf(before, bodyOf(values));
        if (Object.keys(change).length === 0) return TEXTS.unchanged;
        await ask('PATCH', `${PATH}/${id}`, change);
        go(`#/offers/${id}`, T.changed);
      },
    }),
  );
}

/** @param {number} publisherId @param {string} offerId */
const snippetOf = (publisherId, offerId) => {
  const common = `publisher-id="${publisherId}" api-base="${location.origin}"`;
  return [
    '<script type="module" src="https://cdn.example.com/cleeng-elements/cleeng-elements.js"></script>',
    `<cleeng-login ${common}></cleeng-login>`,
    `<cleeng-checkout ${common} psp-base="${location.origin}" offer-id="${offerId}"></cleeng-checkout>`,
  ].join('\n');
};
