import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { consentMemory, publisherConsentsOf, type PublisherConsent } from '../../controllers/consents.js';
import { draftOf } from '../../controllers/draft.js';
import { errorText } from '../../controllers/error-text.js';
import { focusTop } from '../../controllers/focus-top.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { placeOf } from '../../controllers/place.js';
import { Steps } from '../../controllers/steps.js';
import { Watch } from '../../controllers/watch.js';
import { register as messages } from '../../i18n/en/register.js';
import { Localize } from '../../i18n/localize.js';
import { consentRecords, storeConsents, type ConsentRecord } from '../../session/consents.js';
import type { ResourceState } from '../../session/resource.js';
import { strengthOf } from '../../session/strength.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { social } from '../../ui/social.js';
import { strengthStyle } from '../../ui/strength.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested, type Loaders } from '../nested.js';
import { RegisterErrorEvent, RegisterLoginEvent, RegisterSuccessEvent } from './events.js';
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
  @state() private strength = 0;
  /** Consents of the account just created that the platform has not stored yet. */
  @state() private unsaved: readonly ConsentRecord[] | undefined;

  readonly #localize = new Localize(this, messages);
  readonly #consents = new Watch<ResourceState<PublisherConsent[]>>(this);
  readonly #errors = new FormErrors(this);
  readonly #signUp = new SignUp(this);
  readonly #register = new Action(this, (typed: Typed) => this.#signUp.run(this.kit!, typed, this.#localize.lang));
  readonly #save = new Action(this, (records: readonly ConsentRecord[]) =>
    storeConsents(this.kit!.session, records, consentMemory(this.kit!)),
  );
  readonly #open = new Action(this, async () => void (await this.#nestable.login?.()));
  readonly #pause = new Pause(this, () => this.#register.reset());
  readonly #steps = new Steps<readonly ConsentRecord[]>(this, {
    kit: () => this.kit,
    load: async (step) => this.#nestable[step]?.(),
    done: (customerId, consents) => this.dispatchEvent(new RegisterSuccessEvent(customerId, consents)),
  });
  readonly #region = new LightRegion(this, 'cleeng-form', [...formSheets(), strengthStyle.styleSheet!], () => this.#renderRegion());

  constructor() {
    super();
    this.addEventListener('cleeng-login-success', () => this.#show('register'));
    this.addEventListener('cleeng-login-register', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#show('register');
    });
  }

  /** What the element shows now; stories and tests name it. */
  get view(): RegisterView {
    const step = this.#steps.state;
    if (this.#register.busy || this.#save.busy) return 'submitting';
    if (this.unsaved && this.customerId) return 'consents-not-saved';
    if (step) return step === 'checking' ? 'continuing' : step === 'failed' ? 'next-failed' : step;
    if (this.form === 'login') return this.#open.busy ? 'opening' : this.#open.error ? 'open-failed' : 'login';
    if (this.customerId) return 'signed-in';
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
    this.sessionChanged();
  }

  protected override sessionChanged(before?: string): void {
    const { customerId, kit } = this;
    if (before) {
      this.unsaved = undefined;
      this.#steps.stop();
    }
    if (!customerId || !kit || this.unsaved) return;
    // A reload came between the account and its consents: what was agreed to is stored now.
    this.unsaved = consentMemory(kit).recall(customerId);
    if (this.unsaved) void this.#saveConsents();
    else if (!this.noSteps) this.#steps.resume(customerId);
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
    const retry = this.#text('action.retry');
    const logOut = [this.#text('register.log-out'), () => this.kit?.session.logout()] as const;
    switch (view) {
      case 'submitting':
        return this.#save.busy ? loading(this.#text('register.saving')) : nothing;
      case 'opening':
      case 'continuing':
        return loading(this.#text('state.loading'));
      case 'open-failed':
        return stuck(this.#text('error.network'), [[retry, () => this.#show('login')]], this.#help);
      case 'consents-not-saved':
        return stuck(this.#text('register.consents-not-saved'), [[retry, () => this.#saveConsents()], logOut], this.#help);
      case 'next-failed':
        return stuck(this.#text('register.next-failed'), [[retry, this.#steps.check], logOut], this.#help);
      case 'signed-in':
        return html`<div>${button({ label: logOut[0], part: 'submit', onClick: logOut[1] })}</div>`;
      default:
        return nothing;
    }
  }

  #renderRegion(): TemplateResult | typeof nothing {
    const { kit, view } = this;
    if (!kit) return nothing;
    if (view === 'login' || view === 'capture' || view === 'consents') return nested(kit.config, view, undefined, true);
    // While the account is being created the form stays as it is: a refusal must not cost what was typed.
    if (!isRegister(view) || this.#save.busy) return nothing;
    const { country } = this.#signUp;
    return registerForm({
      texts: this.#localize,
      id: (name) => this.#region.id(name),
      errors: this.#errors,
      notices: this.#renderError(),
      names: this.names,
      email: draftOf(kit).email || this.email || '',
      strength: this.strength,
      passwordShown: this.passwordShown,
      country: country ? country.countryField(this.#localize, this.#region.id('country'), this.#errors.of('country')) : nothing,
      consents: view === 'consents-failed' ? this.#renderConsentsFailed(kit) : this.#list,
      busy: view === 'submitting',
      seconds: this.#pause.left,
      switchable: this.switchable,
      onTogglePassword: () => (this.passwordShown = !this.passwordShown),
      onInput: this.#onInput,
      onSubmit: this.#onSubmit,
      onLogin: this.#onLogin,
    });
  }

  #renderConsentsFailed(kit: Kit): TemplateResult {
    const failed = this.#consents.state;
    const unknown = failed?.status === 'failed' && failed.error.code === 'publisher-unknown';
    const text = this.#text(unknown ? 'error.publisher-unknown' : 'register.consents-failed');
    return stuck(text, [[this.#text('action.retry'), () => publisherConsentsOf(kit).refresh()]], this.#help);
  }

  /** What no field is to blame for. */
  #renderError(): TemplateResult | typeof nothing {
    const { error } = this.#register;
    if (!error || this.#signUp.fieldOf(error)) return nothing;
    const logIn = html`<button class="cleeng-link" type="button" @click=${this.#onLogin}>${this.#text('register.log-in')}</button>`;
    const more = error.code === 'customer-exists' ? logIn : this.#help;
    return notice({ kind: 'error', text: errorText(this.#localize, error), more });
  }

  readonly #onInput = (event: Event): void => {
    this.#errors.onInput(event);
    const { name, value } = event.target as HTMLInputElement;
    if (name === 'password') this.strength = strengthOf(value);
  };

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const list = this.#list;
    const { typed, problems } = readRegistration(this.#localize, form, this.names, this.#signUp.country !== undefined);
    const isTicked = (index: number) => (form.elements.namedItem(this.#region.id(`consent-${index}`)) as HTMLInputElement).checked;
    const missing = list?.filter(({ required }, index) => required && !isTicked(index)) ?? [];
    const unticked = missing.map(({ name }) => [name, this.#text('register.consent-required')] as const);
    const valid = this.#errors.show(form, { ...problems, ...Object.fromEntries(unticked) });
    if (!valid || !list || this.#register.busy || this.#save.busy || this.#pause.left) return;
    this.passwordShown = false;
    // Registering signs in at once: what was agreed to is kept here until the platform has it.
    this.unsaved = consentRecords(list, isTicked, new Date());
    const outcome = await this.#register.run(typed);
    if (outcome.ok) return this.#saveConsents();
    this.unsaved = undefined;
    const { error } = outcome;
    const field = this.#signUp.fieldOf(error);
    const text = field === 'country' ? this.#text('register.country-needed') : errorText(this.#localize, error);
    if (field) this.#errors.show(form, { [field]: text });
    this.#pause.after(error);
    this.dispatchEvent(new RegisterErrorEvent(error));
  };

  async #saveConsents(): Promise<void> {
    const records = this.unsaved;
    if (!records || this.#save.busy) return;
    const outcome = await this.#save.run(records);
    const { customerId } = this;
    // What the platform refuses for good is asked for anew, in the words it has now.
    const anew = !outcome.ok && outcome.error.code === 'invalid-request' && !this.noSteps;
    if (!outcome.ok) this.dispatchEvent(new RegisterErrorEvent(outcome.error));
    if ((!outcome.ok && !anew) || !customerId) return;
    this.unsaved = undefined;
    if (this.kit) draftOf(this.kit).email = '';
    if (this.noSteps) this.dispatchEvent(new RegisterSuccessEvent(customerId, records));
    else await this.#steps.begin(customerId, outcome.ok, outcome.ok ? records : []);
  }

  /** The link is a chance for the page first; what it does not take, the element shows itself. */
  readonly #onLogin = (): void => {
    const email = this.#region.node.querySelector<HTMLInputElement>('[name=email]')?.value.trim() ?? '';
    if (this.kit) draftOf(this.kit).email = email;
    if (this.dispatchEvent(new RegisterLoginEvent(email)) && this.#nestable.login) this.#show('login', true);
  };

  /** @param byViewer whether to take the focus along */
  #show(form: 'register' | 'login', byViewer = false): void {
    this.form = form;
    this.#register.reset();
    void Promise.resolve(form === 'login' && this.#open.run()).then(() => (byViewer ? focusTop(this) : undefined));
  }

  get #list(): readonly PublisherConsent[] | undefined {
    const consents = this.#consents.state;
    return consents && 'value' in consents ? consents.value : undefined;
  }

  get #help() {
    return this.renderHelp(this.#text('action.help'));
  }

  get #nestable(): Loaders {
    return (this.constructor as typeof CleengRegister).nestable;
  }

  #text(key: Key): string {
    return this.#localize.text(key);
  }
}
