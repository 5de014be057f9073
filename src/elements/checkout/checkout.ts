import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Checkout } from '../../checkout/checkout.js';
import type { Redemption } from '../../checkout/redemption.js';
import type { CheckoutState, CheckoutStatus } from '../../checkout/state.js';
import { checkoutOf, linkedGiftCode } from '../../controllers/checkout.js';
import * as beside from '../../controllers/beside.js';
import type { Kit } from '../../controllers/kit.js';
import { Part } from '../../controllers/part.js';
import { Rails } from '../../controllers/rails.js';
import { Watch } from '../../controllers/watch.js';
import { checkout as messages } from '../../i18n/en/checkout.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { checkout } from '../../i18n/parts.js';
import type { AdyenConfiguration } from '../../config.js';
import { controls } from '../../ui/controls.js';
import { form } from '../../ui/form.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import type { Loaders, Nestable } from '../nested.js';
import { CouponField } from './coupon.js';
import { CheckoutRedirectEvent, type CheckoutView } from './events.js';
import { formOf, Forms } from './forms.js';
import { partFailed } from './part-failed.js';
import { renderPurchase, type PurchaseView } from './purchase.js';
import { Reporter } from './reporter.js';
import { styles } from './styles.js';

/** What the elements of the steps say when they are through. */
const THROUGH = ['cleeng-capture-complete', 'cleeng-capture-skip', 'cleeng-consents-complete'];

/** What the frame shows. */
interface Content {
  heading: string;
  body: TemplateResult;
}

/** Money may be moving: what the site changes about the element waits until that is over. */
const IN_FLIGHT: readonly CheckoutStatus[] = ['changing', 'paying', 'action', 'leaving', 'finalizing', 'confirming'];

/**
 * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
 * once the platform has confirmed it.
 *
 * @summary Offer, login, payment and confirmation in one element.
 * @fires {CheckoutStepEvent} cleeng-checkout-step - Another step is shown.
 * @fires {CheckoutCompleteEvent} cleeng-checkout-complete - The platform has confirmed the purchase, once for each.
 * @fires {CheckoutRedeemEvent} cleeng-checkout-redeem - A gift was redeemed.
 * @fires {CheckoutCouponEvent} cleeng-checkout-coupon - A coupon was applied, removed or refused.
 * @fires {CheckoutErrorEvent} cleeng-checkout-error - An attempt failed; the element shows why.
 * @fires {CheckoutRedirectEvent} cleeng-checkout-redirect - Cancelable: the page is about to be left for the bank's or PayPal's.
 * @slot heading - Replaces the heading.
 * @slot legal - Below the pay button, for your own legal texts.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart summary - The offer and the lines of the order.
 * @csspart total - What is paid today.
 * @csspart submit - The pay button.
 * @csspart hint - What is charged now and later.
 * @csspart notice - A message about what happened.
 * @csspart badge - A word on how something stands.
 * @csspart button - Any other button.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - The label of a field.
 * @csspart input - What is typed into.
 * @csspart error - What is wrong with a field.
 * @csspart paypal - The button that leads to PayPal.
 */
export class CleengCheckout extends CleengElement {
  static override styles = [tokens, frame, controls, form, styles];

  /** Fetches the elements for those who are not signed in yet, or have questions to answer; set where this element is defined. */
  static nestable: Loaders = {};

  protected override readonly bring = () => Promise.resolve(beside);

  /** The offer to sell: a long id such as `S274093615_DE`, or a short one, which takes the viewer's country. */
  @property({ attribute: 'offer-id' }) offerId?: string;
  /** A coupon that is put on the order by itself; what the viewer takes off again stays off. */
  @property({ attribute: 'coupon-code' }) couponCode?: string;
  /** Buys the offer for somebody else; a page opened with `?purchaseAsGift=true` does the same. */
  @property({ type: Boolean }) gift = false;
  /** The code of a gift to redeem here; a page opened with `?giftCode=…`, the link its recipient was sent, does the same. */
  @property({ attribute: 'gift-code' }) giftCode?: string;
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;
  /** Your terms and conditions, linked next to the pay button. */
  @property({ attribute: 'terms-url' }) termsUrl?: string;
  /** Your account page, linked after the purchase. */
  @property({ attribute: 'account-url' }) accountUrl?: string;
  /** Your own settings for Adyen's Drop-in. */
  @property({ attribute: false }) adyenConfiguration?: AdyenConfiguration;

  readonly #texts = new LocalizeAmounts(this, messages, checkout, 'checkout');
  readonly #purchase = new Watch<CheckoutState>(this, (state) => this.#onState(state));
  readonly #rails = new Rails(this, () => this.#railsHost());
  readonly #reporter = new Reporter(this);
  readonly #coupon = new CouponField(this);
  readonly #gifts = new Part(this, async () => new (await import('./gift.js')).GiftParts(this));
  readonly #redeem = new Part(this, async () => new (await import('./redeem.js')).RedeemParts(this));
  /** The gift code that is redeemed here instead of buying; empty while the viewer is to type it. */
  #code: string | undefined;
  readonly #forms = new Forms(
    this,
    this.#texts,
    () => CleengCheckout.nestable,
    () => this.#formDue(),
  );
  #checkout: Checkout | undefined;
  /** What the site changed while money was moving. */
  #stale = false;

  constructor() {
    super();
    this.addEventListener('cleeng-login-register', (event) => this.#switch(event, 'register'));
    this.addEventListener('cleeng-register-login', (event) => this.#switch(event, 'login'));
    this.addEventListener('cleeng-register-success', () => void this.#flow?.sessionChanged(true));
    for (const name of THROUGH) this.addEventListener(name, () => void this.#flow?.stepDone());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.#onPageShow);
    addEventListener('pagehide', this.#onPageHide);
    this.#resume();
    // What happened while the element was off the page.
    if (this.#purchase.state) this.#onState(this.#purchase.state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#onPageShow);
    removeEventListener('pagehide', this.#onPageHide);
    // Frameworks move elements by taking them out and putting them back in.
    queueMicrotask(() => {
      if (!this.isConnected) this.#checkout?.suspend();
    });
  }

  /** What the element shows now; stories and tests name it. */
  get view(): CheckoutView {
    if (this.#code === undefined) return this.#purchase.state?.status ?? 'loading';
    return `redeem-${this.#redeem.value?.state?.status ?? 'loading'}`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { kit } = this;
    super.willUpdate(changed);
    const anew = this.kit !== kit || changed.has('offerId');
    if (anew || changed.has('giftCode')) this.#beginRedemption(this.giftCode || linkedGiftCode());
    if (anew || (changed.has('gift') && this.hasUpdated)) this.#begin();
    else if (changed.has('couponCode') && this.hasUpdated) this.#changeCoupon(changed.get('couponCode'));
  }

  protected override sessionChanged(before?: string): void {
    // Somebody else is at it now: nothing of the first one's purchase is theirs.
    if (before && this.customerId) return this.#begin();
    // A registration here is finished when its consents are stored, which its own event tells.
    const register = this.querySelector<HTMLElement & { view: string }>('cleeng-register');
    if (this.customerId && register && ['submitting', 'consents-not-saved'].includes(register.view)) return;
    void this.#flow?.sessionChanged();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    const { heading, body } = this.#code === undefined ? this.#renderPurchase() : this.#renderRedemption();
    return html`<section class="stack" part="form">
      <slot name="heading"><h2 part="heading" tabindex="-1">${heading}</h2></slot>
      ${body}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderPurchase(): Content {
    const texts = this.#texts;
    const { state } = this.#purchase;
    const heading = texts.text(state?.status === 'done' ? 'done.heading' : 'checkout.heading');
    if (!state || !this.#checkout) return { heading, body: notice({ kind: 'error', text: texts.text('error.missing-offer') }) };
    const { accountUrl, termsUrl } = this;
    const view: PurchaseView = {
      texts,
      checkout: this.#checkout,
      forms: this.#forms,
      coupon: this.#coupon,
      gifts: this.#gifts,
      giftOnly: this.gift,
      rails: this.#rails,
      redeem: html`<button class="cleeng-link redeem" type="button" @click=${() => this.#beginRedemption('')}>
        ${texts.text('redeem.open')}
      </button>`,
      termsUrl,
      accountUrl,
      help: this.#help(),
    };
    return { heading, body: renderPurchase(view, state) };
  }

  #renderRedemption(): Content {
    const texts = this.#texts;
    const help = this.#help();
    const parts = this.#redeem.value;
    const state = parts?.state;
    const form = formOf(state);
    if (!parts || !state) {
      const body = this.#redeem.failed ? partFailed(texts, this.#redeem, help) : loading(texts.text('state.loading'));
      return { heading: texts.text('checkout.heading'), body };
    }
    const back = this.offerId ? () => this.#endRedemption() : undefined;
    const body = form ? this.#forms.render(texts, form, help) : parts.render(state, { help, accountUrl: this.accountUrl, back });
    return { heading: parts.heading(), body: html`<div class="narrow">${body}</div>` };
  }

  #help() {
    return this.renderHelp(this.#texts.text('action.help'));
  }

  #begin(): void {
    const { kit, offerId, gift } = this;
    this.#stale = IN_FLIGHT.includes(this.#purchase.state?.status ?? 'loading');
    if (this.#stale) return;
    this.#checkout?.suspend();
    const purchase = { offerId: offerId ?? '', gift, coupon: () => this.couponCode || undefined };
    this.#checkout = kit && offerId ? checkoutOf(kit, purchase, () => this.returnUrl) : undefined;
    this.#reporter.reset();
    this.#purchase.retarget(this.#checkout);
    if (kit && !this.customerId) this.#forms.expect();
    // A gift that is redeemed here comes first: nothing is ordered beside it.
    if (this.#code === undefined) void this.#checkout?.start();
  }

  /** @param code from a link or the publisher, or empty for the viewer to type; without one, something is bought here */
  #beginRedemption(code: string | undefined): void {
    const { kit } = this;
    this.#code = code;
    this.#redeem.loaded?.end();
    if (code === undefined || !kit) return;
    this.#checkout?.suspend();
    void this.#redeem.fetch().then(() => {
      if (this.#code === code && this.kit === kit) this.#redeem.loaded?.begin(kit, code);
    });
    this.requestUpdate();
  }

  #endRedemption(): void {
    this.#beginRedemption(undefined);
    void this.#checkout?.start();
  }

  #changeCoupon(before: string | undefined): void {
    const changes = this.#checkout?.changes;
    if (this.couponCode) void changes?.applyCoupon(this.couponCode);
    else if (before) void changes?.removeCoupon();
  }

  #switch(event: Event, form: 'login' | 'register'): void {
    event.preventDefault();
    event.stopPropagation();
    this.#flow?.showForm(form);
  }

  /** What is going on here: buying, or redeeming. */
  get #flow(): Checkout | Redemption | undefined {
    return this.#code === undefined ? this.#checkout : this.#redeem.loaded?.redemption;
  }

  #formDue(): { form: Nestable; config: Kit['config'] } | undefined {
    const form = formOf(this.#flow?.state);
    return form && this.kit ? { form, config: this.kit.config } : undefined;
  }

  #railsHost() {
    if (!this.kit || !this.#checkout || this.#code !== undefined) return undefined;
    const mayLeave = (url: string) => this.dispatchEvent(new CheckoutRedirectEvent(url));
    return { checkout: this.#checkout, config: this.kit.config, lang: this.#texts.wanted, adyen: this.adyenConfiguration, mayLeave };
  }

  readonly #onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) this.#resume();
  };

  /** A page that is loaded again takes the order up before the browser has cleared this one away. */
  readonly #onPageHide = () => this.#checkout?.suspend();

  #resume(): void {
    if (this.#code === undefined) this.#checkout?.resume();
  }

  #onState(state: CheckoutState): void {
    if (this.#reporter.report(state, this.offerId ?? '')) void this.#focusHeading();
    if (this.#stale && !IN_FLIGHT.includes(state.status)) this.#begin();
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector('h2')?.focus();
  }
}
