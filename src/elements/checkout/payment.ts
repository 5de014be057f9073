import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentState } from '../../checkout/state.js';
import { errorText } from '../../controllers/error-text.js';
import type { Rails } from '../../controllers/rails.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import { helpWith } from '../help-with.js';
import { payLabel, payPalLabel, promiseTexts, type Texts } from './wording.js';

export interface PaymentView {
  texts: Texts;
  state: PaymentState;
  rails: Rails;
  termsUrl: string | undefined;
  accountUrl: string | undefined;
  help: TemplateResult | typeof nothing;
  onPay: () => void;
}

/** The payment step: card form, what paying means, our pay button, and PayPal. Each way to pay stands or falls alone. */
export function renderPayment(view: PaymentView): TemplateResult {
  const { texts, state, rails, help, onPay } = view;
  const { offer, order, refusal } = state;
  const busy = state.status !== 'review';
  const atBank = state.status === 'action';
  const working = state.status === 'leaving' ? 'pay.leaving' : state.status === 'changing' ? 'pay.changing' : 'pay.working';
  const payButton = button({
    label: payLabel(texts, offer, order),
    busy: busy && texts.text(working),
    kind: 'primary',
    part: 'submit',
    onClick: () => void (busy || onPay()),
  });
  return html`<div class="pay">
    <h3>${texts.text(atBank ? 'pay.bank' : order.needsDetails ? 'checkout.payment' : 'checkout.confirm')}</h3>
    ${state.notice ? notice({ kind: 'info', text: texts.text(`notice.${state.notice}`) }) : nothing}
    ${refusal ? notice({ kind: refusal.code === 'payment-cancelled' ? 'info' : 'error', text: errorText(texts, refusal), more: helpWith(texts, refusal, help) }) : nothing}
    ${order.needsDetails ? cardForm(view) : nothing}
    ${atBank ? button({ label: texts.text('pay.leave-bank'), onClick: () => rails.leaveBank() }) : promise(view)}
    ${atBank || (order.needsDetails && rails.adyen !== 'ready') ? nothing : payButton}
    ${order.needsDetails && !atBank ? payPal(view, busy) : nothing} ${rails.popup ? popupOpen(texts, rails.popup) : nothing}
    <slot name="legal"></slot>
  </div>`;
}

/** What is charged now, what later, when, and how to stop: in one place, next to every button that pays. */
function promise({ texts, state, termsUrl, accountUrl }: PaymentView): TemplateResult {
  return html`<p class="promise" part="hint">
    ${promiseTexts(texts, state.offer, state.order, Date.now() / 1000).join(' ')}
    ${accountUrl ? html`<a href=${accountUrl}>${texts.text('promise.account')}</a>` : nothing}
    ${termsUrl ? html`<a href=${termsUrl} target="_blank" rel="noopener">${texts.text('promise.terms')}</a>` : nothing}
  </p>`;
}

function cardForm({ texts, rails, help }: PaymentView): TemplateResult {
  const problem = rails.adyen === 'unreachable' || rails.adyen === 'misconfigured' ? rails.adyen : undefined;
  return html`${rails.adyen === 'loading' ? loading(texts.text('pay.loading')) : nothing}
    ${
      problem
        ? notice({
            kind: 'error',
            text: texts.text(`pay.${problem}`),
            more: html`${button({ label: texts.text('action.retry'), onClick: () => rails.retryAdyen() })} ${help}`,
          })
        : nothing
    } <slot name="cleeng-card" class=${rails.adyen === 'ready' || rails.adyen === 'loading' ? '' : 'hidden'}></slot>`;
}

/** PayPal's pages are in a window of their own, which may have got lost behind others. */
function popupOpen(texts: Texts, popup: NonNullable<Rails['popup']>): TemplateResult {
  const more = html`<p class="row">
    ${button({ label: texts.text('pay.popup-show'), onClick: () => popup.show() })}
    ${button({ label: texts.text('pay.popup-close'), onClick: () => popup.close() })}
  </p>`;
  return notice({ kind: 'info', text: texts.text('pay.popup'), more });
}

/** PayPal's own button, or ours, which redirects, where its script is not configured or did not come. */
function payPal({ texts, state, rails }: PaymentView, busy: boolean): TemplateResult | typeof nothing {
  if (rails.paypal === 'off') return nothing;
  return html`<div class="or">${texts.text('pay.or')}</div>
    <slot name="cleeng-paypal" class=${rails.paypal === 'unreachable' ? 'hidden' : ''}></slot>
    ${
      rails.paypal === 'unreachable'
        ? html`<button
            class="cleeng-button paypal"
            part="paypal"
            type="button"
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => void rails.payByPayPal()}
          >
            ${payPalLabel(texts, state.order)}
          </button>`
        : nothing
    }`;
}
