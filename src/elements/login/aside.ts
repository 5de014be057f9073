import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { focusTop } from '../../controllers/focus-top.js';
import type { Kit } from '../../controllers/kit.js';
import type { LightRegion } from '../../controllers/light-region.js';
import { Steps } from '../../controllers/steps.js';
import { loginAside } from '../../i18n/en/login-aside.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import type { ResetLink } from '../../session/reset-link.js';
import { stuck } from '../../ui/stuck.js';
import { nested, type Loaders } from '../nested.js';
import { LoginSuccessEvent } from './events.js';
import type { Passwords } from './passwords.js';
import { SignedIn } from './signed-in.js';
import { passwordForm, type LoginForm, type LoginView } from './views.js';

export interface AsideOptions {
  element: LitElement;
  region: LightRegion;
  nestable: Loaders;
  kit: () => Kit | undefined;
  /** Which form is asked for. */
  form: () => LoginForm | 'register';
  /** From the address, for a new password. */
  link: () => ResetLink | undefined;
  resetUrl: () => string | undefined;
  continueUrl: () => string | undefined;
  help: (label: string) => TemplateResult | typeof nothing;
  show: (form: LoginForm) => void;
  /** A new password is set. */
  changed: (email: string, password: string) => void;
}

/**
 * Whatever a login shows besides its own form: who is logged in, what they have to do before they go on, the registration, and the forms for
 * forgotten and new passwords. Loaded when it is first needed.
 */
export class Aside {
  readonly steps: Steps<undefined>;
  readonly #o: AsideOptions;
  readonly #texts: Localize<typeof loginAside>;
  readonly #signedIn: SignedIn;
  #passwords: Passwords | undefined;
  #register = false;

  constructor(options: AsideOptions) {
    const { element, kit, nestable } = options;
    this.#o = options;
    this.#texts = new Localize(element, loginAside, identity, 'loginAside');
    this.#signedIn = new SignedIn(element, this.#texts);
    this.steps = new Steps(element, {
      kit,
      load: async (step) => nestable[step]?.(),
      done: (customerId) => element.dispatchEvent(new LoginSuccessEvent(customerId)),
    });
    element.addEventListener('cleeng-register-success', () => options.show('login'));
    element.addEventListener('cleeng-register-login', (event) => {
      event.preventDefault();
      event.stopPropagation();
      options.show('login');
    });
  }

  /** Takes the focus along to what is shown now. */
  follow(): void {
    void focusTop(this.#o.element);
  }

  /** Whether a form can be shown. */
  has(form: LoginForm | 'register'): boolean {
    return form === 'login' || (form === 'register' ? this.#register : this.#passwords !== undefined);
  }

  /** Brings what a form needs. */
  async bring(form: LoginForm | 'register'): Promise<void> {
    if (form === 'register') {
      await this.#o.nestable.register?.();
      this.#register = true;
    } else if (form !== 'login') {
      const { Passwords } = await import('./passwords.js');
      this.#passwords ??= new Passwords(this.#o);
    }
  }

  view(customerId: string | undefined): LoginView {
    const form = this.#o.form();
    const step = this.steps.state;
    if (step) return step === 'checking' ? 'loading' : step === 'failed' ? 'next-failed' : step;
    if (form === 'register') return 'register';
    if (form === 'login' || (customerId && !(form === 'reset' && this.#o.link()))) return 'signed-in';
    return this.#passwords?.view(form) ?? 'loading';
  }

  heading(view: LoginView): TemplateResult | typeof nothing | undefined {
    if (view === 'register' || view === 'capture' || view === 'consents') return nothing;
    const form = passwordForm(view);
    return form && html`<h2 part="heading" tabindex="-1">${this.#passwords?.heading(form)}</h2>`;
  }

  /** What needs no password manager. */
  frame(view: LoginView, customerId: string | undefined): TemplateResult | typeof nothing {
    const { help } = this.#o;
    const texts = this.#texts;
    const kit = this.#o.kit();
    if (!kit) return nothing;
    if (view === 'next-failed') {
      const leave = [texts.text('login.log-out'), () => kit.session.logout()] as const;
      return stuck(
        texts.text('login.next-failed'),
        [[texts.text('action.retry'), this.steps.check], leave],
        help(texts.text('action.help')),
      );
    }
    return view === 'signed-in' && customerId ? this.#signedIn.render(kit, customerId, this.#o.continueUrl()) : nothing;
  }

  region(view: LoginView): TemplateResult | typeof nothing {
    const kit = this.#o.kit();
    if (kit && (view === 'register' || view === 'capture' || view === 'consents')) return nested(kit.config, view, undefined, true);
    const form = passwordForm(view);
    return (form && this.#passwords?.render(form)) ?? nothing;
  }
}
