import { control, newEmail, PASSWORD, PUBLISHER, type, until } from '../page.js';
import { faultTable, type MutatingCall } from './harness.js';

const submit = async (element: HTMLElement, values: Record<string, string | boolean>) => (await type(element, values)).requestSubmit();
const press = async (element: HTMLElement, label: string) => (await control(element, label)).click();

const logIn: MutatingCall = {
  name: 'log in',
  tag: 'cleeng-login',
  attributes: { 'no-steps': '' },
  method: 'POST',
  path: /\/auths$/,
  attempt: (login) => submit(login, { email: 'viewer@example.com', password: PASSWORD }),
  succeeds: { events: ['cleeng-login-success'], view: 'signed-in' },
  fails: 'cleeng-login-error',
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 401, code: 'USER0001', text: 'Wrong email or password' },
    { status: 422, code: 'USER0003', text: 'Customer is not associated with this publisher' },
  ],
};

const register: MutatingCall = {
  name: 'register',
  tag: 'cleeng-register',
  attributes: { 'no-steps': '' },
  method: 'POST',
  path: /\/customers$/,
  attempt: (form) => submit(form, { email: newEmail(), password: PASSWORD, terms: true }),
  succeeds: { events: ['cleeng-register-success'], view: 'signed-in' },
  fails: 'cleeng-register-error',
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 400, code: 'REQ0001', text: 'Please enter a valid e-mail address' },
    { status: 400, code: 'REQ0001', text: 'Invalid param password' },
    { status: 400, code: 'REQ0001', text: 'Email verification failed.' },
    { status: 400, code: 'REQ0003', text: 'Invalid param publisherId' },
    { status: 422, code: 'USER0002', text: 'Customer already exists' },
    { status: 429, code: 'CPT0001', text: 'Google reCAPTCHA verification required!' },
    { status: 429, code: 'CPT0002', text: 'Google reCAPTCHA verification failed!' },
  ],
};

const storeConsents: MutatingCall = {
  ...register,
  name: 'store the consents of a registration',
  as: 'newcomer',
  method: 'PUT',
  path: /\/customers\/\d+\/consents$/,
  again: (form) => press(form, 'Try again'),
  // What the platform will never take is asked for anew, in the words it has now.
  refusals: [
    {
      status: 400,
      code: 'REQ0001',
      text: 'Invalid consent version',
      leads: {
        view: 'consents',
        take: (form) => submit(form, { terms: true }),
        events: ['cleeng-consents-complete', 'cleeng-register-success'],
      },
    },
  ],
};

const answerConsents: MutatingCall = {
  name: 'answer consents that changed',
  tag: 'cleeng-consents',
  as: 'customer',
  method: 'PUT',
  path: /\/customers\/\d+\/consents$/,
  attempt: (form) => submit(form, { terms: true }),
  succeeds: { events: ['cleeng-consents-complete'], view: 'saved' },
  fails: 'cleeng-consents-error',
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid consent version' }],
};

const answerQuestions: MutatingCall = {
  name: 'answer the publisher’s questions',
  tag: 'cleeng-capture',
  as: 'customer',
  method: 'PUT',
  path: /\/customers\/\d+\/capture$/,
  attempt: (form) => submit(form, { companyName: 'Nordlicht' }),
  succeeds: { events: ['cleeng-capture-complete'], view: 'saved' },
  fails: 'cleeng-capture-error',
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid request body' }],
};

const requestReset: MutatingCall = {
  name: 'ask for a link to set a new password',
  tag: 'cleeng-login',
  attributes: { view: 'forgot' },
  method: 'PUT',
  path: /\/customers\/passwords$/,
  attempt: (login) => submit(login, { email: 'viewer@example.com' }),
  succeeds: { events: ['cleeng-password-requested'], view: 'forgot-sent' },
  fails: 'cleeng-password-error',
  refusals: [{ status: 400, code: 'REQ0001', text: 'Invalid request body' }],
};

/** The link of the e-mail, opened. */
function openLink(): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries({ email: 'viewer@example.com', resetPasswordToken: 'token', publisherId: PUBLISHER })) {
    url.searchParams.set(name, value);
  }
  history.replaceState(null, '', url);
}

const setPassword: MutatingCall = {
  name: 'set a new password',
  tag: 'cleeng-login',
  attributes: { 'no-steps': '' },
  method: 'PATCH',
  path: /\/customers\/passwords$/,
  before: openLink,
  async attempt(login) {
    await until(() => login.view.startsWith('reset'), 'the form of a new password');
    await submit(login, { password: PASSWORD });
  },
  succeeds: { events: ['cleeng-password-changed', 'cleeng-login-success'], view: 'signed-in' },
  fails: 'cleeng-password-error',
  refusals: [
    { status: 400, code: 'REQ0001', text: 'Invalid request body' },
    { status: 422, text: 'Invalid param password' },
    { status: 422, text: 'New password score does not match standards' },
    { status: 422, text: 'resetPasswordToken is not valid or has expired', final: true },
    { status: 422, text: 'New password could not be set', final: true },
  ],
};

faultTable([logIn, register, storeConsents, answerConsents, answerQuestions, requestReset, setPassword]);
