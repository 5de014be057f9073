import type { LoginView } from 'cleeng-elements';
import { dueConsents } from './consents.js';
import { dueCapture } from './capture.js';
import { bring, cut, find, give, hold, press, refuse, submit, throttle, type Story } from './story.js';

const auths = /\/auths$/;
const passwords = /\/customers\/passwords$/;
const typed = { email: 'viewer@example.com', password: 'Password1' };
const logIn = (element: HTMLElement) => submit(element, typed);
/** The address a reset link leads to. */
const link = { email: typed.email, resetPasswordToken: 'from-the-mail', publisherId: '204118605' };
const forgot = { attributes: { view: 'forgot' }, act: (element: HTMLElement) => submit(element, { email: typed.email }) };
const reset = { query: link, act: (element: HTMLElement) => submit(element, { password: 'Nordwind-7' }) };
const noneDue = give('GET', /\/capture\/status$/, { ...dueCapture, shouldCaptureBeDisplayed: false });

/** The code of another form does not come, or not yet. */
const withRegister = (load: () => Promise<unknown>) => async (element: HTMLElement) => {
  bring(element, 'register', load);
  await press(element, 'Create an account');
};

export const login = {
  form: { attributes: { switchable: '' } },
  'field-errors': { view: 'form', attributes: { switchable: '' }, act: (element) => submit(element, { email: 'viewer@', password: '' }) },
  submitting: { rules: [hold('POST', auths)], act: logIn },
  failed: {
    rules: [refuse('POST', auths, 401, 'Wrong email or password', 'USER0001')],
    act: (element) => submit(element, { ...typed, password: 'Password2' }),
  },
  'not-this-publisher': {
    view: 'failed',
    rules: [refuse('POST', auths, 422, 'Customer is not associated with this publisher', 'USER0003')],
    act: logIn,
  },
  'server-error': {
    view: 'failed',
    attributes: { 'support-url': '#help' },
    rules: [refuse('POST', auths, 500, 'Internal Server Error', 'S0001')],
    act: logIn,
  },
  offline: { view: 'failed', rules: [cut('POST', auths)], act: logIn },
  throttled: { rules: [throttle('POST', auths)], act: logIn },
  'session-expired': {
    as: 'fresh@example.com',
    rules: [
      refuse('GET', /\/customers\/\d+$/, 401, 'JWT token expired', 'AUTH0003'),
      refuse('POST', /\/refresh_token$/, 401, 'Refresh token is expired or does not exist', 'AUTH0003'),
    ],
  },
  'email-changed': { attributes: { notice: 'email-changed' } },
  'password-changed': { attributes: { notice: 'password-changed' } },
  social: {
    view: 'form',
    attributes: { switchable: '' },
    act: (element) => {
      const other = document.createElement('button');
      other.type = 'button';
      other.slot = 'social';
      other.textContent = 'Continue with Nordlicht ID';
      element.append(other);
    },
  },
  forgot: { attributes: { view: 'forgot' } },
  'forgot-sending': { ...forgot, rules: [hold('PUT', passwords)] },
  'forgot-failed': { ...forgot, rules: [refuse('PUT', passwords, 500, 'Internal Server Error', 'S0001')] },
  'forgot-throttled': { ...forgot, rules: [throttle('PUT', passwords)] },
  'forgot-sent': { ...forgot, rules: [give('PUT', passwords, { success: true })] },
  reset: { query: link },
  'reset-saving': { ...reset, rules: [hold('PATCH', passwords)] },
  'reset-failed': { ...reset, rules: [refuse('PATCH', passwords, 422, 'New password score does not match standards')] },
  'reset-throttled': { ...reset, rules: [throttle('PATCH', passwords)] },
  'reset-expired': { attributes: { view: 'reset' } },
  register: { attributes: { switchable: '' }, act: (element) => press(element, 'Create an account') },
  loading: { attributes: { switchable: '' }, act: withRegister(() => new Promise(() => undefined)) },
  'load-failed': { attributes: { switchable: '' }, act: withRegister(() => Promise.reject(new Error('offline'))) },
  capture: { rules: [give('GET', /\/capture\/status$/, dueCapture)], act: logIn },
  consents: { rules: [noneDue, give('GET', /\/customers\/\d+\/consents$/, { consents: dueConsents })], act: logIn },
  'next-failed': { rules: [refuse('GET', /\/capture\/status$/, 500, 'Internal Server Error', 'S0001')], act: logIn },
  'signed-in': {
    as: 'viewer@example.com',
    attributes: { 'continue-url': '#account' },
    act: async (element) => void (await find(element.shadowRoot!, 'a')),
  },
} satisfies Record<LoginView, Story> & Readonly<Record<string, Story>>;
