import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { ConfigError, resolveConfig, type Environment, type KitConfig, type ResolvedConfig, type TokenStorage } from '../config.js';
import { findScope, type Scope } from '../context.js';
import { kitOf, type Bring, type Kit } from '../controllers/kit.js';
import { Watch } from '../controllers/watch.js';
import { Language } from '../i18n/language.js';
import type { MessageOverrides } from '../i18n/messages.js';
import { signedInAs, type SessionState } from '../session/state.js';

/**
 * What all elements of the kit have in common: how they find their configuration (own attribute, nearest scope, `configure()`, default) and
 * the session that goes with it.
 */
export abstract class CleengElement extends LitElement {
  /** The publisher's numeric id. */
  @property({ attribute: 'publisher-id' }) publisherId?: string;
  /** `sandbox` (default) or `production`: which of Cleeng's hosts to call. */
  @property() environment?: Environment;
  /** Any other host of the platform's API, as an absolute URL. Wins over `environment`. */
  @property({ attribute: 'api-base' }) apiBase?: string;
  /** Development only: the host that plays Adyen and PayPal. */
  @property({ attribute: 'psp-base' }) pspBase?: string;
  /** Where the session's tokens live: `local` (default), `session`, `memory`, or `host` for your own storage, given to `configure()`. */
  @property({ attribute: 'token-storage' }) tokenStorage?: TokenStorage;
  /** Goes on with a session that Cleeng's own SDK has left in local storage, and takes it away from there. */
  @property({ type: Boolean, attribute: 'adopt-session' }) adoptSession = false;
  /** Where a viewer finds help, offered at refusals and dead ends. */
  @property({ attribute: 'support-url' }) supportUrl?: string;
  /** BCP 47 language tag; otherwise the nearest `lang` attribute decides. */
  @property({ reflect: true }) override lang = '';
  /** Your own words, by language and key; elements inside this one take them over. */
  @property({ attribute: false }) messages?: MessageOverrides;

  /** The configuration and session in force; `undefined` before the first update and while the configuration is wrong. */
  protected kit: Kit | undefined;
  /** What a session needs when somebody is signed in comes later, unless an element has no use without it. */
  protected readonly bring: Bring | undefined;
  protected readonly session = new Watch<SessionState>(this, (state) => this.#onSession(state));

  readonly #language = Language.of(this);
  #misconfigured: ConfigError | undefined;
  readonly #config = new Watch<KitConfig>(this);
  #scope: Scope | undefined;
  /** Who was signed in when it was last told. */
  #viewer: string | undefined;

  override connectedCallback(): void {
    // Looked for once: a scope offered later never reaches an element that is at work.
    const scope = (this.#scope ??= findScope(this));
    this.#language.configured = () => scope.config.state.lang;
    super.connectedCallback();
  }

  /** Shown first in its own language, not in English for a moment. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const { pending } = this.#language;
    return this.hasUpdated || !pending ? super.scheduleUpdate() : pending.then(() => super.scheduleUpdate());
  }

  protected override willUpdate(changed: PropertyValues): void {
    const scope = this.#scope;
    if (!scope) return;
    // Elements inside this one say it in the same words.
    if (this.hasUpdated && changed.has('messages')) scope.config.set({ ...scope.config.state });
    this.#config.retarget(scope.config);
    try {
      const config = resolveConfig(this.#ownConfig(), scope.config.state);
      this.#misconfigured = undefined;
      const { kit } = this;
      // Another language is no reason to begin anew.
      if (kit && asText(config) === asText(kit.config) && config.captcha === kit.config.captcha) kit.config = config;
      else {
        this.kit = kitOf(scope, config, this.bring);
        this.session.retarget(this.kit.session);
        this.#viewer = this.customerId;
        this.kitChanged(this.kit);
      }
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      if (error.message !== this.#misconfigured?.message) console.error(`<${this.localName}>: ${error.message}`);
      this.#misconfigured = error;
      this.kit = undefined;
      this.session.retarget(undefined);
    }
  }

  /** The configuration became valid, or became another one: subclasses look up their stores here. */
  protected kitChanged(_kit: Kit): void {}

  /**
   * Somebody signed in or out, or somebody else is signed in now.
   * @param before who was signed in until now: what was shown, typed or begun for them must not stay
   */
  protected sessionChanged(_before?: string): void {}

  protected get customerId(): string | undefined {
    const { state } = this.session;
    return state && signedInAs(state);
  }

  /** Shown instead of everything else while the publisher's configuration is wrong. */
  protected renderMisconfigured(): TemplateResult {
    return html`<p class="cleeng-notice" data-kind="error" part="notice">${this.#misconfigured?.message}</p>`;
  }

  /** The way to a human, where the publisher has named one. */
  protected renderHelp(label: string): TemplateResult | typeof nothing {
    const url = this.kit?.config.supportUrl;
    return url ? html`<a class="cleeng-link" href=${url}>${label}</a>` : nothing;
  }

  /** While tokens are being renewed nobody comes or goes. */
  #onSession(state: SessionState): void {
    const before = this.#viewer;
    this.#viewer = signedInAs(state);
    if (this.#viewer !== before) this.sessionChanged(before);
  }

  #ownConfig(): KitConfig {
    const own: KitConfig = {};
    if (this.publisherId) own.publisherId = this.publisherId;
    if (this.environment) own.environment = this.environment;
    if (this.apiBase) own.apiBase = this.apiBase;
    if (this.pspBase) own.pspBase = this.pspBase;
    if (this.tokenStorage) own.tokenStorage = this.tokenStorage;
    if (this.adoptSession) own.adoptSession = true;
    if (this.supportUrl) own.supportUrl = this.supportUrl;
    if (this.lang) own.lang = this.lang;
    return own;
  }
}

/** A configuration's values but the language. A publisher's own object could hold anything, and a captcha may be a function, which is no JSON. */
const asText = (config: ResolvedConfig) => JSON.stringify({ ...config, lang: undefined, tokenHost: undefined });
