import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { draftOf } from '../../controllers/draft.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { login as messages } from '../../i18n/en/login.js';
import { readResetLink, type ResetLink } from '../../session/reset-link.js';
import { logIn } from '../../session/sign-in.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { textOf } from '../../ui/form-data.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { social } from '../../ui/social.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import type { Loaders } from '../nested.js';
import type { Aside } from './aside.js';
import { LoginErrorEvent, LoginForgotEvent, LoginRegisterEvent, LoginSuccessEvent } from './events.js';
import { loginForm, readLogin } from './form.js';
import { isLogin, type LoginForm, type LoginNotice, type LoginView } from './views.js';

type Key = keyof typeof messages;

/**
 * Logs a viewer in with e-mail and password, helps who forgot it, and asks what the publisher wants to know before they go on: its questions
 * and consents that changed. The forms live in the light DOM, where password managers find them.
 *
 * A link to set a new password may lead to any page with this element: it takes the token out of the address and shows the form.
 *
 * @summary Login with e-mail and password, forgotten and new passwords.
 * @fires {LoginSuccessEvent} cleeng-login-success - The viewer is logged in and may go on.
 * @fires {LoginErrorEvent} cleeng-login-error - The attempt failed; the element shows why.
 * @fires {LoginRegisterEvent} cleeng-login-register - Cancelable: the viewer would rather create an account.
 * @fires {LoginForgotEvent} cleeng-login-forgot - Cancelable: the viewer forgot the password.
 * @fires {LoginContinueEvent} cleeng-login-continue - Cancelable: somebody who is logged in already goes on to `continue-url`.
 * @fires {PasswordRequestedEvent} cleeng-password-requested - A link to choose a new password was asked for.
 * @fires {PasswordChangedEvent} cleeng-password-changed - A new password is set; logging in with it follows.
 * @fires {PasswordErrorEvent} cleeng-password-error - Either of them failed; the element shows why.
 * @slot heading - Replaces the heading of the login.
 * @slot social - Below the login form, for your own buttons of other ways to log in.
 * @slot footer - Below the form, for links such as the one to your registration.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart notice - A message about what happened.
 * @csspart link - The link that goes on.
 * @csspart submit - The button that logs out, or tries again.
 */
export class CleengLogin extends CleengElement {
  static override styles = [tokens, frame, controls];
  /** How what is shown in place is loaded. */
  static nestable: Loaders = {};

  /** Shows a link to the registration. */
  @property({ type: Boolean }) switchable = false;
  /** Leaves the publisher's questions and changed consents after a login to the page. */
  @property({ type: Boolean, attribute: 'no-steps' }) noSteps = false;
  /** The address to begin with. */
  @property() email?: string;
  /** Something to tell above the form: `session-expired`, `email-changed` or `password-changed`. */
  @property() notice?: LoginNotice;
  /** The page a link to set a new password leads to, as an absolute URL; the platform's own unless set. That page must show this element. */
  @property({ attribute: 'reset-url' }) resetUrl?: string;
  /** Where somebody who is logged in already goes on to. */
  @property({ attribute: 'continue-url' }) continueUrl?: string;

  @state() private form: LoginForm | 'register' = 'login';
  @state() private passwordShown = false;
  /** A link to set a new password, taken from the address. */
  @state() private link: ResetLink | undefined;
  /** What the element itself has to tell above the form. */
  @state() private told: LoginNotice | undefined;

  readonly #localize = new Localize(this, messages, identity, 'login');
  readonly #login = new Action(this, (email: string, password: string) => this.#logIn(email, password));
  /** Brings what is shown besides the login's own form. */
  readonly #open = new Action(this, () => this.#bring());
  readonly #errors = new FormErrors(this);
  readonly #pause = new Pause(this, () => this.#login.reset());
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(), () => this.#renderRegion());
  #aside: Aside | undefined;
  /** Somebody logs in here, and not elsewhere. */
  #here = false;
  /** The viewer asked for what is shown next: the focus goes along. */
  #follow = false;

  /**
   * What the element shows now; stories and tests name it. Set to `login`, `forgot` or `reset` it shows that form.
   * @attr view
   */
  @property()
  get view(): LoginView {
    if (this.#login.busy) return 'submitting';
    if (this.#isAside) {
      if (this.#open.error) return 'load-failed';
      return this.#isReady ? this.#aside!.view(this.customerId) : 'loading';
    }
    if (this.#pause.left) return 'throttled';
    return this.#login.error ? 'failed' : (this.#notice ?? 'form');
  }

  set view(form: LoginForm) {
    this.form = form === 'forgot' || form === 'reset' ? form : 'login';
  }

  protected override kitChanged(kit: Kit): void {
    const found = readResetLink(location.href, kit.config.publisherId);
    if (!found) return;
    history.replaceState(history.state, '', found.rest);
    this.link = found.link;
    this.form = 'reset';
    draftOf(kit).email = found.link.email;
  }

  protected override sessionChanged(before?: string): void {
    if (before) this.#aside?.steps.stop();
    if (this.customerId && !this.#login.busy && !this.noSteps) this.#aside?.steps.resume(this.customerId);
  }

  protected override updated(): void {
    if (this.#isAside && !this.#isReady && !this.#login.busy && !this.#open.busy && !this.#open.error) void this.#open.run();
    if (!this.#follow || this.view === 'loading') return;
    this.#follow = false;
    this.#aside?.follow();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    const { view } = this;
    return html`
      <section class="stack" part="form">
        ${this.#renderHeading(view)} ${this.#renderFrame(view)}
        <slot name="cleeng-form"></slot>
        ${isLogin(view) ? social(this, this.#text('login.or'), () => this.requestUpdate()) : nothing}
        <slot name="footer"></slot>
      </section>
    `;
  }

  #renderHeading(view: LoginView): TemplateResult | typeof nothing {
    const heading = html`<h2 part="heading" tabindex="-1">${this.#text(view === 'signed-in' ? 'login.signed-in' : 'login.heading')}</h2>`;
    return this.#aside?.heading(view) ?? html`<slot name="heading">${heading}</slot>`;
  }

  /** What needs no password manager. */
  #renderFrame(view: LoginView): TemplateResult | typeof nothing {
    if (view === 'loading') return loading(this.#text('state.loading'));
    if (view !== 'load-failed') return this.#aside?.frame(view, this.customerId) ?? nothing;
    const retry = button({ label: this.#text('action.retry'), part: 'submit', onClick: () => this.#open.reset() });
    return notice({ kind: 'error', text: this.#text('login.load-failed'), more: html`${retry} ${this.#help}` });
  }

  #renderRegion(): TemplateResult | typeof nothing {
    const { kit, view } = this;
    if (!kit || !isLogin(view)) return (kit && this.#aside?.region(view)) ?? nothing;
    const { error } = this.#login;
    return loginForm({
      texts: this.#localize,
      id: (name) => this.#region.id(name),
      errors: this.#errors,
      told: error ? undefined : this.#notice,
      failure: error && errorText(this.#localize, error),
      help: this.#help,
      email: draftOf(kit).email || this.email || '',
      busy: this.#login.busy,
      seconds: this.#pause.left,
      passwordShown: this.passwordShown,
      switchable: this.switchable,
      onTogglePassword: () => (this.passwordShown = !this.passwordShown),
      onSubmit: this.#onSubmit,
      onLink: this.#onLink,
    });
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const { email, password, problems } = readLogin(this.#localize, form);
    if (!this.#errors.show(form, problems) || this.#login.busy || this.#pause.left) return;
    await this.#submit(email, password);
  };

  async #submit(email: string, password: string): Promise<void> {
    this.passwordShown = false;
    const outcome = await this.#login.run(email, password);
    if (!outcome.ok) {
      this.#pause.after(outcome.error);
      this.dispatchEvent(new LoginErrorEvent(outcome.error));
    } else if (this.noSteps && this.customerId) this.dispatchEvent(new LoginSuccessEvent(this.customerId));
  }

  async #logIn(email: string, password: string): Promise<void> {
    const kit = this.kit!;
    this.#here = !this.noSteps;
    // What comes after a login comes while the platform answers.
    if (this.#here) {
      draftOf(kit).by = this;
      void import('./aside.js').catch(() => undefined);
    }
    await logIn(kit.session, { email, password });
    draftOf(kit).email = '';
    this.told = undefined;
    this.form = 'login';
    if (this.#here) await this.#open.run();
  }

  /** A link is a chance for the page first; what it does not take, the element shows itself. */
  readonly #onLink = (event: Event, form: 'forgot' | 'register'): void => {
    const email = textOf(new FormData((event.currentTarget as HTMLButtonElement).form!), 'email').trim();
    if (this.kit) draftOf(this.kit).email = email;
    const mine = this.dispatchEvent(form === 'forgot' ? new LoginForgotEvent(email) : new LoginRegisterEvent(email));
    if (mine && (form === 'forgot' || CleengLogin.nestable.register)) this.#show(form);
  };

  #show(form: LoginForm | 'register'): void {
    this.form = form;
    this.#follow = true;
    this.#open.reset();
    this.#login.reset();
  }

  async #bring(): Promise<void> {
    const { Aside } = await import('./aside.js');
    this.#aside ??= new Aside({
      element: this,
      region: this.#region,
      nestable: CleengLogin.nestable,
      kit: () => this.kit,
      form: () => this.form,
      link: () => this.link,
      resetUrl: () => this.resetUrl,
      continueUrl: () => this.continueUrl,
      help: (label) => this.renderHelp(label),
      show: (form) => this.#show(form),
      changed: (email, password) => {
        this.link = undefined;
        this.told = 'password-changed';
        this.#show('login');
        void this.#submit(email, password);
      },
    });
    await this.#aside.bring(this.form);
    if (!this.customerId || this.noSteps) return;
    if (this.#here) await this.#aside.steps.begin(this.customerId, undefined);
    else this.#aside.steps.resume(this.customerId);
    this.#here = false;
  }

  /** Whether something else than the login's own form is to be shown. */
  get #isAside(): boolean {
    return this.form !== 'login' || this.customerId !== undefined;
  }

  get #isReady(): boolean {
    return this.#aside?.has(this.form) ?? false;
  }

  /** What to tell above the form: our own news first, then the page's, then why the session ended. */
  get #notice(): LoginNotice | undefined {
    const session = this.session.state;
    const ended = session && 'reason' in session && session.reason !== 'signed-out-elsewhere' ? 'session-expired' : undefined;
    return this.told ?? this.notice ?? ended;
  }

  get #help() {
    return this.renderHelp(this.#text('action.help'));
  }

  #text(key: Key, values?: Record<string, string | number>): string {
    return this.#localize.text(key, values);
  }
}
