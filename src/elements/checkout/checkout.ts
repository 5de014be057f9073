import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { Checkout } from '../../checkout/checkout.js';
import type { CheckoutState, CheckoutStatus, PaymentState } from '../../checkout/state.js';
import { checkoutOf } from '../../controllers/checkout.js';
import * as beside from '../../controllers/beside.js';
import { errorText } from '../../controllers/error-text.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Rails } from '../../controllers/rails.js';
import { Watch } from '../../controllers/watch.js';
import { checkout as messages } from '../../i18n/en/checkout.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import type { AdyenConfiguration } from '../../config.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nested } from '../nested.js';
import { CheckoutCompleteEvent, CheckoutErrorEvent, CheckoutRedirectEvent, CheckoutStepEvent } from './events.js';
import { renderPayment } from './payment.js';
import { styles } from './styles.js';
import { summary } from './summary.js';

/** Steps a viewer perceives; the focus moves to the heading when it changes. */
const STEP: Partial<Record<CheckoutStatus, number>> = { identify: 1, capture: 1, review: 2, confirming: 3, done: 3, unavailable: 3 };

const FORM_HEADINGS = { login: 'checkout.identify', register: 'checkout.identify-new', capture: 'checkout.capture' } as const;

/**
 * Sells one offer: shows it, has the viewer log in or register in place, takes the payment with Adyen's Drop-in or PayPal, and says thank you
 * once the platform has confirmed it.
 *
 * @summary Offer, login, payment and confirmation in one element.
 * @fires {CheckoutStepEvent} cleeng-checkout-step - Another step is shown.
 * @fires {CheckoutCompleteEvent} cleeng-checkout-complete - The platform has confirmed the purchase.
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
  static override styles = [tokens, frame, controls, styles];

  protected override readonly bring = () => Promise.resolve(beside);

  /** The offer to sell: a long id such as `S274093615_DE`, or a short one, which takes the viewer's country. */
  @property({ attribute: 'offer-id' }) offerId?: string;
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;
  /** Your terms and conditions, linked next to the pay button. */
  @property({ attribute: 'terms-url' }) termsUrl?: string;
  /** Your account page, linked after the purchase. */
  @property({ attribute: 'account-url' }) accountUrl?: string;
  /** Your own settings for Adyen's Drop-in. */
  @property({ attribute: false }) adyenConfiguration?: AdyenConfiguration;

  readonly #texts = new LocalizeAmounts(this, messages);
  readonly #purchase = new Watch<CheckoutState>(this, (state) => this.#onState(state));
  readonly #rails = new Rails(this, () => this.#railsHost());
  #checkout: Checkout | undefined;
  #shown: CheckoutStatus = 'loading';

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-forms', formSheets(), () => this.#renderForms());
    this.addEventListener('cleeng-login-register', (event) => this.#switch(event, 'register'));
    this.addEventListener('cleeng-register-login', (event) => this.#switch(event, 'login'));
    this.addEventListener('cleeng-register-success', () => void this.#checkout?.signedIn());
    this.addEventListener('cleeng-capture-complete', () => void this.#checkout?.answered());
  }

  /** What the element shows now; stories and tests name it. */
  get view(): CheckoutStatus {
    return this.#purchase.state?.status ?? 'loading';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { kit } = this;
    super.willUpdate(changed);
    if (this.kit !== kit || changed.has('offerId')) this.#begin();
  }

  protected override sessionChanged(before?: string): void {
    if (!this.customerId) return this.#checkout?.signedOut();
    // Somebody else is at it now: nothing of the first one's purchase is theirs.
    if (before) return this.#begin();
    // A registration here is finished when its consents are stored, which its own event tells.
    const register = this.querySelector<HTMLElement & { view: string }>('cleeng-register');
    if (register && ['submitting', 'consents-not-saved'].includes(register.view)) return;
    void this.#checkout?.signedIn();
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
        return notice({ kind: 'error', text: errorText(text, state.error), more: this.#wayOn(true, state.error.requestId) });
      case 'unavailable':
        return html`${state.offer ? summary(text, state.offer, undefined) : nothing}
        ${notice({
          kind: state.reason === 'owned' ? 'success' : 'info',
          text: text.text(`unavailable.${state.reason}`),
          more: state.reason === 'owned' && this.accountUrl ? this.#accountLink() : this.#wayOn(state.reason === 'no-method'),
        })}`;
      case 'identify':
      case 'capture':
        return html`<div class="columns">
          ${summary(text, state.offer, undefined)}
          <slot name="cleeng-forms"></slot>
        </div>`;
      case 'ordering':
        return html`<div class="columns">${summary(text, state.offer, undefined)} ${loading(text.text('state.loading'))}</div>`;
      case 'review':
      case 'paying':
      case 'action':
      case 'leaving':
        return this.#renderPayment(state);
      case 'confirming':
        return state.late
          ? notice({
              kind: 'info',
              text: text.text('pay.late'),
              more: button({ label: text.text('pay.check-again'), onClick: () => void this.#checkout?.confirmAccess() }),
            })
          : loading(text.text('pay.confirming'));
      case 'done':
        return html`<div class="result" role="status">
          <svg class="tick" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
            <circle cx="12" cy="12" r="10.5" />
            <path d="m7.5 12.5 3 3 6-7" />
          </svg>
          <p>${text.text('done.text', { title: state.offer.title })}</p>
          ${
            state.receipt.total
              ? html`<p class="muted">
                  ${state.receipt.total.minor === 0 ? text.text('done.nothing-paid') : text.text('done.paid', { total: text.money(state.receipt.total) })}
                </p>`
              : nothing
          }
          ${this.accountUrl ? this.#accountLink() : nothing}
        </div>`;
    }
  }

  #renderPayment(state: PaymentState): TemplateResult {
    return html`<div class="columns">
      ${summary(this.#texts, state.offer, state.order)}
      ${renderPayment({
        texts: this.#texts,
        state,
        rails: this.#rails,
        termsUrl: this.termsUrl,
        help: this.renderHelp(this.#texts.text('action.help')),
        onPay: () => (state.order.needsDetails ? this.#rails.submit() : void this.#checkout?.payer.payNothing()),
      })}
    </div>`;
  }

  /** Login, registration and questions live in the light DOM, where password managers find their fields. */
  #renderForms(): TemplateResult | typeof nothing {
    const state = this.#purchase.state;
    if (!this.kit || !state || (state.status !== 'identify' && state.status !== 'capture')) return nothing;
    const form = state.status === 'capture' ? 'capture' : state.form;
    return nested(this.kit.config, form, this.#texts.text(FORM_HEADINGS[form]));
  }

  #wayOn(retry: boolean, requestId?: string): TemplateResult {
    const again = button({ label: this.#texts.text('action.retry'), onClick: () => void this.#checkout?.start() });
    return html`${retry ? again : nothing} ${this.renderHelp(this.#texts.text('action.help'))}
    ${requestId ? html`<small class="muted">${this.#texts.text('error.reference', { id: requestId })}</small>` : nothing}`;
  }

  #accountLink(): TemplateResult {
    return html`<a class="cleeng-button cleeng-submit" href=${this.accountUrl!}>${this.#texts.text('done.account')}</a>`;
  }

  #begin(): void {
    const { kit, offerId } = this;
    this.#checkout = kit && offerId ? checkoutOf(kit, offerId, () => this.returnUrl) : undefined;
    this.#shown = 'loading';
    this.#purchase.retarget(this.#checkout);
    void this.#checkout?.start();
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
    return { checkout: this.#checkout, config: kit.config, lang: this.#texts.lang, adyen: this.adyenConfiguration, mayLeave };
  }

  #onState(state: CheckoutState): void {
    const from = this.#shown;
    this.#shown = state.status;
    if (state.status === 'failed') this.dispatchEvent(new CheckoutErrorEvent(state.error));
    if ('refusal' in state && state.refusal && state.status === 'review' && from !== 'review') {
      this.dispatchEvent(new CheckoutErrorEvent(state.refusal));
    }
    if (state.status === 'done' && from === 'confirming') this.#complete(state.offer.id, state.receipt, 'granted');
    if (state.status === 'confirming' && state.late) this.#complete(state.offer.id, state.receipt, 'pending');
    if (from === state.status) return;
    this.dispatchEvent(new CheckoutStepEvent(state.status, from));
    if (STEP[state.status] && from !== 'loading' && STEP[from] !== STEP[state.status]) void this.#focusHeading();
  }

  /** One event for one purchase, whether access came at once or late. */
  #completed: number | undefined;
  #complete(offerId: string, receipt: ConstructorParameters<typeof CheckoutCompleteEvent>[1], access: 'granted' | 'pending'): void {
    if (this.#completed === receipt.orderId) return;
    this.#completed = receipt.orderId;
    this.dispatchEvent(new CheckoutCompleteEvent(offerId, receipt, access));
  }

  async #focusHeading(): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.querySelector('h2')?.focus();
  }
}
