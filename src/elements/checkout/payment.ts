import { html, nothing, type TemplateResult } from 'lit';
import type { PaymentState } from '../../checkout/state.js';
import { errorText } from '../../controllers/error-text.js';
import type { Rails } from '../../controllers/rails.js';
import type { checkout } from '../../i18n/en/checkout.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { button } from '../../ui/button.js';
import { loading, notice } from '../../ui/notice.js';
import { promise } from './summary.js';

export interface PaymentView {
  texts: LocalizeAmounts<typeof checkout>;
  state: PaymentState;
  rails: Rails;
  termsUrl: string | undefined;
  help: TemplateResult | typeof nothing;
  onPay: () => void;
}

/** The payment step: card form, our pay button with what it means, and PayPal. Each way to pay stands or falls alone. */
export function renderPayment({ texts, state, rails, termsUrl, help, onPay }: PaymentView): TemplateResult {
  const { offer, order, refusal } = state;
  const busy = state.status === 'paying' || state.status === 'leaving';
  const atBank = state.status === 'action';
  const total = texts.money(order.total);
  const label =
    order.discountType === 'trial'
      ? texts.text('pay.trial')
      : order.total.minor === 0
        ? texts.text('pay.free')
        : texts.text('pay.amount', { total });
  const payButton = button({
    label,
    busy: busy && texts.text(state.status === 'leaving' ? 'pay.leaving' : 'pay.working'),
    kind: 'primary',
    part: 'submit',
    onClick: () => void (busy || onPay()),
  });
  return html`<div class="pay">
    <h3>${texts.text(atBank ? 'pay.bank' : 'checkout.payment')}</h3>
    ${refusal ? notice({ kind: refusal.code === 'payment-cancelled' ? 'info' : 'error', text: errorText(texts, refusal), more: help }) : nothing}
    ${order.needsDetails ? cardForm(texts, rails) : nothing}
    ${atBank || (order.needsDetails && rails.adyen !== 'ready') ? nothing : payButton}
    ${atBank ? nothing : promise(texts, offer, order, termsUrl)} ${order.needsDetails && !atBank ? payPal(texts, rails, busy) : nothing}
    <slot name="legal"></slot>
  </div>`;
}

function cardForm(texts: PaymentView['texts'], rails: Rails): TemplateResult {
  const problem = rails.adyen === 'unreachable' || rails.adyen === 'misconfigured' ? rails.adyen : undefined;
  return html`${rails.adyen === 'loading' ? loading(texts.text('pay.loading')) : nothing}
    ${
      problem
        ? notice({
            kind: 'error',
            text: texts.text(`pay.${problem}`),
            more: button({ label: texts.text('action.retry'), onClick: () => rails.retryAdyen() }),
          })
        : nothing
    } <slot name="cleeng-card" class=${rails.adyen === 'ready' || rails.adyen === 'loading' ? '' : 'hidden'}></slot>`;
}

/** PayPal's own button, or ours, which redirects, where its script is not configured or did not come. */
function payPal(texts: PaymentView['texts'], rails: Rails, busy: boolean): TemplateResult | typeof nothing {
  if (rails.paypal === 'off') return nothing;
  return html`<div class="or">${texts.text('pay.or')}</div>
    <slot name="cleeng-paypal"></slot>
    ${
      rails.paypal === 'unreachable'
        ? html`<button
            class="cleeng-button paypal"
            type="button"
            aria-disabled=${busy ? 'true' : 'false'}
            @click=${() => void rails.redirectToPayPal()}
          >
            ${texts.text('pay.paypal')}
          </button>`
        : nothing
    }`;
}
