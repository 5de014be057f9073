import type { CaptureView } from 'cleeng-elements';
import type { ApiCaptureStatus } from '../../src/api/capture.js';
import { find, give, hold, press, refuse, submit, throttle, type Story } from './story.js';

const status = /\/capture\/status$/;
const as = 'fresh@example.com';
const address = { address: null, address2: null, city: null, state: null, postCode: null, country: null };

/** One question of every kind. */
export const dueCapture: ApiCaptureStatus = {
  isCaptureEnabled: true,
  shouldCaptureBeDisplayed: true,
  settings: [
    { key: 'firstNameLastName', enabled: true, required: true, answer: { firstName: null, lastName: null } },
    { key: 'email', enabled: true, required: false, answer: null },
    { key: 'birthDate', enabled: true, required: false, answer: null },
    { key: 'companyName', enabled: true, required: false, answer: null },
    { key: 'phoneNumber', enabled: true, required: false, answer: null },
    { key: 'address', enabled: true, required: false, answer: address },
    { key: 'custom_1', enabled: true, required: false, question: 'How did you hear about us?', value: '', answer: null },
    { key: 'custom_2', enabled: true, required: false, question: 'Newsletter', value: 'Tell me about matches in my city', answer: null },
    { key: 'custom_3', enabled: true, required: false, question: 'Do you watch on a television?', value: 'Yes;No', answer: null },
    { key: 'custom_4', enabled: true, required: false, question: 'Favourite club?', value: 'North;South;East', answer: null },
  ],
};

const due = give('GET', status, dueCapture);
const optional = give('GET', status, { ...dueCapture, settings: dueCapture.settings.map((setting) => ({ ...setting, required: false })) });
const prefilledCapture: ApiCaptureStatus = {
  ...dueCapture,
  settings: [
    { key: 'firstNameLastName', enabled: true, required: true, answer: { firstName: 'Ida', lastName: 'Holm' } },
    { key: 'birthDate', enabled: true, required: false, answer: '1990-05-17' },
    {
      key: 'address',
      enabled: true,
      required: true,
      answer: { address: '1 Lake Road', address2: null, city: 'Duluth', state: 'minnesota', postCode: '55802', country: 'US' },
    },
    { key: 'custom_4', enabled: true, required: false, question: 'Favourite club?', value: 'North;South;East', answer: 'South' },
  ],
};
const answers = { firstName: 'Ida', lastName: 'Holm' };

export const capture = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', status)] },
  'load-failed': { as, rules: [refuse('GET', status, 500, 'Internal Server Error', 'S0001')] },
  'none-due': { as },
  form: { as, rules: [due] },
  'field-errors': {
    view: 'form',
    as,
    rules: [due],
    act: (element) => submit(element, { firstName: '', email: 'ida@', phoneNumber: 'none' }),
  },
  'required-only': { view: 'form', as, attributes: { 'required-only': '' }, rules: [due] },
  prefilled: { view: 'form', as, rules: [give('GET', status, prefilledCapture)] },
  states: { view: 'form', as, rules: [due], act: (element) => choose(element, 'country', 'US') },
  saving: { as, rules: [due, hold('PUT', /\/capture$/)], act: (element) => submit(element, answers) },
  'save-failed': {
    as,
    rules: [due, refuse('PUT', /\/capture$/, 500, 'Internal Server Error', 'S0001')],
    act: (element) => submit(element, answers),
  },
  throttled: { as, rules: [due, throttle('PUT', /\/capture$/)], act: (element) => submit(element, answers) },
  saved: { as, rules: [due, give('PUT', /\/capture$/, { success: true })], act: (element) => submit(element, answers) },
  skipped: { as, attributes: { skippable: '' }, rules: [optional], act: (element) => press(element, 'Answer later') },
  skippable: { view: 'form', as, attributes: { skippable: '' }, rules: [optional] },
} satisfies Record<CaptureView, Story> & Readonly<Record<string, Story>>;

async function choose(element: HTMLElement, name: string, value: string): Promise<void> {
  const select = await find<HTMLSelectElement>(element, `[name=${name}]`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
