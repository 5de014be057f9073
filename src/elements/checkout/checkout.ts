import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Checkout } from '../../checkout/checkout.js';
import type { CheckoutState, CheckoutStatus, PaymentState } from '../../checkout/state.js';
import { checkoutOf } from '../../controllers/checkout.js';
import { errorText } from '../../controllers/error-text.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Part } from '../../controllers/part.js';
import { Rails } from '../../controllers/rails.js';
import { Watch } from '../../controllers/watch.js';
import { checkout as messages } from '../../i18n/en/checkout.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { form } from '../../ui/form.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested } from '../nested.js';
import { CouponField } from './coupon.js';
import { CheckoutRedirectEvent } from './events.js';
import { done, unavailable } from './outcome.js';
import { partFailed, renderOrder } from './order.js';
import { Reporter } from './reporter.js';
import { styles } from './styles.js';
import { summary } from './summary.js';

/** Money may be moving: what the site changes about the element waits until that is over. */
const IN_FLIGHT: readonly CheckoutStatus[] = ['changing', 'paying', 'action', 'leaving', 'finalizing', 'confirming'];

type Form = 'login' | 'register' | 'capture';

const FORM_HEADINGS = { login: 'checkout.identify', register: 'checkout.identify-new', capture: 'checkout.capture' } as const;

/**
 * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
 * once the platform has confirmed it.
 *
 * @summary Offer, login, payment and confirmation in one element.
 * @fires {CheckoutStepEvent} cleeng-checkout-step - Another step is shown.
 * @fires {CheckoutCompleteEvent} cleeng-checkout-complete - The platform has confirmed the purchase, once for each.
 * @fires {CheckoutCouponEvent} cleeng-checkout-coupon - A coupon was applied, removed or refused.
 * @fires {CheckoutErrorEvent} cleeng-checkout-error - An attempt failed; the element shows why.
 * @fires {CheckoutRedirectEvent} cleeng-checkout-redirect - Cancelable: the page is about to be left for the bank's or PayPal's.
 * @slot heading - Replaces the heading.
 * @slot legal - Below the pay button, for your own legal texts.
 * @slot footer - Below everything.
 * @csspart heading - The default heading.
 * @csspart summary - The offer and the lines of the order.
 * @csspart total - What is paid today.
 * @csspart submit - The pay button.
 * @csspart hint - What is charged now and later.
 * @csspart notice - A message about what happened.
 */
export class CleengCheckout extends CleengElement {
  static override styles = [tokens, frame, controls, form, styles];

  /** Fetches the elements for those who are not signed in yet, or have questions to answer; set where this element is defined. */
  static forms: Partial<Record<Form, () => Promise<unknown>>> = {};

  /** The offer to sell: a long id such as `S274093615_DE`, or a short one, which takes the viewer's country. */
  @property({ attribute: 'offer-id' }) offerId?: string;
  /** A coupon that is put on the order by itself; what the viewer takes off again stays off. */
  @property({ attribute: 'coupon-code' }) couponCode?: string;
  /** Buys the offer for somebody else; a page opened with `?purchaseAsGift=true` does the same. */
  @property({ type: Boolean }) gift = false;
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;
  /** Your terms and conditions, linked next to the pay button. */
  @property({ attribute: 'terms-url' }) termsUrl?: string;
  /** Your account page, linked after the purchase. */
  @property({ attribute: 'account-url' }) accountUrl?: string;

  readonly #texts = new LocalizeAmounts(this, messages);
  readonly #purchase = new Watch<CheckoutState>(this, (state) => this.#onState(state));
  readonly #rails = new Rails(this, () => this.#railsHost());
  readonly #reporter = new Reporter(this);
  readonly #coupon = new CouponField(this);
  readonly #gifts = new Part(this, async () => new (await import('./gift.js')).GiftParts(this));
  readonly #forms: Readonly<Record<Form, Part<unknown>>> = {
    login: formPart(this, 'login'),
    register: formPart(this, 'register'),
    capture: formPart(this, 'capture'),
  };
  #checkout: Checkout | undefined;
  /** What the site changed while money was moving. */
  #stale = false;

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-forms', formSheets(), () => this.#renderForms());
    this.addEventListener('cleeng-login-register', (event) => this.#switch(event, 'register'));
    this.addEventListener('cleeng-register-login', (event) => this.#switch(event, 'login'));
    this.addEventListener('cleeng-register-success', () => void this.#checkout?.sessionChanged());
    this.addEventListener('cleeng-capture-complete', () => void this.#checkout?.answered());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pageshow', this.#onPageShow);
    this.#checkout?.resume();
    // What happened while the element was off the page.
    if (this.#purchase.state) this.#onState(this.#purchase.state);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#onPageShow);
    // Frameworks move elements by taking them out and putting them back in.
    queueMicrotask(() => {
      if (!this.isConnected) this.#checkout?.suspend();
    });
  }

  /** What the element shows now; stories and tests name it. */
  get view(): CheckoutStatus {
    return this.#purchase.state?.status ?? 'loading';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { kit } = this;
    super.willUpdate(changed);
    if (this.kit !== kit || changed.has('offerId') || (changed.has('gift') && this.hasUpdated)) this.#begin();
    else if (changed.has('couponCode') && this.hasUpdated) this.#changeCoupon(changed.get('couponCode'));
  }

  protected override sessionChanged(): void {
    // A registration here is finished when its consents are stored, which its own event tells.
    const register = this.querySelector<HTMLElement & { view: string }>('cleeng-register');
    if (this.customerId && register && ['submitting', 'consents-not-saved'].includes(register.view)) return;
    void this.#checkout?.sessionChanged();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    const state = this.#purchase.state;
    if (!state) return notice({ kind: 'error', text: this.#texts.text('error.missing-offer') });
    return html`<section class="stack" part="form">
      <slot name="heading"><h2 part="heading" tabindex="-1">${this.#heading(state)}</h2></slot>
      ${this.#renderState(state)}
      <slot name="footer"></slot>
    </section>`;
  }

  #heading(state: CheckoutState): string {
    return this.#texts.text(state.status === 'done' ? 'done.heading' : 'checkout.heading');
  }

  #renderState(state: CheckoutState): TemplateResult {
    const text = this.#texts;
    switch (state.status) {
      case 'loading':
        return loading(text.text('state.loading'));
      case 'finalizing':
        return loading(text.text('pay.finalizing'));
      case 'failed':
        return notice({ kind: 'error', text: errorText(text, state.error), more: this.#wayOn(state.error.requestId) });
      case 'unavailable':
        return unavailable(text, state, {
          accountUrl: this.accountUrl,
          help: this.#help(),
          retry: () => void this.#checkout?.start(),
          startAs: (gift) => this.#checkout?.startAs(gift),
        });
      case 'identify':
      case 'capture': {
        const part = this.#forms[formOf(state)];
        return html`<div class="columns">
          ${summary(text, state.offer)}
          ${part.failed ? partFailed(text, part, this.#help()) : part.value ? html`<slot name="cleeng-forms"></slot>` : loading(text.text('state.loading'))}
        </div>`;
      }
      case 'ordering':
        return html`<div class="columns">${summary(text, state.offer)} ${loading(text.text('state.loading'))}</div>`;
      case 'gift':
      case 'review':
      case 'changing':
      case 'paying':
      case 'action':
      case 'leaving':
        return this.#renderOrder(state);
      case 'confirming':
        return loading(text.text('pay.confirming'));
      case 'pending':
        return notice({
          kind: 'info',
          text: text.text('pay.late'),
          more: html`${button({ label: text.text('pay.check-again'), onClick: () => void this.#checkout?.confirmAccess() })} ${this.#help()}`,
        });
      case 'done':
        return done(text, state, this.accountUrl);
    }
  }

  #renderOrder(state: PaymentState): TemplateResult {
    return renderOrder({
      texts: this.#texts,
      state,
      checkout: this.#checkout!,
      coupon: this.#coupon,
      gifts: this.#gifts,
      giftOnly: this.gift,
      rails: this.#rails,
      termsUrl: this.termsUrl,
      accountUrl: this.accountUrl,
      help: this.#help(),
    });
  }

  /** Login, registration and questions live in the light DOM, where password managers find their fields. */
  #renderForms(): TemplateResult | typeof nothing {
    const state = this.#purchase.state;
    if (!this.kit || !state || (state.status !== 'identify' && state.status !== 'capture')) return nothing;
    const form = formOf(state);
    if (!this.#forms[form].value) return nothing;
    return nested(this.kit.config, form, this.#texts.text(FORM_HEADINGS[form]));
  }

  #wayOn(requestId?: string): TemplateResult {
    const again = button({ label: this.#texts.text('action.retry'), onClick: () => void this.#checkout?.start() });
    return html`${again} ${this.#help()}
    ${requestId ? html`<small class="muted">${this.#texts.text('error.reference', { id: requestId })}</small>` : nothing}`;
  }

  #help() {
    return this.renderHelp(this.#texts.text('action.help'));
  }

  #begin(): void {
    this.#stale = IN_FLIGHT.includes(this.view);
    if (this.#stale) return;
    const { kit, offerId, gift } = this;
    this.#checkout?.suspend();
    this.#checkout =
      kit && offerId ? checkoutOf(kit, { offerId, gift, coupon: () => this.couponCode || undefined }, () => this.returnUrl) : undefined;
    this.#reporter.reset();
    this.#purchase.retarget(this.#checkout);
    // The forms come beside the offer, for those who will need them.
    if (this.#checkout && !this.customerId) void this.#forms.login.fetch();
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
    this.#checkout?.showForm(form);
  }

  #railsHost() {
    const { kit } = this;
    if (!kit || !this.#checkout) return undefined;
    const mayLeave = (url: string) => this.dispatchEvent(new CheckoutRedirectEvent(url));
    return { checkout: this.#checkout, config: kit.config, lang: this.#texts.lang, mayLeave };
  }

  readonly #onPageShow = (event: PageTransitionEvent) => {
    if (event.persisted) this.#checkout?.resume();
  };

  #onState(state: CheckoutState): void {
    if (this.#reporter.report(state, this.offerId ?? '')) void this.#focusHeading();
    if (this.#stale && !IN_FLIGHT.includes(state.status)) this.#begin();
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector('h2')?.focus();
  }
}

const formPart = (host: CleengCheckout, form: Form) => new Part(host, async () => (await CleengCheckout.forms[form]?.()) ?? true);

const formOf = (state: Extract<CheckoutState, { status: 'identify' | 'capture' }>): Form =>
  state.status === 'capture' ? 'capture' : state.form;
