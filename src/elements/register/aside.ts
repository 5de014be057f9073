import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { Action } from '../../controllers/action.js';
import { consentMemory } from '../../controllers/consents.js';
import { draftOf, isMine } from '../../controllers/draft.js';
import { focusTop } from '../../controllers/focus-top.js';
import type { Kit } from '../../controllers/kit.js';
import { Steps } from '../../controllers/steps.js';
import { registerAside } from '../../i18n/en/register-aside.js';
import { Localize } from '../../i18n/localize.js';
import { identity } from '../../i18n/parts.js';
import { STEPS } from '../../session/steps.js';
import type { ConsentRecord } from '../../session/consents.js';
import { storeConsents } from '../../session/store-consents.js';
import { button } from '../../ui/button.js';
import { loading } from '../../ui/notice.js';
import { stuck } from '../../ui/stuck.js';
import { nested, type Loaders } from '../nested.js';
import { RegisterErrorEvent, RegisterSuccessEvent } from './events.js';
import type { RegisterView } from './views.js';

interface AsideOptions {
  element: LitElement;
  nestable: Loaders;
  kit: () => Kit | undefined;
  help: (label: string) => TemplateResult | typeof nothing;
  /** Leaves the login in place. */
  back: () => void;
}

/**
 * Whatever a registration shows besides its own form: that somebody is logged in, what they have to do before they go on, and the login.
 * Loaded when it is first needed.
 */
export class Aside {
  readonly #steps: Steps<readonly ConsentRecord[]>;
  readonly #save: Action<[kit: Kit, records: readonly ConsentRecord[]], void>;
  readonly #o: AsideOptions;
  readonly #texts: Localize<typeof registerAside>;
  #login = false;
  /** What was agreed to anew, after the platform had refused the first answers. */
  #anew: readonly ConsentRecord[] | undefined;

  constructor(options: AsideOptions) {
    const { element, kit, nestable, back } = options;
    this.#o = options;
    this.#texts = new Localize(element, registerAside, identity, 'registerAside');
    // Before the steps hear of it, for they may be through then.
    element.addEventListener('cleeng-consents-complete', ({ detail }) => (this.#anew = detail.consents));
    this.#steps = new Steps(element, {
      kit,
      load: async (step) => nestable[step]?.(),
      done: (customerId, consents) => element.dispatchEvent(new RegisterSuccessEvent(customerId, this.#anew ?? consents)),
    });
    this.#save = new Action(element, (kit, records) => storeConsents(kit.session, records, consentMemory(kit)));
    element.addEventListener('cleeng-login-success', back);
    element.addEventListener('cleeng-login-register', (event) => {
      event.preventDefault();
      event.stopPropagation();
      back();
    });
  }

  /** Whether a form can be shown. */
  has(form: 'register' | 'login'): boolean {
    return form === 'register' || this.#login;
  }

  /** Brings what a form needs. */
  async bring(form: 'register' | 'login'): Promise<void> {
    if (form === 'register') return;
    await this.#o.nestable.login?.();
    this.#login = true;
  }

  /**
   * An account was created here, or its consents could not be stored before a reload: stores them, and goes on with what comes next.
   * @param alone whether the publisher's questions are the page's business
   */
  async goOn(customerId: string, alone: boolean): Promise<void> {
    const kit = this.#o.kit();
    if (!kit || !isMine(kit, this.#o.element) || this.#save.busy) return;
    const records = consentMemory(kit).recall(customerId);
    if (!records) return this.#steps.resume(customerId);
    draftOf(kit).by = this.#o.element;
    const outcome = await this.#save.run(kit, records);
    if (!outcome.ok) this.#o.element.dispatchEvent(new RegisterErrorEvent(outcome.error));
    // What the platform refuses for good is asked for anew, in the words it has now.
    const anew = !outcome.ok && outcome.error.code === 'invalid-request';
    if (!outcome.ok && !anew) return;
    this.#save.reset();
    this.#anew = undefined;
    const asks = STEPS.filter((step) => (step === 'capture' ? !alone : anew));
    await this.#steps.begin(customerId, anew ? [] : records, asks);
  }

  /** Somebody left. What is not stored stays kept. */
  stop(): void {
    this.#steps.stop();
    this.#save.reset();
  }

  view(form: 'register' | 'login'): RegisterView {
    if (this.#save.busy) return 'saving';
    if (this.#save.error) return 'consents-not-saved';
    const step = this.#steps.state;
    if (step) return step === 'checking' ? 'opening' : step === 'failed' ? 'next-failed' : step;
    return form === 'login' ? 'login' : 'signed-in';
  }

  /** Takes the focus along to what is shown now. */
  follow(): void {
    void focusTop(this.#o.element);
  }

  /** What needs no password manager. */
  frame(view: RegisterView, customerId: string | undefined, alone: boolean): TemplateResult | typeof nothing {
    const texts = this.#texts;
    if (view === 'saving') return loading(texts.text('register.saving'));
    const logOut = [texts.text('register.log-out'), () => this.#o.kit()?.session.logout()] as const;
    if (view === 'signed-in') return html`<div>${button({ label: logOut[0], part: 'submit', onClick: logOut[1] })}</div>`;
    if (view !== 'next-failed' && view !== 'consents-not-saved') return nothing;
    const again = () => (view === 'next-failed' ? this.#steps.check() : customerId && this.goOn(customerId, alone));
    const ways = [[texts.text('action.retry'), again] as const, logOut];
    return stuck(texts.text(`register.${view}`), ways, this.#o.help(texts.text('action.help')));
  }

  region(view: RegisterView): TemplateResult | typeof nothing {
    const kit = this.#o.kit();
    return kit && (view === 'login' || view === 'capture' || view === 'consents') ? nested(kit.config, view, undefined, true) : nothing;
  }
}
