// @ts-check
/* The fields of each part of the settings, and what they come to. */
import { check, choice, either, group, list, longText, number, text, words } from './fields.js';
import { TEXTS } from './texts.js';

const T = TEXTS.settings;

/**
 * @typedef {object} Section
 * @property {(settings: any, offers: any[]) => Record<string, import('./fields.js').Field<any>>} fields
 * @property {(values: any) => Record<string, unknown>} body
 */

/** @type {Section} */
const general = {
  fields: (settings) => ({
    name: text({ label: T.name, value: settings.name, required: true, maxlength: 100 }),
    checkoutUrl: text({
      label: T.checkoutUrl,
      hint: T.checkoutUrlHint,
      type: 'url',
      value: settings.checkoutUrl,
      required: true,
      maxlength: 1000,
    }),
    captchaRequired: check({ label: T.captchaRequired, value: settings.captchaRequired }),
    captureEnabled: check({ label: T.captureEnabled, value: settings.captureEnabled }),
    blockedCountries: words({ label: T.blockedCountries, hint: TEXTS.offerForm.countriesHint, value: settings.blockedCountries.join(' ') }),
  }),
  body: (values) => ({ ...values, blockedCountries: values.blockedCountries.map((/** @type {string} */ code) => code.toUpperCase()) }),
};

/** @type {Section} */
const consents = {
  fields: (settings) => ({
    consents: list({
      legend: T.sections.consents,
      none: T.noConsents,
      add: T.addConsent,
      max: 20,
      values: settings.consents,
      item: (/** @type {any} */ one) =>
        group(one?.name ?? T.newConsent, {
          name: text({ label: T.consentName, hint: T.consentNameHint, value: one?.name, required: true, pattern: '\\w{1,60}' }),
          version: text({ label: T.version, hint: T.versionHint, value: one?.version ?? '1', required: true, maxlength: 20 }),
          label: longText({ label: T.label, hint: T.labelHint, value: one?.label, required: true, maxlength: 2000 }),
          value: text({ label: T.value, value: one?.value, maxlength: 2000 }),
          required: check({ label: T.mustAgree, value: one?.required }),
          enabledByDefault: check({ label: T.byDefault, value: one?.enabledByDefault }),
        }),
    }),
  }),
  body: (values) => values,
};

const OWN_QUESTIONS = Array.from({ length: 20 }, (_, i) => `custom_${i + 1}`);

/** @type {Section} */
const questions = {
  fields: (settings) => ({
    capture: list({
      legend: T.sections.questions,
      none: T.noQuestions,
      add: T.addQuestion,
      max: 26,
      values: settings.capture,
      item: (/** @type {any} */ one) =>
        group(one?.question ?? T.known[one?.key] ?? T.newQuestion, { question: question(one, unused(settings.capture)) }),
    }),
  }),
  body: ({ capture }) => ({
    capture: capture.map((/** @type {any} */ { question: { key, enabled, required, asks, answers } }) => ({
      ...{ key, enabled, required },
      question: asks ?? null,
      value: asks === undefined ? null : answers.join(';'),
    })),
  }),
};

/** A question of one's own that is not asked yet. @param {any[]} asked */
const unused = (asked) => OWN_QUESTIONS.find((key) => !asked.some((one) => one.key === key)) ?? '';

/** @param {any} one @param {string} unasked */
function question(one, unasked) {
  const both = () => ({
    enabled: check({ label: T.enabled, value: one?.enabled ?? true }),
    required: check({ label: T.mustAnswer, value: one?.required }),
  });
  const own = () => ({
    asks: text({ label: T.asks, value: one?.question ?? '', required: true, maxlength: 300 }),
    answers: answers(one?.value ?? ''),
    ...both(),
  });
  return either({
    label: T.question,
    name: 'key',
    value: one?.key ?? unasked,
    options: [
      .../** @type {[string, string, typeof both][]} */ (Object.entries(T.known).map(([key, says]) => [key, says, both])),
      .../** @type {[string, string, typeof own][]} */ (OWN_QUESTIONS.map((key, i) => [key, T.own(i + 1), own])),
    ],
  });
}

/** An answer a line. @param {string} value as it is kept, joined with ";" */
function answers(value) {
  const { node, read } = longText({ label: T.answers, hint: T.answersHint, value: value.split(';').join('\n'), maxlength: 1000 });
  const lines = () =>
    read()
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  return { node, read: lines };
}

/** @type {Section} */
const payment = {
  fields: (settings) =>
    Object.fromEntries(
      settings.paymentMethods.map((/** @type {any} */ one) => [
        one.id,
        group(T.method(one.methodName, one.gateway), {
          enabled: check({ label: T.on, value: one.enabled }),
          fee: number({ label: T.fee, value: one.feeRate / 100, required: true, min: 0, max: 100, step: 0.01 }),
        }),
      ]),
    ),
  body: (values) => ({
    paymentMethods: Object.entries(values).map(([id, { enabled, fee }]) => ({ id: Number(id), enabled, feeRate: Math.round(fee * 100) })),
  }),
};

/** The short cycles first. @param {any[]} rows */
const inOrder = (rows) => {
  const cycles = Object.keys(T.cycles);
  return [...rows].sort((one, other) => cycles.indexOf(one.cycle) - cycles.indexOf(other.cycle));
};

/** @type {Section} */
const dunning = {
  fields: (settings) =>
    Object.fromEntries(
      inOrder(settings.dunning).map((one) => [
        one.cycle,
        group(T.cycles[one.cycle], {
          attempts: text({
            label: T.attempts,
            hint: T.attemptsHint,
            value: one.attempts.join(' '),
            required: true,
            pattern: '-?\\d+(\\s+-?\\d+)*',
          }),
          graceHours: number({ label: T.grace, value: one.graceHours, required: true, min: 0, max: 2400 }),
        }),
      ]),
    ),
  body: (values) => ({
    dunning: Object.entries(values).map(([cycle, { attempts, graceHours }]) => ({
      cycle,
      graceHours,
      attempts: attempts.split(/\s+/).map(Number),
    })),
  }),
};

/** The subscriptions to choose from. @param {any[]} offers @returns {[string, string][]} */
const plans = (offers) => offers.filter(({ type }) => type === 'subscription').map(({ id, title }) => [id, `${title} (${id})`]);

/** @type {Section} */
const switches = {
  fields: (settings, offers) => ({
    switches: list({
      legend: T.sections.switches,
      none: T.noSwitches,
      add: T.addSwitch,
      max: 500,
      values: settings.switches,
      item: (/** @type {any} */ one) =>
        group(one ? `${one.fromOfferId}, ${one.toOfferId}` : T.newSwitch, {
          fromOfferId: choice({ label: T.from, value: one?.fromOfferId, options: plans(offers) }),
          toOfferId: choice({ label: T.to, value: one?.toOfferId, options: plans(offers) }),
          direction: choice({ label: T.direction, value: one?.direction, options: Object.entries(T.directions) }),
          algorithm: choice({ label: T.algorithm, value: one?.algorithm, options: Object.entries(T.algorithms) }),
        }),
    }),
  }),
  body: (values) => values,
};

/** @type {Section} */
const retention = {
  fields: (settings, offers) => ({
    retention: list({
      legend: T.sections.retention,
      none: T.noRetention,
      add: T.addRetention,
      max: 500,
      values: settings.retention,
      item: (/** @type {any} */ one) =>
        group(one?.offerId ?? T.newRetention, {
          offerId: choice({ label: T.whoCancels, value: one?.offerId, options: plans(offers) }),
          gets: either({
            label: T.gets,
            name: 'type',
            value: one?.type ?? 'FREE_EXTENSION',
            options: [
              ['FREE_EXTENSION', T.extension, () => extension(one)],
              ['DOWNGRADE', T.downgrade, () => ({})],
              ['PAUSE', T.pause, () => ({})],
            ],
          }),
        }),
    }),
  }),
  body: (values) => ({
    retention: values.retention.map((/** @type {any} */ { offerId, gets: { type, extensionUnit = null, extensionAmount = null } }) => ({
      ...{ offerId, type, extensionUnit, extensionAmount },
    })),
  }),
};

/** @param {any} one */
const extension = (one) => ({
  extensionAmount: number({ label: T.howMany, value: one?.extensionAmount ?? 1, required: true, min: 1, max: 100 }),
  extensionUnit: choice({ label: T.ofWhat, value: one?.extensionUnit ?? 'week', options: Object.entries(T.units) }),
});

/** @type {Readonly<Record<string, Section>>} */
export const SECTIONS = { general, consents, questions, payment, dunning, switches, retention };
