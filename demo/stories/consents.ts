import type { ConsentsView } from 'cleeng-elements';
import { give, hold, refuse, submit, throttle, type Story } from './story.js';

const list = /\/customers\/\d+\/consents$/;
const as = 'fresh@example.com';
const terms = 'https://nordlicht.example/terms';

/** One that changed and is required, one that was never given, one that changed and is optional. */
export const dueConsents = [
  {
    customerId: '1',
    name: 'broadcaster_terms',
    required: true,
    state: 'accepted',
    version: '9',
    newestVersion: '10',
    needsUpdate: true,
    label: `I accept the <a href="${terms}" target="_blank">Terms and Conditions</a> of Nordlicht TV`,
    value: terms,
    date: 1764633600,
  },
  {
    customerId: '1',
    name: 'age',
    required: true,
    state: 'declined',
    version: '1',
    newestVersion: '1',
    needsUpdate: false,
    label: 'I am 16 years old or older',
    value: '',
    date: 0,
  },
  {
    customerId: '1',
    name: 'broadcaster_marketing',
    required: false,
    state: 'accepted',
    version: '1',
    newestVersion: '2',
    needsUpdate: true,
    label: 'Send me news about upcoming shows and partners',
    value: '',
    date: 1764633600,
  },
];

const due = give('GET', list, { consents: dueConsents });
const agree = (element: HTMLElement) => submit(element, { broadcaster_terms: true, age: true });

export const consents = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', list)] },
  'load-failed': { as, rules: [refuse('GET', list, 500, 'Internal Server Error', 'S0001')] },
  'none-due': { as },
  form: { as, rules: [due] },
  'field-errors': { view: 'form', as, rules: [due], act: (element) => submit(element, {}) },
  saving: { as, rules: [due, hold('PUT', list)], act: agree },
  'save-failed': { as, rules: [due, refuse('PUT', list, 500, 'Internal Server Error', 'S0001')], act: agree },
  throttled: { as, rules: [due, throttle('PUT', list)], act: agree },
  saved: { as, rules: [due, give('PUT', list, { success: true })], act: agree },
} satisfies Record<ConsentsView, Story> & Readonly<Record<string, Story>>;
