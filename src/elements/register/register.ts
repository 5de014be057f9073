import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { consentMemory, publisherConsentsOf, type PublisherConsent } from '../../controllers/consents.js';
import { draftOf } from '../../controllers/draft.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { placeOf } from '../../controllers/place.js';
import { Watch } from '../../controllers/watch.js';
import { register as messages } from '../../i18n/en/register.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { consentRecords, type ConsentRecord } from '../../session/consents.js';
import type { ResourceState } from '../../session/resource.js';
import { controls } from '../../ui/controls.js';
import { formMore } from '../../ui/form-more.js';
import { frame } from '../../ui/frame.js';
import { loading } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { social } from '../../ui/social.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import type { Loaders } from '../nested.js';
import type { StrengthMeter } from '../strength-meter.js';
import type { Aside } from './aside.js';
import { RegisterErrorEvent, RegisterLoginEvent } from './events.js';
import { readRegistration, registerForm, type Typed } from './form.js';
import { SignUp } from './sign-up.js';
import { isRegister, type RegisterView } from './views.js';

type Key = keyof typeof messages;

/**
 * Registers a viewer with e-mail, password and the publisher's consents, of which none is ever ticked beforehand, and asks the publisher's
 * questions before they go on. What was agreed to is kept, across a reload too, until the platform has stored it.
 *
 * @summary Registration with the publisher's consents.
 * @fires {RegisterSuccessEvent} cleeng-register-success - The viewer is registered and may go on; the consents are stored.
 * @fires {RegisterErrorEvent} cleeng-register-error - The attempt failed; the element shows why.
 * @fires {RegisterLoginEvent} cleeng-register-login - Cancelable: the viewer has an account already.
 * @slot heading - Replaces the heading.
 * @slot social - Below the form, for your own buttons of other ways to register.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart submit - The button that logs out, or tries again.
 */
export class CleengRegister extends CleengElement {
  static override styles = [tokens, frame, controls];
  /** How what is shown in place is loaded. */
  static nestable: Loaders = {};

  /** Shows a link to the login. */
  @property({ type: Boolean }) switchable = false;
  /** Leaves the publisher's questions after a registration to the page. */
  @property({ type: Boolean, attribute: 'no-steps' }) noSteps = false;
  /** The address to begin with. */
  @property() email?: string;
  /** Asks for first and last name, too: `optional` or `required`. */
  @property() names?: 'optional' | 'required';

  @state() private form: 'register' | 'login' = 'register';
  @state() private passwordShown = false;
  readonly #localize = new Localize(this, messages, identity, 'register');
  readonly #consents = new Watch<ResourceState<PublisherConsent[]>>(this);
  readonly #errors = new FormErrors(this);
  readonly #signUp = new SignUp(this);
  readonly #register = new Action(this, (typed: Typed, records: readonly ConsentRecord[]) => this.#create(this.kit!, typed, records));
  /** Brings what is shown besides the registration's own form. */
  readonly #open = new Action(this, () => this.#bring());
  readonly #pause = new Pause(this, () => this.#register.reset());
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(formMore), () => this.#renderRegion());

  #meter: StrengthMeter | undefined;
  #aside: Aside | undefined;
  /** The viewer asked for what is shown next: the focus goes along. */
  #follow = false;

  /** What the element shows now; stories and tests name it. */
  get view(): RegisterView {
    if (this.#register.busy) return 'submitting';
    if (this.#isAside) {
      if (this.#open.error) return 'open-failed';
      return this.#isReady ? this.#aside!.view(this.form) : 'opening';
    }
    if (!this.#list) return this.#consents.state?.status === 'failed' ? 'consents-failed' : 'loading';
    if (this.#pause.left) return 'throttled';
    const { error } = this.#register;
    if (!error) return 'form';
    return error.code === 'customer-exists' ? error.code : error === this.#signUp.placeError ? 'country' : 'failed';
  }

  protected override kitChanged(kit: Kit): void {
    const resource = publisherConsentsOf(kit);
    this.#consents.retarget(resource);
    void resource.load();
    void placeOf(kit).load();
  }

  protected override sessionChanged(before?: string): void {
    if (before) this.#aside?.stop();
    if (this.customerId && !this.#register.busy) void this.#aside?.goOn(this.customerId, this.noSteps);
  }

  protected override updated(): void {
    const idle = this.view === 'opening' && !this.#isReady && !this.#open.busy;
    if (idle) void this.#open.run();
    if (!this.#follow || this.view === 'opening') return;
    this.#follow = false;
    this.#aside?.follow();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    const { view } = this;
    return html`
      <section class="stack" part="form">
        ${
          ['login', 'capture', 'consents'].includes(view)
            ? nothing
            : html`<slot name="heading">
                <h2 part="heading" tabindex="-1">${this.#text(view === 'signed-in' ? 'register.signed-in' : 'register.heading')}</h2>
              </slot>`
        }
        ${this.#renderFrame(view)}
        <slot name="cleeng-form"></slot>
        ${isRegister(view) ? social(this, this.#text('register.or'), () => this.requestUpdate()) : nothing}
        <slot name="footer"></slot>
      </section>
    `;
  }

  /** What needs no password manager. */
  #renderFrame(view: RegisterView): TemplateResult | typeof nothing {
    const again = (act: () => unknown) => [this.#text('action.retry'), act] as const;
    switch (view) {
      case 'opening':
        return loading(this.#text('state.loading'));
      case 'open-failed':
        return stuck(this.#text('error.network'), [again(() => this.#open.reset())], this.#help);
      default:
        return this.#aside?.frame(view, this.customerId, this.noSteps) ?? nothing;
    }
  }

  #renderRegion(): TemplateResult | typeof nothing {
    const { kit, view } = this;
    if (!kit) return nothing;
    // While the account is being created the form stays as it is: a refusal must not cost what was typed.
    if (!isRegister(view)) return this.#aside?.region(view) ?? nothing;
    const { country } = this.#signUp;
    const { error } = this.#register;
    return registerForm({
      texts: this.#localize,
      id: (name) => this.#region.id(name),
      errors: this.#errors,
      failure: error && !this.#signUp.fieldOf(error) ? errorText(this.#localize, error) : undefined,
      exists: view === 'customer-exists',
      help: this.#help,
      names: this.names,
      email: draftOf(kit).email || this.email || '',
      strength: this.#meter?.render(),
      passwordShown: this.passwordShown,
      country: country ? country.countryField(this.#localize, this.#region.id('country'), this.#errors.of('country')) : nothing,
      consents: this.#list,
      consentsFailure: view === 'consents-failed' ? this.#consentsFailure : undefined,
      busy: view === 'submitting',
      seconds: this.#pause.left,
      switchable: this.switchable,
      onTogglePassword: () => (this.passwordShown = !this.passwordShown),
      onInput: this.#onInput,
      onSubmit: this.#onSubmit,
      onLogin: this.#onLogin,
      onRetryConsents: () => publisherConsentsOf(kit).refresh(),
    });
  }

  readonly #onInput = (event: Event): void => {
    this.#errors.onInput(event);
    void this.#measure(event.target as HTMLInputElement);
  };

  /** The meter comes with the first key; without it nothing is missing. */
  async #measure(input: HTMLInputElement): Promise<void> {
    const module = this.#meter ? undefined : await import('../strength-meter.js').catch(() => undefined);
    this.#meter ??= module && new module.StrengthMeter(this, this.#region);
    this.#meter?.follow(input);
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const list = this.#list;
    const { typed, problems } = readRegistration(this.#localize, form, this.names, this.#signUp.country !== undefined);
    const isTicked = (index: number) => (form.elements.namedItem(this.#region.id(`consent-${index}`)) as HTMLInputElement).checked;
    const missing = list?.filter(({ required }, index) => required && !isTicked(index)) ?? [];
    const unticked = missing.map(({ name }) => [name, () => this.#text('register.consent-required')] as const);
    const valid = this.#errors.show(form, { ...problems, ...Object.fromEntries(unticked) });
    if (!valid || !list || this.#register.busy || this.#pause.left) return;
    this.passwordShown = false;
    const outcome = await this.#register.run(typed, consentRecords(list, isTicked, new Date()));
    if (outcome.ok) return;
    const { error } = outcome;
    const field = this.#signUp.fieldOf(error);
    const text = () => (field === 'country' ? this.#text('register.country-needed') : errorText(this.#localize, error));
    if (field) this.#errors.show(form, { [field]: text });
    this.#pause.after(error);
    this.dispatchEvent(new RegisterErrorEvent(error));
  };

  async #create(kit: Kit, typed: Typed, records: readonly ConsentRecord[]): Promise<void> {
    const draft = draftOf(kit);
    draft.by = this;
    // What comes after it comes while the platform answers.
    void import('./aside.js').catch(() => undefined);
    await this.#signUp.run(kit, typed, this.#localize.wanted);
    draft.email = '';
    this.form = 'register';
    // From here on nothing may be lost: the account is there, and what was agreed to is not stored yet.
    if (this.customerId) consentMemory(kit).keep(this.customerId, records);
    await this.#open.run();
  }

  /** The link is a chance for the page first; what it does not take, the element shows itself. */
  readonly #onLogin = (): void => {
    const email = this.#region.node.querySelector<HTMLInputElement>('[name=email]')?.value.trim() ?? '';
    if (this.kit) draftOf(this.kit).email = email;
    if (this.dispatchEvent(new RegisterLoginEvent(email)) && CleengRegister.nestable.login) this.#show('login');
  };

  #show(form: 'register' | 'login'): void {
    this.form = form;
    this.#follow = true;
    this.#open.reset();
    this.#register.reset();
  }

  async #bring(): Promise<void> {
    const { Aside } = await import('./aside.js');
    this.#aside ??= new Aside({
      element: this,
      nestable: CleengRegister.nestable,
      kit: () => this.kit,
      help: (label) => this.renderHelp(label),
      back: () => this.#show('register'),
    });
    await this.#aside.bring(this.form);
    if (this.customerId) await this.#aside.goOn(this.customerId, this.noSteps);
  }

  /** Whether something else than the registration's own form is to be shown. */
  get #isAside(): boolean {
    return this.form === 'login' || this.customerId !== undefined;
  }

  get #isReady(): boolean {
    return this.#aside?.has(this.form) ?? false;
  }

  get #list(): readonly PublisherConsent[] | undefined {
    const consents = this.#consents.state;
    return consents && 'value' in consents ? consents.value : undefined;
  }

  get #consentsFailure(): string {
    const { state } = this.#consents;
    const unknown = state?.status === 'failed' && state.error.code === 'publisher-unknown';
    return this.#text(unknown ? 'error.publisher-unknown' : 'register.consents-failed');
  }

  get #help() {
    return this.renderHelp(this.#text('action.help'));
  }

  #text(key: Key): string {
    return this.#localize.text(key);
  }
}
