import type { ProfileView } from 'cleeng-elements';
import { dueConsents } from './consents.js';
import { find, give, hold, refuse, submit, throttle, type Story } from './story.js';

const customer = /\/customers\/\d+$/;
const capture = /\/capture\/status$/;
const consents = /\/customers\/\d+\/consents$/;
const as = 'viewer@example.com';
const attributes = { languages: 'en de fr' };

/** Presses a button in a part of the profile. */
async function press(element: HTMLElement, part: string, selector = 'button'): Promise<void> {
  (await find<HTMLButtonElement>(element.shadowRoot!, `[data-part="${part}"] ${selector}`)).click();
}
const edit = (part: string) => (element: HTMLElement) => press(element, part);

async function rename(element: HTMLElement): Promise<void> {
  await press(element, 'about');
  await submit(element, { firstName: 'Marlene' });
}

async function move(element: HTMLElement): Promise<void> {
  await press(element, 'email');
  await submit(element, { email: 'new@example.com', confirmationPassword: 'Wrong1234' });
}

async function signOut(element: HTMLElement): Promise<void> {
  await press(element, 'sign-out');
  await press(element, 'sign-out', '.cleeng-submit');
}

export const profile = {
  'signed-out': {},
  loading: { as, rules: [hold('GET', customer)] },
  failed: { as, rules: [refuse('GET', customer, 500, 'Internal Server Error', 'S0001')] },
  profile: { as, attributes },
  empty: { view: 'profile', as: 'capture@example.com', attributes },
  consents: { view: 'profile', as, attributes, rules: [give('GET', consents, { consents: dueConsents })] },
  'parts-failed': {
    view: 'profile',
    as,
    rules: [refuse('GET', capture, 500, 'Internal Server Error'), refuse('GET', consents, 500, 'Internal Server Error')],
  },
  edit: { as, attributes, act: edit('about') },
  'edit-email': { view: 'edit', as, act: edit('email') },
  'edit-address': { view: 'edit', as, act: edit('address') },
  'edit-questions': { view: 'edit', as, act: edit('questions') },
  'field-errors': {
    view: 'edit',
    as,
    act: async (element) => {
      await press(element, 'email');
      await submit(element, { email: 'nobody' });
    },
  },
  saving: { as, rules: [hold('PATCH', customer)], act: rename },
  'save-failed': { as, rules: [refuse('PATCH', customer, 500, 'Internal Server Error', 'S0001')], act: rename },
  'wrong-password': {
    view: 'save-failed',
    as,
    rules: [refuse('PATCH', customer, 422, 'Invalid param confirmationPassword: invalid credentials')],
    act: move,
  },
  'email-taken': { view: 'save-failed', as, rules: [refuse('PATCH', customer, 422, 'This e-mail address is taken')], act: move },
  throttled: { as, rules: [throttle('PATCH', customer)], act: rename },
  'link-sent': { view: 'profile', as, rules: [give('PUT', /\/passwords$/, { success: true })], act: edit('password') },
  'consent-not-saved': {
    view: 'save-failed',
    as,
    rules: [give('GET', consents, { consents: dueConsents }), refuse('PUT', consents, 500, 'Internal Server Error', 'S0001')],
    act: edit('consents'),
  },
  'confirm-sign-out': { as, act: edit('sign-out') },
  'sign-out-failed': {
    view: 'save-failed',
    as,
    rules: [refuse('DELETE', /\/refresh_tokens$/, 500, 'Internal Server Error', 'S0001')],
    act: signOut,
  },
} satisfies Partial<Record<ProfileView, Story>> & Readonly<Record<string, Story>>;
