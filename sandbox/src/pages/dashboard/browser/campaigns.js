// @ts-check
/* Coupons: campaigns with their codes. */
import { ask } from './api.js';
import { changesOf } from './changes.js';
import { el } from './dom.js';
import { check, choice, moment, number, readAll, several, text, words } from './fields.js';
import { form } from './forms.js';
import { timeText } from './format.js';
import { empty, heading, link, table, tag } from './parts.js';
import { TEXTS } from './texts.js';

const T = TEXTS.campaigns;
const PATH = '/3.1/campaigns';
/** As many periods as there are. */
const ENDLESS = 999;

const listCampaigns = async () => (await ask('GET', PATH)).items;
const percent = (/** @type {number} */ discount) => Math.round(discount * 10_000) / 100;

export async function campaignsPage() {
  const campaigns = await listCampaigns();
  return el(
    'div',
    {},
    el('div', { class: 'head' }, heading(T.title), el('a', { class: 'button', href: '#/coupons/new' }, T.create)),
    campaigns.length === 0
      ? empty(T.none)
      : table(
          T.title,
          T.columns,
          campaigns.map((/** @type {any} */ campaign) => [
            link(`#/coupons/${campaign.id}`, campaign.name),
            `${percent(campaign.discount)} %`,
            codesText(campaign.couponCodes),
            campaign.expirationDate === null ? T.endless : timeText(campaign.expirationDate),
            campaign.status === 'active' ? T.states.active : tag(T.states[campaign.status]),
          ]),
        ),
  );
}

const SHOWN = 5;
const codesText = (/** @type {string[]} */ codes) =>
  codes.slice(0, SHOWN).join(', ') + (codes.length > SHOWN ? T.more(codes.length - SHOWN) : '');

/** @param {import('./app.js').View} view */
export async function newCampaignPage({ go }) {
  const offers = await ask('GET', '/3.1/offers?pageLimit=1000');
  return el(
    'div',
    {},
    heading(T.create),
    form({
      label: T.create,
      fields: fieldsOf(offers),
      submit: T.submitNew,
      save: async (values) => {
        await ask('POST', PATH, bodyOf(values));
        go('#/coupons', T.created);
      },
    }),
  );
}

/** @param {import('./app.js').View} view */
export async function campaignPage({ params: [id], go }) {
  const [offers, campaigns] = await Promise.all([ask('GET', '/3.1/offers?pageLimit=1000'), listCampaigns()]);
  const campaign = campaigns.find((/** @type {any} */ one) => String(one.id) === id);
  if (!campaign) return el('div', {}, heading(TEXTS.noPage));
  const fields = fieldsOf(offers, campaign);
  const before = bodyOf(readAll(fields));
  return el(
    'div',
    {},
    heading(campaign.name),
    el(
      'p',
      {},
      T.codes,
      ' ',
      campaign.couponCodes.map((/** @type {string} */ code) => [el('code', {}, code), ' ']),
    ),
    form({
      label: campaign.name,
      fields,
      submit: TEXTS.save,
      save: async (values) => {
        const change = changesOf(before, bodyOf(values));
        if (Object.keys(change).length === 0) return TEXTS.unchanged;
        await ask('PATCH', `${PATH}/${id}`, change);
        go(`#/coupons/${id}`, T.changed);
      },
    }),
  );
}

/** @param {any[]} offers @param {any} [campaign] */
const fieldsOf = (offers, campaign) => ({
  name: text({ label: T.name, value: campaign?.name, required: true, maxlength: 100 }),
  discount: number({ label: T.discount, value: campaign && percent(campaign.discount), required: true, min: 1, max: 100, step: 0.01 }),
  couponCodes: words({ label: campaign ? T.addCodes : T.codes, hint: T.codesHint, required: !campaign }),
  ...(campaign ? { active: check({ label: T.active, value: campaign.status !== 'deactivated' }) } : {}),
  usagePerCoupon: number({
    label: T.usagePerCoupon,
    hint: T.unlimited,
    value: campaign && campaign.usagePerCoupon !== 'unlimited' ? Number(campaign.usagePerCoupon) : null,
    min: 1,
    max: 9_999_999,
  }),
  maxUsages: number({ label: T.maxUsages, hint: T.unlimited, value: campaign?.maxUsages, min: 1 }),
  paymentType: choice({ label: T.paymentType, value: campaign?.paymentType, options: Object.entries(T.paymentTypes) }),
  periods: number({
    label: T.periods,
    hint: T.periodsHint,
    value: campaign ? (campaign.numberOfAppliedPeriods === ENDLESS ? null : campaign.numberOfAppliedPeriods) : 1,
    min: 1,
    max: ENDLESS - 1,
  }),
  firstPeriod: check({ label: T.firstPeriod, value: campaign?.applicableOnFirstPeriod ?? true }),
  paymentDetailsRequired: check({ label: T.paymentDetails, value: campaign?.paymentDetailsRequired ?? true }),
  expirationDate: moment({ label: T.expires, value: campaign?.expirationDate }),
  offerTypes: several({
    legend: T.offerTypes,
    hint: T.everything,
    options: Object.entries(TEXTS.offers.types),
    value: campaign?.offerTypes ?? [],
  }),
  offers: several({
    legend: T.offers,
    hint: T.everything,
    options: offerOptions(offers, campaign?.offers ?? []),
    value: campaign?.offers ?? [],
  }),
  tags: words({ label: T.tags, hint: T.everything, value: campaign?.tags.join(' ') }),
});

/** The offers, and what the campaign names beside them: an offer of one country. @param {any[]} offers @param {string[]} named @returns {[string, string][]} */
const offerOptions = (offers, named) => {
  /** @type {[string, string][]} */
  const known = offers.map(({ id, title }) => [id, `${title} (${id})`]);
  return [
    ...known,
    .../** @type {[string, string][]} */ (named.filter((id) => !known.some(([other]) => other === id)).map((id) => [id, id])),
  ];
};

const bodyOf = (
  /** @type {any} */ { discount, couponCodes, active, usagePerCoupon, maxUsages, periods, firstPeriod, expirationDate, ...same },
) => ({
  ...same,
  discount: discount / 100,
  ...(couponCodes.length > 0 ? { couponCodes } : {}),
  ...(active === undefined ? {} : { status: active ? 'active' : 'deactivated' }),
  usagePerCoupon: usagePerCoupon === undefined ? 'unlimited' : String(usagePerCoupon),
  maxUsages: maxUsages ?? null,
  numberOfAppliedPeriods: periods ?? ENDLESS,
  applicableOnFirstPeriod: firstPeriod,
  expirationDate: expirationDate ?? null,
});
