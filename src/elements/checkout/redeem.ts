import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Offer } from '../../checkout/offer.js';
import type { Redemption } from '../../checkout/redemption.js';
import type { RedemptionState } from '../../checkout/redemption-state.js';
import { errorText } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import { redemptionOf } from '../../controllers/redemption.js';
import { Watch } from '../../controllers/watch.js';
import { redeem as messages } from '../../i18n/en/redeem.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { checkout } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { loading, notice } from '../../ui/notice.js';
import { helpWith } from '../help-with.js';
import { CheckoutErrorEvent, CheckoutRedeemEvent, CheckoutStepEvent, type CheckoutView } from './events.js';

type Host = LitElement & { lang: string };

export interface RedeemView {
  help: TemplateResult | typeof nothing;
  accountUrl: string | undefined;
  /** Back to what is for sale here. */
  back: (() => void) | undefined;
}

/** Redeeming a gift: the code, what it is good for, and the thank-you. */
export class RedeemParts {
  readonly #host: Host;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #watch: Watch<RedemptionState>;
  #redemption: Redemption | undefined;
  #shown: CheckoutView = 'redeem-loading';
  #empty = false;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host, messages, checkout, 'redeem');
    this.#watch = new Watch<RedemptionState>(host, (state) => this.#onState(state));
  }

  get state(): RedemptionState | undefined {
    return this.#watch.state;
  }

  get redemption(): Redemption | undefined {
    return this.#redemption;
  }

  /** @param code checked by itself; empty when the viewer is to type it */
  begin(kit: Kit, code: string): void {
    this.#redemption = redemptionOf(kit, code);
    this.#shown = 'redeem-loading';
    this.#watch.retarget(this.#redemption);
    void this.#redemption.start();
  }

  end(): void {
    this.#redemption = undefined;
    this.#watch.retarget(undefined);
  }

  heading(): string {
    return this.#text(this.state?.status === 'redeemed' ? 'redeem.done-heading' : 'redeem.heading');
  }

  render(state: RedemptionState, view: RedeemView): TemplateResult {
    switch (state.status) {
      case 'loading':
        return loading(this.#text('state.loading'));
      case 'identify':
      case 'capture':
      case 'consents':
        return html`<slot name="cleeng-forms"></slot>`;
      case 'code':
      case 'checking':
        return this.#renderCode(state, view);
      case 'refused':
        return html`${notice({ kind: 'info', text: this.#text(`redeem.refused.${state.reason}`), more: this.#help(state, view) })}
        ${this.#ways(view)}`;
      case 'verified':
      case 'redeeming':
        return this.#renderGift(state, view);
      case 'redeemed':
        return html`<p role="status">${this.#doneText(state)}</p>
          ${
            view.accountUrl
              ? html`<div>
                  <a class="cleeng-button cleeng-submit" part="submit" href=${view.accountUrl}>${this.#text('redeem.account')}</a>
                </div>`
              : nothing
          }`;
    }
  }

  #renderCode(state: Extract<RedemptionState, { status: 'code' | 'checking' }>, view: RedeemView): TemplateResult {
    const busy = state.status === 'checking';
    const error = state.status === 'code' ? state.error : undefined;
    const unknown = state.status === 'code' && state.unknown;
    const help = unknown ? this.#help(state, view) : nothing;
    return html`<form class="cleeng-form" novalidate @submit=${(event: SubmitEvent) => this.#submit(event, busy)}>
      ${error ? notice({ kind: 'error', text: errorText(this.#texts, error), more: this.#help(error, view) }) : nothing}
      ${field({
        id: 'gift-code',
        name: 'code',
        label: this.#text('redeem.label'),
        hint: this.#text('redeem.hint'),
        required: true,
        autocomplete: 'off',
        value: state.code,
        error: this.#empty ? this.#text('field.required') : unknown ? this.#text('redeem.unknown') : undefined,
      })}
      ${help === nothing ? nothing : html`<div>${help}</div>`}
      ${button({ label: this.#text('redeem.check'), busy: busy && this.#text('redeem.checking'), kind: 'primary', type: 'submit' })}
      ${this.#back(view)}
    </form>`;
  }

  #renderGift(state: Extract<RedemptionState, { status: 'verified' | 'redeeming' }>, view: RedeemView): TemplateResult {
    const busy = state.status === 'redeeming';
    return html`${notice({ kind: 'success', text: this.#giftText(state.mode, state.offer) })}
    ${state.error ? notice({ kind: 'error', text: errorText(this.#texts, state.error), more: this.#help(state.error, view) }) : nothing}
    ${button({
      label: this.#text('redeem.confirm'),
      busy: busy && this.#text('redeem.working'),
      kind: 'primary',
      part: 'submit',
      onClick: () => void this.#redemption?.redeem(),
    })}
    ${busy ? nothing : this.#ways(view)}`;
  }

  #giftText(mode: 'EXTEND' | 'CREATE', offer: Offer | undefined): string {
    const key = mode === 'EXTEND' ? 'redeem.extend' : 'redeem.create';
    const term = offer?.term;
    if (!offer || term?.kind !== 'recurring' || term.unit === 'season') return this.#text(`${key}-untitled`);
    return this.#text(key, { title: offer.title, span: this.#texts.span(term.count, term.unit) });
  }

  #doneText({ entitlement }: Extract<RedemptionState, { status: 'redeemed' }>): string {
    if (!entitlement.accessGranted) return this.#text('redeem.done-soon');
    const { expiresAt } = entitlement;
    return expiresAt ? this.#text('redeem.done-until', { date: this.#texts.date(expiresAt) }) : this.#text('redeem.done');
  }

  #ways(view: RedeemView): TemplateResult {
    return html`<p class="row">
      <button class="cleeng-link" type="button" @click=${() => this.#redemption?.enter()}>${this.#text('redeem.other')}</button>
      ${this.#back(view)}
    </p>`;
  }

  #help(failure: { readonly requestId?: string | undefined }, { help }: RedeemView): TemplateResult | typeof nothing {
    return helpWith(this.#texts, failure, help);
  }

  #back({ back }: RedeemView): TemplateResult | typeof nothing {
    return back ? html`<button class="cleeng-link" type="button" @click=${back}>${this.#text('redeem.back')}</button>` : nothing;
  }

  #submit(event: SubmitEvent, busy: boolean): void {
    event.preventDefault();
    const code = textOf(new FormData(event.currentTarget as HTMLFormElement), 'code').trim();
    this.#empty = !code;
    if (code && !busy) void this.#redemption?.verify(code);
    else if (!code) this.#focus('#gift-code');
    this.#host.requestUpdate();
  }

  #onState(state: RedemptionState): void {
    const from = this.#shown;
    this.#shown = `redeem-${state.status}`;
    if (from === this.#shown) return;
    if ('error' in state && state.error) this.#host.dispatchEvent(new CheckoutErrorEvent(state.error));
    this.#host.dispatchEvent(new CheckoutStepEvent(this.#shown, from));
    if (state.status === 'redeemed') {
      this.#host.dispatchEvent(new CheckoutRedeemEvent({ offerId: state.offerId, mode: state.mode, entitlement: state.entitlement }));
    }
    if (state.status === 'code' && from !== 'redeem-loading') this.#focus('#gift-code');
    else if (['verified', 'refused', 'redeemed'].includes(state.status)) this.#focus('h2');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus());
  }

  #text(key: keyof typeof messages, values?: Record<string, string | number>): string {
    return this.#texts.text(key, values);
  }
}
