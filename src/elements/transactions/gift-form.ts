import { html, nothing, type TemplateResult } from 'lit';
import { dayText, type Gift } from '../../account/gifts.js';
import type { transactions } from '../../i18n/en/transactions.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';
import { described, field, notes, optionalMark } from '../../ui/field.js';
import { notice } from '../../ui/notice.js';

/** The platform's limit (contract, 4.12). */
export const NOTE_LENGTH = 150;

interface GiftFormOptions {
  texts: LocalizeAmounts<typeof transactions>;
  gift: Gift;
  /** The first day it may be delivered on. */
  earliest: string;
  errors: { of(name: string): string | undefined; onInput: (event: Event) => void };
  /** Why the last attempt failed. */
  failure: string | undefined;
  help: TemplateResult | typeof nothing;
  busy: boolean;
  /** Seconds until the form may be sent again. */
  seconds: number;
  onSubmit: (event: SubmitEvent) => void;
  onKeep: () => void;
}

/** For whom a gift is, and when. It asks for nothing a password manager would know, so it lives in the frame. */
export function giftForm(o: GiftFormOptions): TemplateResult {
  const { texts, gift, errors, failure, seconds } = o;
  return html`<form class="cleeng-form" novalidate method="post" @submit=${o.onSubmit} @input=${errors.onInput}>
    <h3 tabindex="-1">${texts.text('gift.heading')}</h3>
    ${failure ? notice({ kind: 'error', text: failure, more: o.help }) : nothing}
    ${field({
      id: 'gift-email',
      name: 'recipientEmail',
      type: 'email',
      label: texts.text('gift.email'),
      autocomplete: 'off',
      required: true,
      value: gift.email,
      error: errors.of('recipientEmail'),
    })}
    ${field({
      id: 'gift-date',
      name: 'deliveryDate',
      type: 'date',
      label: texts.text('gift.date'),
      hint: texts.text('gift.date-hint'),
      required: true,
      value: dayText(gift.at),
      min: o.earliest,
      error: errors.of('deliveryDate'),
    })}
    ${note(texts, gift.note, errors.of('personalNote'))}
    <div class="row">
      ${button({
        label: seconds ? texts.text('action.wait', { seconds }) : texts.text('gift.save'),
        busy: o.busy && texts.text('gift.saving'),
        off: seconds > 0,
        kind: 'primary',
        type: 'submit',
        part: 'submit',
      })}
      ${button({ label: texts.text('gift.keep'), onClick: o.onKeep })}
    </div>
  </form>`;
}

function note(texts: GiftFormOptions['texts'], value: string, error: string | undefined): TemplateResult {
  const about = { id: 'gift-note', hint: texts.text('gift.note-hint'), error };
  return html`<div class="cleeng-field" part="field">
    <label class="cleeng-label" part="label" for="gift-note"
      >${texts.text('gift.note')}${optionalMark({ optional: texts.text('gift.optional') })}</label
    >
    <textarea
      class="cleeng-input"
      part="input"
      id="gift-note"
      name="personalNote"
      rows="3"
      .defaultValue=${value}
      aria-invalid=${error ? 'true' : 'false'}
      aria-describedby=${described(about) ?? nothing}
    ></textarea>
    ${notes(about)}
  </div>`;
}
