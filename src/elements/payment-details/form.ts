import { html, nothing, type TemplateResult } from 'lit';
import type { RailState } from '../../controllers/rails.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import type { Texts } from './names.js';

interface FormOptions {
  texts: Texts;
  status: 'form' | 'saving' | 'bank' | 'leaving';
  /** Whether there is something that the new details take the place of. */
  replaces: boolean;
  /** What the new details mean for the plans. */
  promise: string;
  card: RailState;
  payPal: boolean;
  /** Why the last attempt failed. */
  failure: string | undefined;
  help: TemplateResult | typeof nothing;
  /** Seconds until another attempt may be made. */
  seconds: number;
  onSave: () => void;
  onPayPal: () => void;
  onRetry: () => void;
  onKeep: () => void;
}

/** New payment details: the card form, which lives in the light DOM, and PayPal. Each stands or falls alone. */
export function detailsForm(o: FormOptions): TemplateResult {
  const { texts, status, card, seconds } = o;
  const atBank = status === 'bank';
  const busy = status === 'saving' || status === 'leaving';
  const problem = card === 'unreachable' || card === 'misconfigured' ? card : undefined;
  return html`<div class="stack">
    <h3 tabindex="-1">${texts.text(atBank ? 'change.bank' : o.replaces ? 'change.heading-replace' : 'change.heading-add')}</h3>
    ${atBank ? nothing : html`<p>${o.promise} ${texts.text('change.charged')}</p>`}
    ${o.failure ? notice({ kind: 'error', text: o.failure, more: o.help }) : nothing}
    ${card === 'loading' ? loading(texts.text('change.loading')) : nothing}
    ${
      problem
        ? notice({
            kind: 'error',
            text: texts.text(`change.${problem}`),
            more: button({ label: texts.text('action.retry'), onClick: o.onRetry }),
          })
        : nothing
    }
    <slot name="cleeng-card" class=${problem ? 'hidden' : ''}></slot>
    ${
      card === 'ready' && !atBank
        ? button({
            label: seconds ? texts.text('action.wait', { seconds }) : texts.text('change.save'),
            busy: busy && texts.text(status === 'leaving' ? 'change.leaving' : 'change.saving'),
            off: seconds > 0,
            kind: 'primary',
            part: 'submit',
            onClick: () => void (busy || seconds || o.onSave()),
          })
        : nothing
    }
    ${
      o.payPal && !atBank
        ? html`${card === 'off' ? nothing : html`<div class="or">${texts.text('change.or')}</div>`}
          ${button({ label: texts.text('change.paypal'), off: busy || seconds > 0, onClick: () => void (busy || seconds || o.onPayPal()) })}`
        : nothing
    }
    ${atBank || busy ? nothing : html`<div>${button({ label: texts.text('change.keep'), onClick: o.onKeep })}</div>`}
  </div>`;
}

/** Tries again, as soon as that may be. */
export const again = (texts: Texts, seconds: number, retry: () => unknown): TemplateResult =>
  button({
    label: seconds ? texts.text('action.wait', { seconds }) : texts.text('action.retry'),
    off: seconds > 0,
    onClick: () => void (seconds || retry()),
  });
