import { html, nothing, type TemplateResult } from 'lit';
import type { login } from '../../i18n/en/login.js';
import type { Localize } from '../../i18n/localize.js';
import { button } from '../../ui/button.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { notice } from '../../ui/notice.js';
import { passwordField } from '../../ui/password-field.js';
import { isEmail } from '../../session/rules.js';
import type { LoginNotice } from './views.js';

interface LoginFormOptions {
  texts: Localize<typeof login>;
  id: (name: string) => string;
  errors: { of(name: string): string | undefined; onInput: (event: Event) => void };
  /** News above the fields. */
  told: LoginNotice | undefined;
  /** Why the last attempt failed. */
  failure: string | undefined;
  help: TemplateResult | typeof nothing;
  email: string;
  busy: boolean;
  /** Seconds until the form may be sent again. */
  seconds: number;
  passwordShown: boolean;
  switchable: boolean;
  onTogglePassword: () => void;
  onSubmit: (event: SubmitEvent) => void;
  onLink: (event: Event, form: 'forgot' | 'register') => void;
}

/** The login's form. */
export function loginForm(o: LoginFormOptions): TemplateResult {
  const { texts, seconds } = o;
  const link = (label: 'login.forgot' | 'login.register', form: 'forgot' | 'register') =>
    html`<button class="cleeng-link" type="button" @click=${(event: Event) => o.onLink(event, form)}>${texts.text(label)}</button>`;
  return html`
    <form class="cleeng-form" novalidate method="post" @submit=${o.onSubmit} @input=${o.errors.onInput}>
      ${o.told ? notice({ kind: o.told === 'session-expired' ? 'info' : 'success', text: texts.text(`login.${o.told}`) }) : nothing}
      ${o.failure ? notice({ kind: 'error', text: o.failure, more: o.help }) : nothing}
      ${field({
        id: o.id('email'),
        name: 'email',
        type: 'email',
        label: texts.text('login.email'),
        autocomplete: 'username',
        required: true,
        value: o.email,
        error: o.errors.of('email'),
      })}
      ${passwordField({
        id: o.id('password'),
        name: 'password',
        label: texts.text('login.password'),
        autocomplete: 'current-password',
        error: o.errors.of('password'),
        shown: o.passwordShown,
        showLabel: texts.text('login.show-password'),
        onToggle: o.onTogglePassword,
      })}
      ${button({
        label: seconds ? texts.text('action.wait', { seconds }) : texts.text('login.submit'),
        busy: o.busy && texts.text('login.submitting'),
        off: seconds > 0,
        kind: 'primary',
        type: 'submit',
      })}
      <p class="cleeng-switch">${link('login.forgot', 'forgot')}</p>
      ${o.switchable ? html`<p class="cleeng-switch">${texts.text('login.no-account')} ${link('login.register', 'register')}</p>` : nothing}
    </form>
  `;
}

/** What was typed, and what is wrong with it by field. */
export function readLogin(texts: Localize<typeof login>, form: HTMLFormElement) {
  const missing = () => texts.text('field.required');
  const data = new FormData(form);
  const email = textOf(data, 'email').trim();
  const password = textOf(data, 'password');
  const problems = {
    email: !email ? missing : isEmail(email) ? undefined : () => texts.text('field.email-invalid'),
    password: password ? undefined : missing,
  };
  return { email, password, problems };
}
