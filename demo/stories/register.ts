import type { RegisterView } from 'cleeng-elements';
import { give, hold, refuse, submit, type Story } from './story.js';

const consents = /\/publishers\/\d+\/consents$/;
const typed = { email: 'somebody@example.com', password: 'Password1', broadcaster_terms: true };
/** A token that names a customer; nobody checks it, for every call that would is answered here. */
const tokens = { jwt: `e30.${btoa('{"customerId":1}')}.x`, refreshToken: 'x', customerToken: 'x', customerId: 1 };

export const register = {
  loading: { rules: [hold('GET', consents)] },
  'consents-failed': { rules: [refuse('GET', consents, 500, 'Internal Server Error', 'S0001')] },
  form: { attributes: { switchable: '' } },
  submitting: { rules: [hold('POST', /\/customers$/)], act: (element) => submit(element, typed) },
  failed: {
    rules: [refuse('POST', /\/customers$/, 422, 'Customer already exists', 'USER0002')],
    act: (element) => submit(element, typed),
  },
  'consents-not-saved': {
    rules: [give('POST', /\/customers$/, tokens), refuse('PUT', /\/consents$/, 500, 'Internal Server Error', 'S0001')],
    act: (element) => submit(element, typed),
  },
  'signed-in': { as: 'viewer@example.com' },
} satisfies Record<RegisterView, Story>;
