import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { DENIED_REASONS, type Access } from '../../catalogue/access.js';
import type { Gate, GateState } from '../../catalogue/gate.js';
import { shortId } from '../../catalogue/offer-id.js';
import { gateOf } from '../../controllers/access.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import { LightRegion } from '../../controllers/light-region.js';
import { takeOfferLink } from '../../controllers/offer-link.js';
import { OpenedCheckout } from '../../controllers/opened-checkout.js';
import { Recheck } from '../../controllers/recheck.js';
import { Watch } from '../../controllers/watch.js';
import { paywall as messages } from '../../i18n/en/paywall.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { shop } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested } from '../nested.js';
import { nestedCheckout } from '../nested-checkout.js';
import { helpWith } from '../help-with.js';
import { PaywallChangeEvent, type PaywallChange } from './events.js';
import { renderReason } from './reason.js';
import { styles } from './styles.js';

/** What `<cleeng-paywall>` can show. */
export const PAYWALL_VIEWS = ['loading', 'failed', ...DENIED_REASONS, 'opening', 'not-opened', 'log-in', 'checkout', 'granted'] as const;
export type PaywallView = (typeof PAYWALL_VIEWS)[number];

/** What the viewer does in place. */
type InPlace = 'log-in' | 'checkout';

/**
 * Shows its content to viewers who have access to an offer, and to all others why they have none and what they can do about it. It follows
 * a login, a purchase, a logout and the end of a plan without a reload.
 *
 * **This gate is for display only.** Whatever a page holds can be read by whoever has the page, hidden or not. Whether a stream is handed
 * out must be decided by your video back end, which asks the platform itself; never put anything secret between these tags.
 *
 * The content is not rendered before the platform has said yes. Until the script has come the browser knows nothing of that, so give your
 * page the rule `cleeng-paywall:not(:defined) { display: none }`. Hidden media still load: start players on `cleeng-paywall-change`.
 *
 * A link to the page with `?cleeng-offer=<offer-id>&cleeng-coupon=CODE` opens the checkout at once, with the coupon: for those who left and
 * come back.
 *
 * @summary Content for those who have access; for all others the way to it.
 * @fires {PaywallChangeEvent} cleeng-paywall-change - The platform's answer came, or changed.
 * @slot - The content, rendered while access is granted.
 * @slot heading - Replaces the heading that says why there is no access.
 * @slot footer - Below the reason, not below the content.
 * @csspart heading - The heading that says why there is no access.
 * @csspart content - Around the content.
 * @csspart submit - The button that leads to the checkout.
 * @csspart notice - A message about what happened.
 * @csspart summary - The box around what is missing.
 * @csspart button - Any other button.
 */
export class CleengPaywall extends CleengElement {
  static override styles = [tokens, frame, controls, styles];

  /** The offer that gives access: a long id such as `S274093615_DE`, or a short one, which means the offer in any country. */
  @property({ attribute: 'offer-id' }) offerId?: string;
  /** A coupon for the purchase, handed on to the checkout. */
  @property({ attribute: 'coupon-code' }) couponCode?: string;
  /** Your page of offers, linked where another offer may help. */
  @property({ attribute: 'offers-url' }) offersUrl?: string;
  /** Your account page, linked where a payment or a pause is in the way. */
  @property({ attribute: 'account-url' }) accountUrl?: string;
  /** Your terms and conditions, handed on to the checkout. */
  @property({ attribute: 'terms-url' }) termsUrl?: string;
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;

  @state() private inPlace: InPlace | undefined;

  readonly #texts = new LocalizeAmounts(this, messages, shop, 'paywall');
  readonly #watch = new Watch<GateState>(this);
  readonly #opening = {
    'log-in': new Action(this, () => this.loadElement('log-in')),
    checkout: new Action(this, () => this.loadElement('checkout')),
  };
  readonly #checkout = new OpenedCheckout(this);
  #gate: Gate | undefined;
  /** Whether the content shows. */
  #open = false;
  /** Whether it shows after it did not. */
  #news = false;
  /** The coupon of the link that led here. */
  #linkedCoupon: string | undefined;
  /** The last change that was told, so that it is told once. */
  #told: PaywallChange | undefined;

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-forms', [], () => this.#renderInPlace());
    void new Recheck(this, () => void this.#gate?.check());
    // Whoever has no account has no plan either: the checkout registers and sells in one go.
    this.addEventListener('cleeng-login-register', (event) => {
      if (this.inPlace !== 'log-in') return;
      event.preventDefault();
      event.stopPropagation();
      this.#show('checkout');
    });
  }

  /** What the element shows now; stories and tests name it. */
  get view(): PaywallView {
    const access = this.#access;
    const opening = this.inPlace && this.#opening[this.inPlace].state.status;
    // A checkout gives way to the content once it has said what came of it, or when it could not be opened.
    const waits = this.inPlace === 'checkout' && opening !== 'failed' && this.#checkout.undecided;
    if (access?.granted && !waits) return 'granted';
    if (opening) return opening === 'busy' ? 'opening' : opening === 'failed' ? 'not-opened' : this.inPlace!;
    const { state } = this.#watch;
    if (state?.status === 'failed') return 'failed';
    return access && !access.granted ? access.reason : 'loading';
  }

  /** Fetches another element's definition when it is first needed; the define module says how. Nothing to do where the page has defined it. */
  protected loadElement(_what: InPlace): Promise<unknown> {
    return Promise.resolve();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('offerId')) this.#begin();
    this.#gate = this.kit && this.offerId ? gateOf(this.kit, this.offerId) : undefined;
    this.#watch.retarget(this.#gate);
    const asking = this.#watch.state?.status === 'checking';
    if (this.view === 'granted' || (this.inPlace === 'log-in' && this.customerId && !asking)) this.inPlace = undefined;
    // What is focused is about to go: the focus moves on with the viewer.
    const open = this.view === 'granted';
    if (open !== this.#open && this.matches(':focus-within')) void this.#focus(open ? '.content' : 'h2');
    // Only news is announced: who has had access all along hears nothing.
    if (open && !this.#open) this.#news = this.#told !== undefined;
    this.#open = open;
  }

  protected override updated(): void {
    this.#tell();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    if (!this.offerId) return notice({ kind: 'error', text: this.#texts.text('paywall.missing-offer') });
    const granted = this.view === 'granted';
    return html`<p class="quiet" role="status">${granted && this.#news ? this.#texts.text('paywall.granted') : nothing}</p>
      ${granted ? html`<div class="content" part="content" tabindex="-1"><slot></slot></div>` : this.#renderClosed()}`;
  }

  #renderClosed(): TemplateResult {
    const text = this.#texts;
    switch (this.view) {
      case 'loading':
        return html`<section class="card" part="summary">${loading(text.text('paywall.checking'))}</section>`;
      case 'failed':
        return this.#renderFailure();
      case 'opening':
      case 'not-opened':
      case 'log-in':
      case 'checkout':
        return html`<section class="stack">
          <div ?hidden=${this.#checkout.moving}>${button({ label: text.text('paywall.back'), onClick: () => void this.#back() })}</div>
          ${this.#renderOpened()}
        </section>`;
      default:
        return this.#renderDenied();
    }
  }

  #renderOpened(): TemplateResult {
    const text = this.#texts;
    if (this.view === 'opening') return loading(text.text('paywall.opening'));
    // Logged in, and asking the platform: the form has done its work, but what it still has to say must be heard.
    const done = this.view === 'log-in' && this.customerId !== undefined;
    if (this.view !== 'not-opened') {
      return html`${done ? loading(text.text('paywall.checking')) : nothing}<slot
          name="cleeng-forms"
          class=${done ? 'hidden' : ''}
        ></slot>`;
    }
    return this.#renderProblem(text.text('paywall.not-opened'), () => this.inPlace && this.#show(this.inPlace));
  }

  #renderDenied(): TemplateResult {
    const access = this.#access;
    if (!access || access.granted) return html``;
    return html`<section class="card" part="summary">
      <slot name="heading"><h2 part="heading" tabindex="-1">${this.#texts.text(`paywall.${access.reason}`)}</h2></slot>
      ${renderReason({
        texts: this.#texts,
        access,
        accountUrl: this.accountUrl,
        offersUrl: this.offersUrl,
        help: this.#help,
        onLogIn: () => this.#show('log-in'),
        onBuy: () => this.#show('checkout'),
        onCheckAgain: () => void this.#gate?.check(),
      })}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderFailure(): TemplateResult {
    const { state } = this.#watch;
    const error = state?.status === 'failed' ? state.error : undefined;
    const words = error ? errorText(this.#texts, error) : '';
    const retry = () => void this.#gate?.check();
    return this.#renderProblem(`${this.#texts.text('paywall.failed')} ${words}`, retry, error);
  }

  #renderProblem(words: string, retry: () => void, failure: { readonly requestId?: string | undefined } = {}): TemplateResult {
    const text = this.#texts;
    return notice({
      kind: 'error',
      text: words,
      more: html`${button({ label: text.text('action.retry'), onClick: retry })} ${helpWith(text, failure, this.#help)}`,
    });
  }

  /** Login and checkout sit in the light DOM, where password managers find their fields and payment widgets work. */
  #renderInPlace(): TemplateResult | typeof nothing {
    const { kit, offerId, view } = this;
    if (!kit || !offerId) return nothing;
    if (view === 'log-in') return nested(kit.config, 'login', this.#texts.text('paywall.signed-out'));
    if (view !== 'checkout') return nothing;
    const couponCode = this.#linkedCoupon ?? this.couponCode;
    return nestedCheckout(kit.config, this, couponCode ? { offerId, couponCode } : { offerId });
  }

  #begin(): void {
    const { offerId } = this;
    this.inPlace = undefined;
    const link = offerId ? takeOfferLink((linked) => shortId(linked) === shortId(offerId)) : undefined;
    this.#linkedCoupon = link?.couponCode;
    if (link) this.#load('checkout');
  }

  #show(what: InPlace): void {
    this.#load(what);
    void this.#focus('button');
  }

  #load(what: InPlace): void {
    this.inPlace = what;
    this.#checkout.reset();
    void this.#opening[what].run();
  }

  async #back(): Promise<void> {
    if (this.inPlace) this.#opening[this.inPlace].reset();
    this.inPlace = undefined;
    await this.#focus('h2');
  }

  /** The change is told when the viewer sees it, and once, whatever else is rendered. */
  #tell(): void {
    const change = this.#change();
    const told = this.#told;
    if (!change || JSON.stringify(change) === JSON.stringify(told)) return;
    this.#told = change;
    this.dispatchEvent(new PaywallChangeEvent(change));
  }

  /** What there is to tell now; nothing while a question is open, or an answer waits for the checkout to end. */
  #change(): PaywallChange | undefined {
    const { state } = this.#watch;
    if (state?.status === 'failed') return this.#told?.granted ? { granted: false, reason: 'unknown' } : undefined;
    if (state?.status !== 'answered') return undefined;
    const { access } = state;
    if (!access.granted) return { granted: false, reason: access.reason };
    return this.view === 'granted' ? { granted: true } : undefined;
  }

  get #access(): Access | undefined {
    const { state } = this.#watch;
    return state && 'access' in state ? state.access : undefined;
  }

  get #help(): TemplateResult | typeof nothing {
    return this.renderHelp(this.#texts.text('action.help'));
  }

  async #focus(selector: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }
}
