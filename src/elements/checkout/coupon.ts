import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Changes } from '../../checkout/changes.js';
import type { CouponOutcome, PaymentState } from '../../checkout/state.js';
import { errorText } from '../../controllers/error-text.js';
import { button } from '../../ui/button.js';
import { field } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { helpWith } from '../help-with.js';
import type { Texts } from './wording.js';

/** The coupon of an order: a button that opens a field, what came of it, and the way to take it off again. */
export class CouponField {
  readonly #host: LitElement;
  #open = false;
  #empty = false;

  constructor(host: LitElement) {
    this.#host = host;
  }

  render(texts: Texts, state: PaymentState, changes: Changes, help: TemplateResult | typeof nothing): TemplateResult {
    const { order, coupon } = state;
    const applied = order.discountType === 'coupon';
    const busy = state.status === 'changing' && state.change === 'coupon';
    const refused = coupon?.status === 'refused' ? coupon : undefined;
    // Nothing is changed about an order that is being paid. It all stays in its place: a second click must never meet something else.
    return html`<div class="coupon" ?inert=${!busy && state.status !== 'review' && state.status !== 'gift'}>
      ${applied ? this.#applied(texts, order.coupon ?? coupon?.code, changes) : nothing}
      ${coupon?.status === 'removed' && !this.#open ? html`<p role="status">${texts.text('coupon.removed')}</p>` : nothing}
      ${
        this.#open || refused
          ? this.#form(texts, changes, busy, refused, help)
          : html`<button class="cleeng-link" type="button" @click=${() => this.#show()}>
              ${texts.text(applied ? 'coupon.replace' : 'coupon.open')}
            </button>`
      }
    </div>`;
  }

  #applied(texts: Texts, code: string | undefined, changes: Changes): TemplateResult {
    const remove = () => void changes.removeCoupon().then(() => this.#focus('.coupon button'));
    return html`<p class="row" role="status">
      <span>${code ? texts.text('coupon.applied', { code }) : texts.text('coupon.applied-unnamed')}</span>
      <button class="cleeng-link" type="button" @click=${remove}>${texts.text('coupon.remove')}</button>
    </p>`;
  }

  #form(
    texts: Texts,
    changes: Changes,
    busy: boolean,
    refused: CouponOutcome | undefined,
    help: TemplateResult | typeof nothing,
  ): TemplateResult {
    const refusal = this.#empty || busy ? undefined : refused?.error;
    const error = this.#empty ? texts.text('field.required') : refusal && refusalText(texts, refusal);
    const more = refusal ? helpWith(texts, refusal, help) : nothing;
    return html`<form class="cleeng-form" novalidate @submit=${(event: SubmitEvent) => void this.#submit(event, changes)}>
      ${field({ id: 'coupon', name: 'coupon', label: texts.text('coupon.label'), required: true, value: refused?.code ?? '', error, autocomplete: 'off' })}
      ${more === nothing ? nothing : html`<div>${more}</div>`}
      ${button({ label: texts.text('coupon.apply'), busy: busy && texts.text('coupon.checking'), type: 'submit' })}
    </form>`;
  }

  async #submit(event: SubmitEvent, changes: Changes): Promise<void> {
    event.preventDefault();
    const code = textOf(new FormData(event.currentTarget as HTMLFormElement), 'coupon').trim();
    this.#empty = !code;
    this.#open = !code || !(await changes.applyCoupon(code));
    this.#host.requestUpdate();
    this.#focus(this.#open ? '#coupon' : '.coupon button');
  }

  #show(): void {
    this.#open = true;
    this.#host.requestUpdate();
    this.#focus('#coupon');
  }

  #focus(selector: string): void {
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus());
  }
}

function refusalText(texts: Texts, error: Parameters<typeof errorText>[1]): string {
  const key = `coupon.error.${error.code}`;
  return texts.has(key) ? texts.text(key) : errorText(texts, error);
}
