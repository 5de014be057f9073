import type { MyAccountView } from 'cleeng-elements';
import { dueConsents } from './consents.js';
import { dueCapture } from './capture.js';
import { bring, give, hold, refuse, submit, type Story } from './story.js';

const offers = /\/customers\/\d+\/offers$/;
const as = 'viewer@example.com';
const failing = () => Promise.reject(new Error('The code did not come'));

export const myAccount = {
  'signed-out': {},
  entering: {
    rules: [
      give('GET', /\/capture\/status$/, { ...dueCapture, shouldCaptureBeDisplayed: false }),
      give('GET', /\/customers\/\d+\/consents$/, { consents: dueConsents }),
    ],
    act: (element) => submit(element, { email: as, password: 'Password1' }),
  },
  loading: { as, rules: [hold('GET', offers)] },
  failed: { as, rules: [refuse('GET', offers, 500, 'Internal Server Error', 'S0001')] },
  'no-plan': { as: 'fresh@example.com', attributes: { 'offers-url': '/' } },
  overview: { as },
  'overview-payment-problem': { view: 'overview', as: 'grace@example.com', attributes: { 'grace-days': '14' } },
  'overview-twice': { view: 'overview', as: 'twice@example.com' },
  'overview-several': { view: 'overview', as: 'several@example.com' },
  opening: {
    as,
    act(element) {
      bring(element, 'plan', () => new Promise(() => undefined));
      element.setAttribute('section', 'plan');
    },
  },
  'not-opened': {
    as,
    act(element) {
      bring(element, 'plan', failing);
      element.setAttribute('section', 'plan');
    },
  },
  plan: { as, attributes: { section: 'plan' } },
  'plan-none': { view: 'plan', as: 'fresh@example.com', attributes: { section: 'plan', 'offers-url': '/' } },
  'plan-payment-problem': { view: 'plan', as: 'grace@example.com', attributes: { section: 'plan', 'grace-days': '14' } },
  payment: { as, attributes: { section: 'payment' } },
  purchases: { as, attributes: { section: 'purchases' } },
  profile: { as, attributes: { section: 'profile' } },
} satisfies Record<MyAccountView, Story> & Record<string, Story>;
