import type { RegisterView } from 'cleeng-elements';
import { dueCapture } from './capture.js';
import { dueConsents } from './consents.js';
import { bring, cut, find, give, hold, press, refuse, submit, throttle, type Rule, type Story } from './story.js';

const consents = /\/publishers\/\d+\/consents$/;
const customers = /\/customers$/;
const typed = { email: 'somebody@example.com', password: 'Password1', broadcaster_terms: true };
const join = (element: HTMLElement) => submit(element, typed);
/** A token that names a customer; nobody checks it, for every call that would is answered here. */
const tokens = { jwt: `e30.${btoa('{"customerId":1}')}.x`, refreshToken: 'x', customerToken: 'x', customerId: 1 };
const created = give('POST', customers, tokens);
const stored = give('PUT', /\/consents$/, { success: true });
let failed = false;
/** Storing the consents fails, and does not end when it is tried again. */
const failsOnce: Rule = {
  method: 'PUT',
  path: /\/consents$/,
  answer: () => {
    if (failed) return new Promise(() => undefined);
    failed = true;
    return Response.json({ errors: ['Internal Server Error'], code: 'S0001' }, { status: 500 });
  },
};
const due = give('GET', /\/capture\/status$/, dueCapture);
const noneDue = give('GET', /\/capture\/status$/, { ...dueCapture, shouldCaptureBeDisplayed: false });

const refused = (status: number, text: string, code?: string): Story => ({
  view: 'failed',
  rules: [refuse('POST', customers, status, text, code)],
  act: join,
});

/** The code of the login does not come, or not yet. */
const withLogin = (load: () => Promise<unknown>) => async (element: HTMLElement) => {
  bring(element, 'login', load);
  await press(element, 'Log in');
};

const label = (text: string): Rule =>
  give('GET', consents, {
    consents: [
      { broadcasterId: 1, name: 'terms', version: '10', value: '', label: text, required: true, enabledByDefault: true },
      { broadcasterId: 1, name: 'news', version: '2', value: '', label: 'Send me news', required: false, enabledByDefault: true },
    ],
  });

export const register = {
  loading: { rules: [hold('GET', consents)] },
  'consents-failed': { rules: [refuse('GET', consents, 500, 'Internal Server Error', 'S0001')] },
  form: { attributes: { switchable: '' } },
  'no-consents': { view: 'form', rules: [give('GET', consents, { consents: [] })] },
  'with-names': { view: 'form', attributes: { names: 'required' } },
  'field-errors': {
    view: 'form',
    attributes: { names: 'required' },
    act: (element) => submit(element, { email: 'somebody@', password: 'short' }),
  },
  'pre-ticked-ignored': { view: 'form', rules: [label('I accept the <a href="https://nordlicht.example/terms">Terms</a>')] },
  ...Object.fromEntries(
    ['', 'Password1', 'nordwind12', 'Nordwind-12', 'Nordwind-12-Fjord'].map((password, level) => [
      `strength-${level}`,
      { view: 'form', act: (element: HTMLElement) => type(element, password) } satisfies Story,
    ]),
  ),
  submitting: { rules: [hold('POST', customers)], act: join },
  failed: refused(500, 'Internal Server Error', 'S0001'),
  'customer-exists': { ...refused(422, 'Customer already exists', 'USER0002'), view: 'customer-exists' },
  'email-unverifiable': refused(400, 'Email verification failed.', 'REQ0001'),
  'password-refused': refused(400, 'Invalid param password', 'REQ0001'),
  captcha: refused(429, 'Google reCAPTCHA verification failed!', 'CPT0002'),
  offline: { view: 'failed', rules: [cut('POST', customers)], act: join },
  throttled: { rules: [throttle('POST', customers)], act: join },
  country: { rules: [refuse('GET', /\/locales$/, 500, 'Internal Server Error', 'S0001')], act: join },
  saving: {
    rules: [created, failsOnce, noneDue],
    act: async (element) => {
      await join(element);
      (await find(element.shadowRoot!, '.cleeng-notice button')).click();
    },
  },
  'consents-not-saved': { rules: [created, refuse('PUT', /\/consents$/, 500, 'Internal Server Error', 'S0001')], act: join },
  login: { attributes: { switchable: '' }, act: (element) => press(element, 'Log in') },
  opening: { attributes: { switchable: '' }, act: withLogin(() => new Promise(() => undefined)) },
  'open-failed': { attributes: { switchable: '' }, act: withLogin(() => Promise.reject(new Error('offline'))) },
  capture: { rules: [created, stored, due], act: join },
  consents: {
    rules: [
      created,
      refuse('PUT', /\/consents$/, 400, 'Invalid param consents: broadcaster_terms has no version 3', 'REQ0001'),
      noneDue,
      give('GET', /\/customers\/\d+\/consents$/, { consents: dueConsents }),
    ],
    act: join,
  },
  'next-failed': { rules: [created, stored, refuse('GET', /\/capture\/status$/, 500, 'Internal Server Error', 'S0001')], act: join },
  'signed-in': { as: 'viewer@example.com' },
} satisfies Record<RegisterView, Story> & Readonly<Record<string, Story>>;

async function type(element: HTMLElement, password: string): Promise<void> {
  const input = await find<HTMLInputElement>(element, '[name=password]');
  input.value = password;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  if (password) await find(element, '.cleeng-bar');
}
