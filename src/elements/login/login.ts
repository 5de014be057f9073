import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Action } from '../../controllers/action.js';
import { draftOf } from '../../controllers/draft.js';
import { errorText } from '../../controllers/error-text.js';
import { focusTop } from '../../controllers/focus-top.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Pause } from '../../controllers/pause.js';
import { Steps } from '../../controllers/steps.js';
import { Localize } from '../../i18n/localize.js';
import { login as messages } from '../../i18n/en/login.js';
import { readResetLink, type ResetLink } from '../../session/reset-link.js';
import { logIn } from '../../session/sign-in.js';
import { controls } from '../../ui/controls.js';
import { textOf } from '../../ui/form-data.js';
import { frame } from '../../ui/frame.js';
import { loading } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { social } from '../../ui/social.js';
import { stuck } from '../../ui/stuck.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested, type Loaders } from '../nested.js';
import { LoginErrorEvent, LoginForgotEvent, LoginRegisterEvent, LoginSuccessEvent } from './events.js';
import { loginForm, readLogin } from './form.js';
import type { Passwords } from './passwords.js';
import { SignedIn } from './signed-in.js';
import { isLogin, passwordForm, type LoginForm, type LoginNotice, type LoginView } from './views.js';

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

  readonly #localize = new Localize(this, messages);
  readonly #login = new Action(this, (email: string, password: string) => this.#logIn(email, password));
  /** Brings the code of another form. */
  readonly #open = new Action(this, (form: LoginForm | 'register') => this.#load(form));
  readonly #errors = new FormErrors(this);
  readonly #pause = new Pause(this, () => this.#login.reset());
  readonly #steps = new Steps<undefined>(this, {
    kit: () => this.kit,
    load: async (step) => this.#nestable[step]?.(),
    done: (customerId) => this.dispatchEvent(new LoginSuccessEvent(customerId)),
  });
  readonly #signedIn = new SignedIn(this, this.#localize);
  readonly #region = new LightRegion(this, 'cleeng-form', formSheets(), () => this.#renderRegion());
  #passwords: Passwords | undefined;

  constructor() {
    super();
    this.addEventListener('cleeng-register-success', () => this.#show('login'));
    this.addEventListener('cleeng-register-login', (event) => {
      event.preventDefault();
      event.stopPropagation();
      this.#show('login');
    });
  }

  /**
   * What the element shows now; stories and tests name it. Set to `login`, `forgot` or `reset` it shows that form.
   * @attr view
   */
  @property()
  get view(): LoginView {
    const step = this.#steps.state;
    if (this.#login.busy) return 'submitting';
    if (step) return step === 'checking' ? 'loading' : step === 'failed' ? 'next-failed' : step;
    if (this.customerId && this.form !== 'register' && !(this.link && this.form === 'reset')) return 'signed-in';
    if (this.#open.busy) return 'loading';
    if (this.#open.error) return 'load-failed';
    if (this.form === 'register') return 'register';
    if (this.form !== 'login') return this.#passwords?.view(this.form) ?? 'loading';
    if (this.#pause.left) return 'throttled';
    if (this.#login.error) return 'failed';
    return this.#notice ?? 'form';
  }

  set view(form: LoginForm) {
    this.#show(form === 'forgot' || form === 'reset' ? form : 'login');
  }

  protected override kitChanged(kit: Kit): void {
    const found = readResetLink(location.href, kit.config.publisherId);
    if (found) {
      history.replaceState(history.state, '', found.rest);
      this.link = found.link;
      draftOf(kit).email = found.link.email;
      this.#show('reset');
    }
    this.sessionChanged();
  }

  protected override sessionChanged(before?: string): void {
    if (before) this.#steps.stop();
    if (this.customerId && !this.noSteps) this.#steps.resume(this.customerId);
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
    if (view === 'register' || view === 'capture' || view === 'consents') return nothing;
    const form = passwordForm(view);
    if (form) return html`<h2 part="heading" tabindex="-1">${this.#passwords?.heading(form)}</h2>`;
    const text = this.#text(view === 'signed-in' ? 'login.signed-in' : 'login.heading');
    return html`<slot name="heading"><h2 part="heading" tabindex="-1">${text}</h2></slot>`;
  }

  /** What needs no password manager. */
  #renderFrame(view: LoginView): TemplateResult | typeof nothing {
    switch (view) {
      case 'loading':
        return loading(this.#text('state.loading'));
      case 'load-failed':
        return this.#stuck('load-failed', () => this.#show(this.form), 'back');
      case 'next-failed':
        return this.#stuck('next-failed', this.#steps.check, 'log-out');
      case 'signed-in':
        return this.#signedIn.render(this.kit!, this.customerId!, this.continueUrl);
      default:
        return nothing;
    }
  }

  #stuck(what: 'load-failed' | 'next-failed', retry: () => unknown, other: 'back' | 'log-out'): TemplateResult {
    const leave = () => (other === 'back' ? this.#show('login') : this.kit?.session.logout());
    const ways = [[this.#text('action.retry'), retry] as const, [this.#text(`login.${other}`), leave] as const];
    return stuck(this.#text(`login.${what}`), ways, this.#help);
  }

  #renderRegion(): TemplateResult | typeof nothing {
    const { kit, view } = this;
    if (!kit) return nothing;
    if (view === 'register' || view === 'capture' || view === 'consents') return nested(kit.config, view, undefined, true);
    if (isLogin(view)) return this.#renderForm();
    const form = passwordForm(view);
    return (form && this.#passwords?.render(form)) ?? nothing;
  }

  #renderForm(): TemplateResult {
    const { error } = this.#login;
    return loginForm({
      texts: this.#localize,
      id: (name) => this.#region.id(name),
      errors: this.#errors,
      told: error ? undefined : this.#notice,
      failure: error && errorText(this.#localize, error),
      help: this.#help,
      email: (this.kit && draftOf(this.kit).email) || this.email || '',
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
    const { session } = this.kit!;
    await logIn(session, { email, password });
    draftOf(this.kit!).email = '';
    this.told = undefined;
    if (!this.noSteps && this.customerId) await this.#steps.begin(this.customerId, false, undefined);
  }

  /** A link is a chance for the page first; what it does not take, the element shows itself. */
  readonly #onLink = (event: Event, form: 'forgot' | 'register'): void => {
    const email = textOf(new FormData((event.currentTarget as HTMLButtonElement).form!), 'email').trim();
    if (this.kit) draftOf(this.kit).email = email;
    const mine = this.dispatchEvent(form === 'forgot' ? new LoginForgotEvent(email) : new LoginRegisterEvent(email));
    if (mine && (form === 'forgot' || this.#nestable.register)) this.#show(form, true);
  };

  /** @param byViewer whether to take the focus along */
  #show(form: LoginForm | 'register', byViewer = false): void {
    this.form = form;
    this.#open.reset();
    const needed = form === 'register' ? this.#nestable.register : form !== 'login' && !this.#passwords;
    void Promise.resolve(needed && this.#open.run(form)).then(() => (byViewer ? focusTop(this) : undefined));
  }

  async #load(form: LoginForm | 'register'): Promise<void> {
    if (form === 'register') return void (await this.#nestable.register?.());
    const { Passwords } = await import('./passwords.js');
    this.#passwords ??= new Passwords({
      element: this,
      region: this.#region,
      kit: () => this.kit,
      link: () => this.link,
      resetUrl: () => this.resetUrl,
      help: (label) => this.renderHelp(label),
      show: (next) => this.#show(next, true),
      changed: (email, password) => {
        this.link = undefined;
        this.told = 'password-changed';
        this.#show('login');
        void this.#submit(email, password);
      },
    });
  }

  /** What to tell above the form: our own news first, then the page's, then why the session ended. */
  get #notice(): LoginNotice | undefined {
    const session = this.session.state;
    const ended = session && 'reason' in session && session.reason === 'expired' ? 'session-expired' : undefined;
    return this.told ?? this.notice ?? ended;
  }

  get #help() {
    return this.renderHelp(this.#text('action.help'));
  }

  get #nestable(): Loaders {
    return (this.constructor as typeof CleengLogin).nestable;
  }

  #text(key: Key, values?: Record<string, string | number>): string {
    return this.#localize.text(key, values);
  }
}
