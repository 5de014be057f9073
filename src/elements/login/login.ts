import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { customerOf } from '../../controllers/customer.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Watch } from '../../controllers/watch.js';
import { Localize } from '../../i18n/localize.js';
import { login as messages } from '../../i18n/en/login.js';
import type { Customer } from '../../account/customer.js';
import type { ResourceState } from '../../session/resource.js';
import { isEmail } from '../../session/rules.js';
import { logIn } from '../../session/sign-in.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { frame } from '../../ui/frame.js';
import { notice } from '../../ui/notice.js';
import { passwordField } from '../../ui/password-field.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { LoginErrorEvent, LoginRegisterEvent, LoginSuccessEvent } from './events.js';

/** What `<cleeng-login>` can show. */
export const LOGIN_VIEWS = ['form', 'submitting', 'failed', 'session-expired', 'signed-in'] as const;
export type LoginView = (typeof LOGIN_VIEWS)[number];

/**
 * Logs a viewer in with e-mail and password. The form lives in the light DOM, where password managers find it.
 *
 * @summary E-mail and password login.
 * @fires {LoginSuccessEvent} cleeng-login-success - The viewer is logged in.
 * @fires {LoginErrorEvent} cleeng-login-error - The attempt failed; the element shows why.
 * @fires {LoginRegisterEvent} cleeng-login-register - The viewer would rather create an account.
 * @slot heading - Replaces the heading.
 * @slot footer - Below the form, for links such as the one to your registration.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that logs out.
 */
export class CleengLogin extends CleengElement {
  static override styles = [tokens, frame, controls];

  /** Shows a link to the registration, which fires `cleeng-login-register`. */
  @property({ type: Boolean }) switchable = false;

  @state() private passwordShown = false;

  readonly #localize = new Localize(this, messages);
  readonly #login = new Action(this, (email: string, password: string) => logIn(this.kit!.session, { email, password }));
  readonly #errors = new FormErrors(this);
  readonly #customer = new Watch<ResourceState<Customer>>(this);
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(), () => this.#renderForm());

  /** What the element shows now; stories and tests name it. */
  get view(): LoginView {
    if (this.customerId) return 'signed-in';
    if (this.#login.busy) return 'submitting';
    if (this.#login.error) return 'failed';
    const session = this.session.state;
    return session?.status === 'lost' && session.reason === 'expired' ? 'session-expired' : 'form';
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    this.#customer.retarget(customerOf(this.kit));
    return html`
      <section class="stack" part="form">
        <slot name="heading"><h2 part="heading">${this.#text(this.customerId ? 'login.signed-in' : 'login.heading')}</h2></slot>
        ${this.customerId ? this.#renderSignedIn() : nothing}
        <slot name="cleeng-form"></slot>
        <slot name="footer"></slot>
      </section>
    `;
  }

  #renderSignedIn(): TemplateResult {
    const customer = this.#customer.state;
    const email = customer && 'value' in customer ? customer.value?.email : undefined;
    return html`
      ${email ? html`<p>${this.#text('login.signed-in-as', { email })}</p>` : nothing}
      <div>${button({ label: this.#text('login.log-out'), part: 'submit', onClick: () => this.kit?.session.logout() })}</div>
    `;
  }

  #renderForm(): TemplateResult | typeof nothing {
    if (!this.kit || this.customerId) return nothing;
    const { error } = this.#login;
    return html`
      <form class="cleeng-form" novalidate method="post" @submit=${this.#onSubmit} @input=${this.#errors.onInput}>
        ${this.view === 'session-expired' ? notice({ kind: 'info', text: this.#text('login.session-expired') }) : nothing}
        ${error ? notice({ kind: 'error', text: errorText(this.#localize, error), more: this.renderHelp(this.#text('action.help')) }) : nothing}
        ${field({
          id: this.#region.id('email'),
          name: 'email',
          type: 'email',
          label: this.#text('login.email'),
          autocomplete: 'username',
          required: true,
          error: this.#errors.of('email'),
        })}
        ${passwordField({
          id: this.#region.id('password'),
          name: 'password',
          label: this.#text('login.password'),
          autocomplete: 'current-password',
          error: this.#errors.of('password'),
          shown: this.passwordShown,
          showLabel: this.#text('login.show-password'),
          onToggle: () => (this.passwordShown = !this.passwordShown),
        })}
        ${button({
          label: this.#text('login.submit'),
          busy: this.#login.busy && this.#text('login.submitting'),
          kind: 'primary',
          type: 'submit',
        })}
        ${
          this.switchable
            ? html`<p class="cleeng-switch">
                ${this.#text('login.no-account')}
                <button class="cleeng-link" type="button" @click=${() => this.dispatchEvent(new LoginRegisterEvent())}>
                  ${this.#text('login.register')}
                </button>
              </p>`
            : nothing
        }
      </form>
    `;
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const email = textOf(data, 'email').trim();
    const password = textOf(data, 'password');
    const valid = this.#errors.show(form, {
      email: !email ? this.#text('field.required') : isEmail(email) ? undefined : this.#text('field.email-invalid'),
      password: password ? undefined : this.#text('field.required'),
    });
    if (!valid || this.#login.busy) return;
    const outcome = await this.#login.run(email, password);
    if (outcome.ok && this.customerId) this.dispatchEvent(new LoginSuccessEvent(this.customerId));
    else if (!outcome.ok) this.dispatchEvent(new LoginErrorEvent(outcome.error));
  };

  #text(key: keyof typeof messages, values?: Record<string, string>): string {
    return this.#localize.text(key, values);
  }
}
