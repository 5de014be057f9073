import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Changes } from '../../checkout/changes.js';
import { NOTE_MAX, readDelivery, wallFields, type Delivery, type DeliveryErrors, type DeliveryForm } from '../../checkout/gift.js';
import type { PaymentState } from '../../checkout/state.js';
import { errorText } from '../../controllers/error-text.js';
import { FormErrors, type Errors } from '../../controllers/form-errors.js';
import { gift as messages } from '../../i18n/en/gift.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { checkout } from '../../i18n/parts.js';
import { button } from '../../ui/button.js';
import { described, field, notes, optionalMark } from '../../ui/field.js';
import { textOf } from '../../ui/form-data.js';
import { formMore } from '../../ui/form-more.js';
import { notice } from '../../ui/notice.js';
import { helpWith } from '../help-with.js';

type Host = LitElement & { lang: string };

/** A new gift goes out at the next full hour unless the buyer says otherwise. */
const HOUR = 3_600_000;

/** Buying a gift: for whom it is, the recipient's form, and its summary while the gift is paid for. */
export class GiftParts {
  readonly #host: Host;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #errors: FormErrors;
  /** Where the form starts from; kept, so that a re-render never overwrites what was typed. */
  #initial: DeliveryForm | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host, messages, checkout, 'gift');
    this.#errors = new FormErrors(host);
    const { shadowRoot } = host;
    if (shadowRoot && formMore.styleSheet) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, formMore.styleSheet];
  }

  /** For me, or as a gift: asked where both can be had. */
  renderChoice(state: PaymentState, changes: Changes): TemplateResult {
    const busy = state.status !== 'review' && state.status !== 'gift';
    const option = (value: 'me' | 'gift') =>
      html`<div class="cleeng-check">
        <input
          class="cleeng-choice"
          type="radio"
          id="for-${value}"
          name="for-whom"
          .checked=${state.order.gift === (value === 'gift')}
          ?disabled=${busy && state.status !== 'changing'}
          @change=${() => void changes.buyAsGift(value === 'gift').then(() => this.#host.requestUpdate())}
        />
        <label class="cleeng-label" part="label" for="for-${value}">${this.#text(value === 'me' ? 'gift.for-me' : 'gift.as-gift')}</label>
      </div>`;
    return html`<fieldset class="cleeng-group for-whom">
      <legend class="cleeng-label">${this.#text('gift.for-whom')}</legend>
      ${option('me')} ${option('gift')}
    </fieldset>`;
  }

  /** The recipient's form. */
  renderForm(state: PaymentState, changes: Changes, help: TemplateResult | typeof nothing): TemplateResult {
    const busy = state.status === 'changing' && state.change === 'delivery';
    const initial = (this.#initial ??= fieldsOf(state.delivery));
    const { refusal } = state;
    const zone = new Intl.DateTimeFormat(this.#texts.lang, { timeZoneName: 'long' })
      .formatToParts(Date.now())
      .find(({ type }) => type === 'timeZoneName')?.value;
    return html`<form
      class="cleeng-form gift"
      novalidate
      @input=${this.#errors.onInput}
      @submit=${(event: SubmitEvent) => void this.#submit(event, changes, busy)}
    >
      <h3>${this.#text('gift.heading')}</h3>
      ${refusal ? notice({ kind: 'error', text: errorText(this.#texts, refusal), more: helpWith(this.#texts, refusal, help) }) : nothing}
      ${field({
        id: 'gift-email',
        name: 'email',
        type: 'email',
        label: this.#text('gift.email'),
        autocomplete: 'off',
        required: true,
        value: initial.email,
        error: this.#error('email'),
      })}
      <div class="pair">
        ${field({ id: 'gift-date', name: 'date', type: 'date', label: this.#text('gift.date'), required: true, value: initial.date, error: this.#error('date') })}
        ${field({ id: 'gift-time', name: 'time', type: 'time', label: this.#text('gift.time'), required: true, value: initial.time, error: this.#error('time') })}
      </div>
      <p class="cleeng-hint">${this.#text('gift.zone', { zone: zone ?? '' })}</p>
      ${this.#note(initial.note)}
      ${button({ label: this.#text('gift.continue'), busy: busy && this.#text('gift.saving'), kind: 'primary', type: 'submit' })}
    </form>`;
  }

  /** What the gift is, with a way to change it before paying. */
  renderSummary(delivery: Delivery, state: PaymentState, changes: Changes): TemplateResult {
    const date = new Intl.DateTimeFormat(this.#texts.lang, { dateStyle: 'long', timeStyle: 'short' }).format(delivery.deliveryDate * 1000);
    return html`<div class="gift" ?inert=${state.status !== 'review'}>
      <p>${this.#text('gift.summary', { email: delivery.recipientEmail, date })}</p>
      ${delivery.personalNote ? html`<p class="note">${delivery.personalNote}</p>` : nothing}
      <button class="cleeng-link" type="button" @click=${() => this.#edit(changes)}>${this.#text('gift.edit')}</button>
    </div>`;
  }

  #note(value: string): TemplateResult {
    const options = {
      id: 'gift-note',
      hint: this.#text('gift.note-hint', { max: NOTE_MAX }),
      error: this.#error('note'),
      optional: this.#text('gift.optional'),
    };
    return html`<div class="cleeng-field" part="field">
      <label class="cleeng-label" part="label" for="gift-note">${this.#text('gift.note')}${optionalMark(options)}</label>
      <textarea
        class="cleeng-input"
        part="input"
        id="gift-note"
        name="note"
        rows="3"
        maxlength=${NOTE_MAX}
        aria-invalid=${options.error ? 'true' : 'false'}
        aria-describedby=${described(options) ?? nothing}
        .defaultValue=${value}
      ></textarea>
      ${notes(options)}
    </div>`;
  }

  async #submit(event: SubmitEvent, changes: Changes, busy: boolean): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const data = new FormData(form);
    const typed: DeliveryForm = {
      email: textOf(data, 'email'),
      date: textOf(data, 'date'),
      time: textOf(data, 'time'),
      note: textOf(data, 'note'),
    };
    const read = readDelivery(typed, Date.now());
    if (!this.#errors.show(form, 'errors' in read ? this.#errorTexts(read.errors) : {}) || busy || !('delivery' in read)) return;
    if (!(await changes.deliver(read.delivery))) return;
    this.#initial = undefined;
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('.gift button')?.focus();
  }

  #edit(changes: Changes): void {
    changes.editGift();
    void this.#host.updateComplete.then(() => this.#host.shadowRoot?.querySelector<HTMLElement>('#gift-email')?.focus());
  }

  #errorTexts(errors: DeliveryErrors): Errors {
    return Object.fromEntries(
      Object.entries(errors).map(([name, error]) => {
        const key = `gift.error.${name}.${error}`;
        return [name, () => this.#texts.text(this.#texts.has(key) ? key : 'field.required')];
      }),
    );
  }

  #error(name: keyof DeliveryForm): string | undefined {
    return this.#errors.of(name);
  }

  #text(key: keyof typeof messages, values?: Record<string, string | number>): string {
    return this.#texts.text(key, values);
  }
}

function fieldsOf(delivery: Delivery | undefined): DeliveryForm {
  const at = delivery ? delivery.deliveryDate * 1000 : Math.ceil(Date.now() / HOUR) * HOUR;
  return { email: delivery?.recipientEmail ?? '', note: delivery?.personalNote ?? '', ...wallFields(at) };
}
