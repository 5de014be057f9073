// @ts-check
/* Before somebody is signed in: signing in, and opening an account. */
import { ask } from './api.js';
import { el } from './dom.js';
import { choice, text } from './fields.js';
import { form } from './forms.js';
import { heading, link } from './parts.js';
import { countryOptions, currencyOptions } from './places.js';
import { TEXTS } from './texts.js';

const T = TEXTS.signIn;
const email = (label = T.email) => text({ label, type: 'email', name: 'email', autocomplete: 'username', required: true, maxlength: 254 });

/** @param {(session: object) => void} enter @param {string} why why somebody has to sign in, if they did not leave */
export const signInPage = (enter, why) =>
  el(
    'div',
    { class: 'narrow' },
    heading(T.title),
    why && el('p', { role: 'alert' }, why),
    form({
      label: T.title,
      fields: {
        email: email(),
        password: text({
          label: T.password,
          type: 'password',
          name: 'password',
          autocomplete: 'current-password',
          required: true,
          maxlength: 200,
        }),
      },
      submit: T.submit,
      save: async (values) => enter(await ask('POST', '/sandbox/publisher/session', values)),
    }),
    el('p', {}, T.noAccount, ' ', link('#/sign-up', T.toSignUp)),
    el('p', { class: 'quiet' }, T.seeded),
  );

/** @param {(session: object) => void} enter */
export const signUpPage = (enter) =>
  el(
    'div',
    { class: 'narrow' },
    heading(T.signUpTitle),
    el('p', {}, T.signUpText),
    form({
      label: T.signUpTitle,
      fields: {
        name: text({ label: T.name, name: 'organization', autocomplete: 'organization', required: true, maxlength: 100 }),
        email: email(),
        password: text({
          label: T.password,
          hint: T.passwordRule,
          type: 'password',
          name: 'password',
          autocomplete: 'new-password',
          required: true,
          minlength: 8,
          maxlength: 80,
        }),
        country: choice({ label: T.country, value: 'DE', options: countryOptions() }),
        currency: choice({ label: T.currency, value: 'EUR', options: currencyOptions() }),
      },
      submit: T.signUp,
      save: async (values) => enter(await ask('POST', '/sandbox/publishers', values)),
    }),
    el('p', {}, T.hasAccount, ' ', link('#/', T.toSignIn)),
  );
