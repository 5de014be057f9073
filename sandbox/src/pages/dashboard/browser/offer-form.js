// @ts-check
/* The fields of an offer, and what they come to. */
import { check, choice, either, group, list, longText, moment, number, text, words } from './fields.js';
import { countryName, countryOptions, currencyOptions } from './places.js';
import { TEXTS } from './texts.js';

const T = TEXTS.offerForm;

/** @param {any} [offer] as the platform shows it */
export function offerFields(offer) {
  const [, country] = offer?.longId.split('_') ?? [];
  return {
    main: place(T.main, offer && { ...offer, countryCode: country }),
    ...(offer ? knownTerms(offer) : { terms: newKind() }),
    ...(offer ? { active: check({ label: T.active, value: offer.active }) } : {}),
    localizations: list({
      legend: T.localizations,
      none: T.noLocalizations,
      add: T.addLocalization,
      max: 100,
      values: offer?.localizations ?? [],
      item: (/** @type {any} */ value) => place(value ? countryName(value.countryCode) : T.localization, value),
    }),
    geo: geo(offer?.geoRestriction[0]),
    more: group(T.more, {
      imageUrl: text({ label: T.imageUrl, type: 'url', value: offer?.imageUrl, maxlength: 1000 }),
      tags: words({ label: T.tags, hint: T.tagsHint, value: offer?.tags.join(' ') }),
      sessionsLimit: number({ label: T.sessionsLimit, value: offer?.sessionsLimit, min: 1, max: 100 }),
      apple: text({ label: T.apple, value: offer?.appStoreProductIds.apple, maxlength: 200 }),
      android: text({ label: T.android, value: offer?.appStoreProductIds.android, maxlength: 200 }),
    }),
  };
}

/** @param {string} legend @param {any} [value] */
function place(legend, value) {
  const { price } = value ?? {};
  return group(legend, {
    title: text({ label: T.title, value: value?.title, required: true, maxlength: 200 }),
    description: longText({ label: T.description, value: value?.description ?? '', maxlength: 5000 }),
    countryCode: choice({ label: T.country, value: value?.countryCode ?? 'DE', options: countryOptions() }),
    amount: number({ label: T.price, value: price?.amount, required: true, min: 0, max: 1_000_000, step: 'any' }),
    currency: choice({ label: T.currency, value: price?.currency ?? 'EUR', options: currencyOptions() }),
    taxIncluded: check({ label: T.taxIncluded, value: price?.taxIncluded ?? true }),
    rules: list({ legend: T.rules, none: T.noRules, add: T.addRule, values: price?.rules ?? [], item: rule }),
  });
}

/** What is bought for good has no terms. @param {any} offer */
function knownTerms(offer) {
  if (offer.type === 'vod' && offer.entitlement.expirationPolicy === 'never') return {};
  return { terms: group(T.terms, kinds(offer)[/** @type {'pass'} */ (offer.type)]()) };
}

/** @param {any} [value] */
const rule = (value) =>
  group(value?.name || T.rule, {
    name: text({ label: T.ruleName, value: value?.name, required: true, maxlength: 100 }),
    amount: number({ label: T.rulePrice, value: value?.amount, required: true, min: 0, max: 1_000_000, step: 'any' }),
    from: moment({ label: T.from, value: value?.from, required: true }),
    to: moment({ label: T.to, value: value?.to, required: true }),
  });

const newKind = () => {
  const of = kinds();
  return either({
    label: T.type,
    name: 'type',
    value: 'subscription',
    options: Object.entries(TEXTS.offers.types).map(([type, label]) => [type, label, of[/** @type {'pass'} */ (type)]]),
  });
};

/** What the terms of each type are. @param {any} [offer] */
const kinds = (offer) => ({
  subscription: () => ({
    cycle: choice({
      label: T.cycle,
      value: offer?.billingCycle ? `${offer.billingCycle.periodUnit}-${offer.billingCycle.amount}` : 'month-1',
      options: Object.entries(T.cycles),
    }),
    trial: either({
      label: T.trial,
      name: 'kind',
      value: offer?.freeTrial?.type ?? '',
      options: [
        ['', T.noTrial, () => ({})],
        [
          'day',
          T.trialDays,
          () => ({ duration: number({ label: T.days, value: offer?.freeTrial?.duration ?? 7, required: true, min: 1, max: 365 }) }),
        ],
        [
          'period',
          T.trialPeriods,
          () => ({ duration: number({ label: T.periods, value: offer?.freeTrial?.duration ?? 1, required: true, min: 1, max: 365 }) }),
        ],
      ],
    }),
    pause: number({ label: T.pause, hint: T.pauseHint, value: offer?.pause?.maxBillingCycles, min: 1, max: 100 }),
    giftable: check({ label: T.giftable, value: offer?.giftable }),
  }),
  pass: () => ({
    ends: either({
      label: T.ends,
      name: 'policy',
      value: offer?.entitlement?.expirationPolicy ?? 'duration',
      options: [
        ['duration', T.afterDuration, () => lasting(offer, ['day', 'week', 'month', 'year'])],
        ['fixed', T.atDate, () => ({ expiresAt: moment({ label: T.expiresAt, value: offer?.entitlement?.expiresAt, required: true }) })],
      ],
    }),
  }),
  live: () => ({
    startsAt: moment({ label: T.startsAt, value: offer?.event?.startsAt, required: true }),
    endsAt: moment({ label: T.endsAt, value: offer?.event?.endsAt, required: true }),
    timezone: choice({
      label: T.timezone,
      value: offer?.event?.timezone ?? 'UTC',
      options: [...new Set(['UTC', offer?.event?.timezone ?? 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((zone) => [zone, zone]),
    }),
  }),
  vod: () => ({
    ends: offer
      ? group(T.ends, lasting(offer, ['hour', 'day']))
      : either({
          label: T.ends,
          name: 'policy',
          value: 'duration',
          options: [
            ['duration', T.rented, () => lasting(offer, ['hour', 'day'])],
            ['never', T.bought, () => ({})],
          ],
        }),
  }),
});

/** @param {any} offer @param {readonly ('hour' | 'day' | 'week' | 'month' | 'year')[]} units */
const lasting = (offer, units) => ({
  amount: number({ label: T.duration, value: offer?.entitlement?.duration?.amount ?? 1, required: true, min: 1, max: 10_000 }),
  periodUnit: choice({
    label: T.unit,
    value: offer?.entitlement?.duration?.periodUnit ?? 'day',
    options: units.map((unit) => [unit, T.units[unit]]),
  }),
});

/** @param {{type: string, countries: string[]}} [value] */
const geo = (value) => {
  const countries = () => ({
    countries: words({ label: T.countries, hint: T.countriesHint, value: value?.countries.join(' '), required: true }),
  });
  return either({
    label: T.geo,
    name: 'type',
    value: value?.type ?? '',
    options: [
      ['', T.geoNone, () => ({})],
      ['whitelist', T.geoOnly, countries],
      ['blacklist', T.geoNot, countries],
    ],
  });
};

/** @param {any} values what the fields hold */
export function bodyOf({ main, terms, active, localizations, geo: where, more }) {
  const { apple, android, sessionsLimit, imageUrl, tags } = more;
  return {
    ...placeOf(main),
    ...(terms ? termsOf(terms) : {}),
    ...(active === undefined ? {} : { active }),
    localizations: localizations.map(placeOf),
    geoRestriction: where.type
      ? [{ type: where.type, countries: where.countries.map((/** @type {string} */ code) => code.toUpperCase()) }]
      : [],
    imageUrl,
    tags,
    ...(sessionsLimit === undefined ? {} : { sessionsLimit }),
    appStoreProductIds: { ...(apple ? { apple } : {}), ...(android ? { android } : {}) },
  };
}

const placeOf = (/** @type {any} */ { title, description, countryCode, amount, currency, taxIncluded, rules }) => ({
  title,
  description,
  countryCode,
  price: { amount, currency, taxIncluded, rules },
});

function termsOf(/** @type {any} */ terms) {
  const { type, cycle, trial, pause, giftable, ends, startsAt, endsAt, timezone } = terms;
  const kind = type ? { type } : {};
  if (cycle) {
    const [periodUnit, amount] = cycle.split('-');
    return {
      ...kind,
      billingCycle: { periodUnit, amount: Number(amount) },
      freeTrial: trial.kind ? { type: trial.kind, duration: trial.duration } : null,
      pause: pause === undefined ? null : { maxBillingCycles: pause },
      giftable,
    };
  }
  if (timezone) return { ...kind, event: { startsAt, endsAt, timezone } };
  const { policy, amount, periodUnit, expiresAt } = ends;
  if (policy === 'fixed') return { ...kind, entitlement: { expirationPolicy: policy, expiresAt } };
  if (amount) return { ...kind, entitlement: { expirationPolicy: 'duration', duration: { amount, periodUnit } } };
  return { ...kind, entitlement: { expirationPolicy: 'never' } };
}
