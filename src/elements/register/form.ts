import { html, nothing, type TemplateResult } from 'lit';
import type { PublisherConsent } from '../../controllers/consents.js';
import type { register } from '../../i18n/en/register.js';
import type { Localize } from '../../i18n/localize.js';
import { readLabel } from '../../session/consents.js';
import { isEmail, isPassword } from '../../session/rules.js';
import { button } from '../../ui/button.js';
import { checkbox } from '../../ui/checkbox.js';
import { consentLabel } from '../../ui/consent-label.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { loading, notice } from '../../ui/notice.js';
import { passwordField } from '../../ui/password-field.js';
import { stuck } from '../../ui/stuck.js';

type Texts = Localize<typeof register>;

interface RegisterFormOptions {
  texts: Texts;
  id: (name: string) => string;
  errors: { of(name: string): string | undefined };
  /** Why the last attempt failed, if no field is to blame. */
  failure: string | undefined;
  /** Whether there is such an account already. */
  exists: boolean;
  help: TemplateResult | typeof nothing;
  names: 'optional' | 'required' | undefined;
  email: string;
  /** How strong the password is, as soon as that can be told; its place is kept. */
  strength: TemplateResult | undefined;
  passwordShown: boolean;
  /** The countries to choose from, when they have to be asked for. */
  country: TemplateResult | typeof nothing;
  /** What the publisher asks for; `undefined` while it is read. */
  consents: readonly PublisherConsent[] | undefined;
  /** Why it could not be read. */
  consentsFailure: string | undefined;
  busy: boolean;
  /** Seconds until the form may be sent again. */
  seconds: number;
  switchable: boolean;
  onTogglePassword: () => void;
  onInput: (event: Event) => void;
  onSubmit: (event: SubmitEvent) => void;
  onLogin: () => void;
  onRetryConsents: () => void;
}

/** The registration's form. It can be typed into while the consents are still being read. */
export function registerForm(o: RegisterFormOptions): TemplateResult {
  const { texts, seconds } = o;
  const logIn = html`<button class="cleeng-link" type="button" @click=${o.onLogin}>${texts.text('register.log-in')}</button>`;
  return html`
    <form class="cleeng-form" novalidate method="post" @submit=${o.onSubmit} @input=${o.onInput}>
      ${o.failure ? notice({ kind: 'error', text: o.failure, more: o.exists ? logIn : o.help }) : nothing}
      ${o.names ? [nameField(o, 'firstName', 'given-name'), nameField(o, 'lastName', 'family-name')] : nothing}
      ${field({
        id: o.id('email'),
        name: 'email',
        type: 'email',
        label: texts.text('register.email'),
        autocomplete: 'username',
        required: true,
        value: o.email,
        error: o.errors.of('email'),
      })}
      ${passwordField({
        id: o.id('password'),
        name: 'password',
        label: texts.text('register.password'),
        autocomplete: 'new-password',
        hint: texts.text('register.password-hint'),
        error: o.errors.of('password'),
        shown: o.passwordShown,
        showLabel: texts.text('register.show-password'),
        onToggle: o.onTogglePassword,
        more: o.strength ?? html`<div class="cleeng-strength"></div>`,
      })}
      ${o.country} ${consents(o)}
      ${
        o.consents
          ? button({
              label: seconds ? texts.text('action.wait', { seconds }) : texts.text('register.submit'),
              busy: o.busy && texts.text('register.submitting'),
              off: seconds > 0,
              kind: 'primary',
              type: 'submit',
            })
          : nothing
      }
      ${o.switchable ? html`<p class="cleeng-switch">${texts.text('register.has-account')} ${logIn}</p>` : nothing}
    </form>
  `;
}

const nameField = ({ texts, id, errors, names }: RegisterFormOptions, name: 'firstName' | 'lastName', autocomplete: string) =>
  field({
    id: id(name),
    name,
    label: texts.text(name === 'firstName' ? 'register.first-name' : 'register.last-name'),
    autocomplete,
    required: names === 'required',
    maxlength: 50,
    error: errors.of(name),
    optional: names === 'required' ? undefined : texts.text('register.optional'),
  });

function consents(o: RegisterFormOptions): TemplateResult | typeof nothing {
  const { texts, id, errors, consents: list, consentsFailure, help } = o;
  if (consentsFailure) return stuck(consentsFailure, [[texts.text('action.retry'), o.onRetryConsents]], help);
  if (!list) return loading(texts.text('state.loading'));
  if (list.length === 0) return nothing;
  return html`<fieldset class="cleeng-group">
    <legend class="cleeng-label">${texts.text('register.consents')}</legend>
    ${list.map(({ name, label, required }, index) =>
      checkbox({
        id: id(`consent-${index}`),
        name,
        label: consentLabel(readLabel(label)),
        required,
        error: errors.of(name),
        optional: required ? undefined : texts.text('register.optional'),
      }),
    )}
  </fieldset>`;
}

/** What was typed, and what is wrong with it by field. */
export function readRegistration(texts: Texts, form: HTMLFormElement, names: RegisterFormOptions['names'], askCountry: boolean) {
  const data = new FormData(form);
  const [email, firstName, lastName] = ['email', 'firstName', 'lastName'].map((name) => textOf(data, name).trim()) as [
    string,
    string,
    string,
  ];
  const password = textOf(data, 'password');
  const country = textOf(data, 'country');
  const missing = () => texts.text('field.required');
  const problems = {
    firstName: names === 'required' && !firstName ? missing : undefined,
    lastName: names === 'required' && !lastName ? missing : undefined,
    email: !email ? missing : isEmail(email) ? undefined : () => texts.text('field.email-invalid'),
    password: !password ? missing : isPassword(password) ? undefined : () => texts.text('register.password-weak'),
    country: askCountry && !country ? missing : undefined,
  };
  return { typed: { email, password, firstName, lastName, country }, problems };
}

export type Typed = ReturnType<typeof readRegistration>['typed'];
