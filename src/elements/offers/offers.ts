import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Plan } from '../../account/plans.js';
import { featureNames } from '../../catalogue/features.js';
import type { OfferLink } from '../../catalogue/link.js';
import { selectOffers, type ListedOffer } from '../../catalogue/listing.js';
import { shortId } from '../../catalogue/offer-id.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import { LightRegion } from '../../controllers/light-region.js';
import { takeOfferLink } from '../../controllers/offer-link.js';
import { offersOf } from '../../controllers/offers.js';
import { plansOf } from '../../controllers/plans.js';
import { OpenedCheckout } from '../../controllers/opened-checkout.js';
import { Recheck } from '../../controllers/recheck.js';
import { Watch } from '../../controllers/watch.js';
import { offers as messages } from '../../i18n/en/offers.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { shop } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { controls } from '../../ui/controls.js';
import { frame } from '../../ui/frame.js';
import { loading, notice } from '../../ui/notice.js';
import { tokens } from '../../ui/tokens.js';
import { CleengElement } from '../element.js';
import { nestedCheckout } from '../nested-checkout.js';
import { helpWith } from '../help-with.js';
import { offerCard } from './card.js';
import { OffersSelectEvent } from './events.js';
import { styles } from './styles.js';

/** What `<cleeng-offers>` can show. */
export const OFFERS_VIEWS = ['loading', 'failed', 'empty', 'ready', 'opening', 'not-opened', 'checkout'] as const;
export type OffersView = (typeof OFFERS_VIEWS)[number];

const words = (list: string | undefined): string[] => (list ?? '').split(/[\s,]+/).filter(Boolean);

/**
 * Lists what the publisher sells, with the price a viewer pays where they are, and leads to the checkout: in place, or on your own page.
 *
 * A link to the page with `?cleeng-offer=S274093615_DE&cleeng-coupon=CODE` opens that offer's checkout at once, with the coupon: for those
 * who left and come back. Of an offer's custom parameters viewers see `badge` and those that begin with `feature_`, such as
 * `feature_Screens`, which are compared row by row.
 *
 * @summary The publisher's offers, with prices, side by side.
 * @fires {OffersSelectEvent} cleeng-offers-select - Cancelable: the viewer chose an offer.
 * @slot heading - Replaces the heading.
 * @slot empty - Shown when there is nothing on offer.
 * @slot footer - Below everything.
 * @csspart form - Around everything.
 * @csspart heading - The default heading.
 * @csspart offer - One offer.
 * @csspart badge - The mark on an offer.
 * @csspart price - What an offer costs.
 * @csspart features - The rows of the comparison.
 * @csspart submit - The button or link that chooses an offer.
 * @csspart notice - A message about what happened.
 * @csspart button - Any other button.
 */
export class CleengOffers extends CleengElement {
  static override styles = [tokens, frame, controls, styles];

  /** The offers to show, in this order, as ids separated by spaces or commas; all active ones unless set. */
  @property({ attribute: 'offer-ids' }) offerIds?: string;
  /** Only offers of these kinds: `subscription`, `pass`, `live`, `vod`, separated by spaces or commas. */
  @property() type?: string;
  /** Your own checkout page, such as `/checkout?offer={offerId}&coupon={couponCode}`; without it the checkout opens in place. */
  @property({ attribute: 'checkout-url' }) checkoutUrl?: string;
  /** A coupon for whatever is chosen, handed on to the checkout. */
  @property({ attribute: 'coupon-code' }) couponCode?: string;
  /** Your account page, linked from what the viewer has already, and after a purchase. */
  @property({ attribute: 'account-url' }) accountUrl?: string;
  /** Your terms and conditions, handed on to the checkout. */
  @property({ attribute: 'terms-url' }) termsUrl?: string;
  /** Where the bank and PayPal send the viewer back to; the page itself unless set. The page there must show this element. */
  @property({ attribute: 'return-url' }) returnUrl?: string;

  /** What the checkout in place is open for. */
  @state() private chosen: OfferLink | undefined;

  readonly #texts = new LocalizeAmounts(this, messages, shop, 'offers');
  readonly #offers = new Watch<ResourceState<ListedOffer[]>>(this);
  readonly #plans = new Watch<ResourceState<Plan[]>>(this);
  readonly #opening = new Action(this, () => this.loadCheckout());
  readonly #checkout = new OpenedCheckout(this);

  constructor() {
    super();
    void new LightRegion(this, 'cleeng-checkout', [], () => this.#renderCheckout());
    void new Recheck(this, () => void (this.kit && plansOf(this.kit)?.refresh()));
  }

  /** What the element shows now; stories and tests name it. */
  get view(): OffersView {
    if (this.chosen) return this.#opening.busy ? 'opening' : this.#opening.error ? 'not-opened' : 'checkout';
    const list = this.#list;
    if (!list) return this.#offers.state?.status === 'failed' ? 'failed' : 'loading';
    return list.length ? 'ready' : 'empty';
  }

  /** Fetches the checkout's definition when it is first needed; the define module says how. Nothing to do where the page has defined it. */
  protected loadCheckout(): Promise<unknown> {
    return Promise.resolve();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // A list that was given up when the element left is read anew.
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) this.#followLink();
    const offers = this.kit && offersOf(this.kit);
    this.#offers.retarget(offers);
    void offers?.load();
    const plans = this.kit && plansOf(this.kit);
    this.#plans.retarget(plans);
    void plans?.load();
  }

  protected override render() {
    if (!this.kit) return this.renderMisconfigured();
    return html`<section class="stack" part="form">
      ${this.chosen ? nothing : html`<slot name="heading"><h2 part="heading" tabindex="-1">${this.#texts.text('offers.heading')}</h2></slot>`}
      ${this.#renderView()}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderView(): TemplateResult {
    const text = this.#texts;
    switch (this.view) {
      case 'loading':
        return loading(text.text('state.loading'));
      case 'failed':
        return this.#renderFailure();
      case 'empty':
        return html`<slot name="empty">
          ${notice({ kind: 'info', text: text.text('offers.none'), more: this.renderHelp(text.text('action.help')) })}
        </slot>`;
      case 'ready':
        return this.#renderList(this.#list ?? []);
      default:
        // Whoever is paying is not led away from it.
        return html`<div ?hidden=${this.#checkout.moving}>
            ${button({ label: text.text('offers.back'), onClick: () => void this.#back() })}
          </div>
          ${this.#renderOpened()}`;
    }
  }

  #renderOpened(): TemplateResult {
    const text = this.#texts;
    if (this.view === 'opening') return loading(text.text('offers.opening'));
    if (this.view === 'checkout') return html`<slot name="cleeng-checkout"></slot>`;
    return this.#renderProblem(text.text('offers.not-opened'), () => void this.#opening.run());
  }

  #renderList(list: readonly ListedOffer[]): TemplateResult {
    const features = featureNames(list);
    const owned = this.#owned;
    return html`<ul data-count=${list.length}>
        ${list.map((offer) =>
          offerCard({
            texts: this.#texts,
            offer,
            owned: owned.has(shortId(offer.id)),
            features,
            href: this.checkoutUrl && this.#pageOf(this.checkoutUrl, offer.id),
            accountUrl: this.accountUrl,
            onChoose: (event) => this.#choose(event, offer.id),
          }),
        )}
      </ul>
      <p class="small">${this.#texts.text('offers.tax')}</p>`;
  }

  #renderFailure(): TemplateResult {
    const text = this.#texts;
    const error = this.#offers.state?.status === 'failed' ? this.#offers.state.error : undefined;
    const words = error ? errorText(text, error) : '';
    const retry = () => void (this.kit && offersOf(this.kit).refresh());
    return this.#renderProblem(`${text.text('offers.failed')} ${words}`, retry, error);
  }

  #renderProblem(words: string, retry: () => void, failure: { readonly requestId?: string | undefined } = {}): TemplateResult {
    const text = this.#texts;
    return notice({
      kind: 'error',
      text: words,
      more: html`${button({ label: text.text('action.retry'), onClick: retry })}
      ${helpWith(text, failure, this.renderHelp(text.text('action.help')))}`,
    });
  }

  /** The checkout sits in the light DOM, where password managers find its fields and payment widgets work. */
  #renderCheckout(): TemplateResult | typeof nothing {
    const { kit, chosen } = this;
    return kit && chosen && this.view === 'checkout' ? nestedCheckout(kit.config, this, chosen) : nothing;
  }

  #followLink(): void {
    const ids = words(this.offerIds).map(shortId);
    const link = takeOfferLink((offerId) => ids.length === 0 || ids.includes(shortId(offerId)));
    if (link) this.#open(link);
  }

  #choose(event: Event, offerId: string): void {
    if (!this.dispatchEvent(new OffersSelectEvent(offerId))) event.preventDefault();
    else if (!this.checkoutUrl) {
      this.#open({ offerId });
      void this.#focus('button');
    }
  }

  #open({ offerId, couponCode = this.couponCode }: OfferLink): void {
    this.chosen = couponCode ? { offerId, couponCode } : { offerId };
    this.#checkout.reset();
    void this.#opening.run();
  }

  async #back(): Promise<void> {
    const offerId = this.chosen?.offerId;
    this.chosen = undefined;
    this.#opening.reset();
    // What has just been bought has no button any more.
    await this.#focus(`[data-offer="${offerId}"] .cleeng-submit`, 'h2');
  }

  /** The list is shown once it is known what the viewer has, so that nothing changes under their finger. */
  get #list(): ListedOffer[] | undefined {
    const offers = this.#offers.state;
    const plans = this.#plans.state;
    if (plans?.status === 'idle' || (plans?.status === 'loading' && !plans.value)) return undefined;
    if (!offers || !('value' in offers) || !offers.value) return undefined;
    return selectOffers(offers.value, { ids: words(this.offerIds), types: words(this.type) });
  }

  /** Short ids of what the viewer has. Unknown when the platform does not say; then the checkout will. */
  get #owned(): Set<string> {
    const plans = this.#plans.state;
    return new Set(plans && 'value' in plans ? plans.value?.map(({ offerId }) => shortId(offerId)) : []);
  }

  #pageOf(template: string, offerId: string): string {
    const values: Record<string, string> = { offerId, couponCode: this.couponCode ?? '' };
    return template.replace(/\{(offerId|couponCode)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  }

  async #focus(...selectors: string[]): Promise<void> {
    await this.updateComplete;
    const found = selectors.map((selector) => this.shadowRoot?.querySelector<HTMLElement>(selector));
    found.find((element) => element)?.focus();
  }
}
