import { html, nothing, type TemplateResult } from 'lit';
import { Action } from '../../controllers/action.js';
import { draftOf } from '../../controllers/draft.js';
import { errorText, type CleengError } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import { Pause } from '../../controllers/pause.js';
import { passwords as messages } from '../../i18n/en/passwords.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { requestPasswordReset, setNewPassword } from '../../session/passwords.js';
import type { ResetLink } from '../../session/reset-link.js';
import { isEmail, isPassword } from '../../session/rules.js';
import { button } from '../../ui/button.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { formMore } from '../../ui/form-more.js';
import { notice } from '../../ui/notice.js';
import { passwordField } from '../../ui/password-field.js';
import { username } from '../../ui/username.js';
import { StrengthMeter } from '../strength-meter.js';
import type { AsideOptions } from './aside.js';
import { PasswordErrorEvent, PasswordRequestedEvent } from '../password-events.js';
import { PasswordChangedEvent } from './aside-events.js';
import type { PasswordView } from './views.js';

type PasswordsOptions = Pick<AsideOptions, 'element' | 'region' | 'kit' | 'link' | 'resetUrl' | 'help' | 'show' | 'changed'>;

/** Forgotten passwords: asking for a link, and setting a new password with it. Loaded when a viewer first needs it. */
export class Passwords {
  readonly #o: PasswordsOptions;
  readonly #texts: Localize<typeof messages>;
  readonly #errors: FormErrors;
  readonly #request: Action<[email: string], void>;
  readonly #set: Action<[link: ResetLink, password: string], void>;
  readonly #pause: Pause;
  readonly #meter: StrengthMeter;
  #sentTo = '';
  #shown = false;

  constructor(options: PasswordsOptions) {
    const { element, region, kit, resetUrl } = options;
    this.#o = options;
    this.#texts = new Localize(element, messages, identity, 'passwords');
    this.#errors = new FormErrors(element);
    this.#request = new Action(element, (email) => requestPasswordReset(kit()!.session, email, resetUrl()));
    this.#set = new Action(element, (link, password) => setNewPassword(kit()!.session, link, password));
    this.#pause = new Pause(element, () => {
      this.#request.reset();
      this.#set.reset();
    });
    region.style(formMore);
    this.#meter = new StrengthMeter(element, region);
  }

  /** What is shown for a form. */
  view(form: 'forgot' | 'reset'): PasswordView {
    if (this.#pause.left) return `${form}-throttled`;
    if (form === 'forgot') {
      if (this.#request.busy) return 'forgot-sending';
      if (this.#sentTo) return 'forgot-sent';
      return this.#request.error ? 'forgot-failed' : 'forgot';
    }
    if (this.#set.busy) return 'reset-saving';
    if (!this.#o.link() || this.#set.error?.code === 'reset-link-dead') return 'reset-expired';
    return this.#set.error ? 'reset-failed' : 'reset';
  }

  heading(form: 'forgot' | 'reset'): string {
    return this.#text(`${form}.heading`);
  }

  render(form: 'forgot' | 'reset'): TemplateResult {
    switch (this.view(form)) {
      case 'forgot-sent':
        return this.#renderSent();
      case 'reset-expired':
        return this.#renderExpired();
      default:
        return form === 'forgot' ? this.#renderForgot() : this.#renderReset();
    }
  }

  #renderForgot(): TemplateResult {
    const kit = this.#o.kit();
    return html`<form class="cleeng-form" novalidate method="post" @submit=${this.#onRequest} @input=${this.#errors.onInput}>
      <p class="cleeng-switch">${this.#text('forgot.text')}</p>
      ${this.#renderError(this.#request.error, [])}
      ${field({
        id: this.#o.region.id('forgot-email'),
        name: 'email',
        type: 'email',
        label: this.#text('forgot.email'),
        autocomplete: 'username',
        required: true,
        value: kit ? draftOf(kit).email : '',
        error: this.#errors.of('email'),
      })}
      ${this.#renderSubmit(this.#text('forgot.submit'), this.#request.busy && this.#text('forgot.submitting'))} ${this.#renderBack()}
    </form>`;
  }

  #renderSent(): TemplateResult {
    const again = () => {
      this.#sentTo = '';
      this.#o.show('forgot');
    };
    return html`<div class="cleeng-form">
      ${notice({ kind: 'success', text: this.#text('forgot.sent', { email: this.#sentTo }) })}
      <div class="cleeng-actions">
        <button class="cleeng-link" type="button" @click=${again}>${this.#text('forgot.again')}</button>
        ${this.#renderBack()}
      </div>
    </div>`;
  }

  #renderReset(): TemplateResult {
    const email = this.#o.link()?.email ?? '';
    return html`<form class="cleeng-form" novalidate method="post" @submit=${this.#onSet} @input=${(event: Event) => this.#onInput(event)}>
      <p class="cleeng-switch">${this.#text('reset.for', { email })}</p>
      ${this.#renderError(this.#set.error, ['invalid-password', 'password-weak'])} ${username(email)}
      ${passwordField({
        id: this.#o.region.id('new-password'),
        name: 'password',
        label: this.#text('reset.password'),
        autocomplete: 'new-password',
        hint: this.#text('reset.hint'),
        error: this.#errors.of('password'),
        shown: this.#shown,
        showLabel: this.#text('reset.show-password'),
        onToggle: () => this.#show(!this.#shown),
        more: this.#meter.render(),
      })}
      ${this.#renderSubmit(this.#text('reset.submit'), this.#set.busy && this.#text('reset.submitting'))}
    </form>`;
  }

  #renderExpired(): TemplateResult {
    return html`<div class="cleeng-form">
      ${notice({ kind: 'error', text: this.#text('reset.expired'), more: this.#o.help(this.#text('action.help')) })}
      <div class="cleeng-actions">
        ${button({ label: this.#text('reset.another'), kind: 'primary', onClick: () => this.#o.show('forgot') })} ${this.#renderBack()}
      </div>
    </div>`;
  }

  #renderError(error: CleengError | undefined, shownAtField: readonly string[]): TemplateResult | typeof nothing {
    if (!error || shownAtField.includes(error.code)) return nothing;
    return notice({ kind: 'error', text: errorText(this.#texts, error), more: this.#o.help(this.#text('action.help')) });
  }

  #renderSubmit(label: string, busy: string | false): TemplateResult {
    const seconds = this.#pause.left;
    return button({
      label: seconds ? this.#text('action.wait', { seconds }) : label,
      busy,
      off: seconds > 0,
      kind: 'primary',
      type: 'submit',
    });
  }

  #renderBack(): TemplateResult {
    return html`<button class="cleeng-link" type="button" @click=${() => this.#o.show('login')}>${this.#text('forgot.back')}</button>`;
  }

  readonly #missing = (): string => this.#text('field.required');

  readonly #onRequest = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const kit = this.#o.kit();
    const email = textOf(new FormData(form), 'email').trim();
    const problem = !email ? this.#missing : isEmail(email) ? undefined : () => this.#text('field.email-invalid');
    if (!this.#errors.show(form, { email: problem }) || !kit || this.#request.busy || this.#pause.left) return;
    draftOf(kit).email = email;
    const outcome = await this.#request.run(email);
    if (!outcome.ok) return this.#failed(outcome.error);
    this.#sentTo = email;
    this.#o.show('forgot');
    this.#o.element.dispatchEvent(new PasswordRequestedEvent(email));
  };

  readonly #onSet = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const link = this.#o.link();
    const password = textOf(new FormData(form), 'password');
    const problem = !password ? this.#missing : isPassword(password) ? undefined : () => this.#text('reset.weak');
    if (!this.#errors.show(form, { password: problem }) || !link || this.#set.busy || this.#pause.left) return;
    this.#show(false);
    const outcome = await this.#set.run(link, password);
    if (!outcome.ok) {
      if (['invalid-password', 'password-weak'].includes(outcome.error.code)) {
        this.#errors.show(form, { password: () => errorText(this.#texts, outcome.error) });
      }
      return this.#failed(outcome.error);
    }
    this.#o.element.dispatchEvent(new PasswordChangedEvent(link.email));
    this.#o.changed(link.email, password);
  };

  #failed(error: CleengError): void {
    this.#pause.after(error);
    this.#o.element.dispatchEvent(new PasswordErrorEvent(error));
  }

  #onInput(event: Event): void {
    this.#errors.onInput(event);
    this.#meter.follow(event.target as HTMLInputElement);
  }

  #show(shown: boolean): void {
    this.#shown = shown;
    this.#o.element.requestUpdate();
  }

  #text(key: keyof typeof messages, values?: Record<string, string | number>): string {
    return this.#texts.text(key, values);
  }
}
