import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { publisherConsentsOf, type PublisherConsent } from '../../controllers/consents.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Watch } from '../../controllers/watch.js';
import { register as messages } from '../../i18n/en/register.js';
import { Localize } from '../../i18n/localize.js';
import { labelText, readLabel, storeConsents, type ConsentRecord } from '../../session/consents.js';
import type { ResourceState } from '../../session/resource.js';
import { isEmail, isPassword } from '../../session/rules.js';
import { signUp } from '../../session/sign-in.js';
import { button } from '../../ui/button.js';
import { checkbox } from '../../ui/checkbox.js';
import { controls } from '../../ui/controls.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { passwordField } from '../../ui/password-field.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { RegisterErrorEvent, RegisterLoginEvent, RegisterSuccessEvent } from './events.js';

/** What `<cleeng-register>` can show. */
export const REGISTER_VIEWS = ['loading', 'consents-failed', 'form', 'submitting', 'failed', 'consents-not-saved', 'signed-in'] as const;
export type RegisterView = (typeof REGISTER_VIEWS)[number];

/**
 * Registers a viewer with e-mail, password and the publisher's consents, of which none is ever ticked beforehand.
 *
 * @summary Registration with the publisher's consents.
 * @fires {RegisterSuccessEvent} cleeng-register-success - The viewer is registered and signed in, the consents are stored.
 * @fires {RegisterErrorEvent} cleeng-register-error - The attempt failed; the element shows why.
 * @fires {RegisterLoginEvent} cleeng-register-login - The viewer has an account already.
 * @slot heading - Replaces the heading.
 * @slot footer - Below the form.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that logs out, or tries again.
 */
export class CleengRegister extends CleengElement {
  static override styles = [tokens, frame, controls];

  /** Shows a link to the login, which fires `cleeng-register-login`. */
  @property({ type: Boolean }) switchable = false;

  @state() private passwordShown = false;
  /** Consents of the account just created that the platform has not stored yet. */
  @state() private unsaved: readonly ConsentRecord[] | undefined;

  readonly #localize = new Localize(this, messages);
  readonly #consents = new Watch<ResourceState<PublisherConsent[]>>(this);
  readonly #errors = new FormErrors(this);
  readonly #register = new Action(this, (email: string, password: string) => signUp(this.kit!.session, { email, password }));
  readonly #save = new Action(this, (records: readonly ConsentRecord[]) => storeConsents(this.kit!.session, records));
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(), () => this.#renderForm());

  /** What the element shows now; stories and tests name it. */
  get view(): RegisterView {
    if (this.#register.busy || this.#save.busy) return 'submitting';
    if (this.unsaved && this.customerId) return 'consents-not-saved';
    if (this.customerId) return 'signed-in';
    const consents = this.#consents.state;
    if (consents?.status === 'failed' && !consents.value) return 'consents-failed';
    if (!consents || !('value' in consents) || !consents.value) return 'loading';
    return this.#register.error ? 'failed' : 'form';
  }

  protected override kitChanged(kit: Kit): void {
    const resource = publisherConsentsOf(kit);
    this.#consents.retarget(resource);
    void resource.load();
  }

  protected override sessionChanged(): void {
    if (!this.customerId) this.unsaved = undefined;
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    const { view } = this;
    return html`
      <section class="stack" part="form">
        <slot name="heading"><h2 part="heading">${this.#text(view === 'signed-in' ? 'register.signed-in' : 'register.heading')}</h2></slot>
        ${view === 'loading' ? loading(this.#text('state.loading')) : nothing}
        ${this.#save.busy ? loading(this.#text('register.saving')) : nothing}
        ${view === 'consents-failed' ? this.#renderConsentsFailed() : nothing}
        ${view === 'consents-not-saved' ? this.#renderNotSaved() : nothing}
        ${
          view === 'signed-in'
            ? html`<div>
                ${button({ label: this.#text('register.log-out'), part: 'submit', onClick: () => this.kit?.session.logout() })}
              </div>`
            : nothing
        }
        <slot name="cleeng-form"></slot>
        <slot name="footer"></slot>
      </section>
    `;
  }

  #renderConsentsFailed(): TemplateResult {
    const retry = () => void (this.kit && publisherConsentsOf(this.kit).refresh());
    const failed = this.#consents.state;
    const unknown = failed?.status === 'failed' && failed.error.code === 'publisher-unknown';
    return notice({
      kind: 'error',
      text: this.#text(unknown ? 'error.publisher-unknown' : 'register.consents-failed'),
      more: html`${button({ label: this.#text('action.retry'), part: 'submit', onClick: retry })} ${this.#help()}`,
    });
  }

  #renderNotSaved(): TemplateResult {
    return notice({
      kind: 'error',
      text: this.#text('register.consents-not-saved'),
      more: html`${button({ label: this.#text('action.retry'), part: 'submit', onClick: () => void this.#saveConsents() })} ${this.#help()}`,
    });
  }

  #renderForm(): TemplateResult | typeof nothing {
    const { view } = this;
    // While the account is being created the form stays as it is: a refusal must not cost what was typed.
    if (!this.kit || (view !== 'form' && view !== 'failed' && !this.#register.busy)) return nothing;
    const { error } = this.#register;
    return html`
      <form class="cleeng-form" novalidate method="post" @submit=${this.#onSubmit} @input=${this.#errors.onInput}>
        ${error ? notice({ kind: 'error', text: errorText(this.#localize, error), more: this.#help() }) : nothing}
        ${field({
          id: this.#region.id('email'),
          name: 'email',
          type: 'email',
          label: this.#text('register.email'),
          autocomplete: 'username',
          required: true,
          error: this.#errors.of('email'),
        })}
        ${passwordField({
          id: this.#region.id('password'),
          name: 'password',
          label: this.#text('register.password'),
          autocomplete: 'new-password',
          hint: this.#text('register.password-hint'),
          error: this.#errors.of('password'),
          shown: this.passwordShown,
          showLabel: this.#text('register.show-password'),
          onToggle: () => (this.passwordShown = !this.passwordShown),
        })}
        ${
          this.#list.length
            ? html`<fieldset class="cleeng-group">
                <legend class="cleeng-label">${this.#text('register.consents')}</legend>
                ${this.#list.map((consent) => this.#renderConsent(consent))}
              </fieldset>`
            : nothing
        }
        ${button({
          label: this.#text('register.submit'),
          busy: view === 'submitting' && this.#text('register.submitting'),
          kind: 'primary',
          type: 'submit',
        })}
        ${
          this.switchable
            ? html`<p class="cleeng-switch">
                ${this.#text('register.has-account')}
                <button class="cleeng-link" type="button" @click=${() => this.dispatchEvent(new RegisterLoginEvent())}>
                  ${this.#text('register.log-in')}
                </button>
              </p>`
            : nothing
        }
      </form>
    `;
  }

  #renderConsent({ name, label, required }: PublisherConsent): TemplateResult {
    const shown = readLabel(label).map(({ text, href }) =>
      href ? html`<a class="cleeng-link" href=${href} target="_blank" rel="noopener noreferrer">${text}</a>` : text,
    );
    return checkbox({
      id: this.#region.id(name),
      name,
      label: shown,
      required,
      error: this.#errors.of(name),
      optional: required ? undefined : this.#text('register.consent-optional'),
    });
  }

  readonly #onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const email = textOf(data, 'email').trim();
    const password = textOf(data, 'password');
    const missing = this.#list.filter(({ name, required }) => required && !data.has(name));
    const valid = this.#errors.show(form, {
      email: !email ? this.#text('field.required') : isEmail(email) ? undefined : this.#text('field.email-invalid'),
      password: !password ? this.#text('field.required') : isPassword(password) ? undefined : this.#text('register.password-weak'),
      ...Object.fromEntries(missing.map(({ name }) => [name, this.#text('register.consent-required')])),
    });
    if (!valid || this.#register.busy || this.#save.busy) return;
    const at = new Date().toISOString();
    const records = this.#list.map(({ name, version, label }): ConsentRecord => {
      return { name, version, state: data.has(name) ? 'accepted' : 'declined', text: labelText(label), at };
    });
    // Registering signs in at once: what was agreed to is kept here until the platform has it.
    this.unsaved = records;
    const outcome = await this.#register.run(email, password);
    if (outcome.ok) return this.#saveConsents();
    this.unsaved = undefined;
    this.dispatchEvent(new RegisterErrorEvent(outcome.error));
  };

  async #saveConsents(): Promise<void> {
    const records = this.unsaved;
    if (!records || this.#save.busy) return;
    const outcome = await this.#save.run(records);
    if (!outcome.ok) return void this.dispatchEvent(new RegisterErrorEvent(outcome.error));
    this.unsaved = undefined;
    if (this.customerId) this.dispatchEvent(new RegisterSuccessEvent(this.customerId, records));
  }

  get #list(): readonly PublisherConsent[] {
    const consents = this.#consents.state;
    return (consents && 'value' in consents && consents.value) || [];
  }

  #help() {
    return this.renderHelp(this.#text('action.help'));
  }

  #text(key: keyof typeof messages): string {
    return this.#localize.text(key);
  }
}
