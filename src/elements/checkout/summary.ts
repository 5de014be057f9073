import { html, nothing, type TemplateResult } from 'lit';
import { differsFromOffer, regularPrice } from '../../checkout/charges.js';
import type { Offer } from '../../checkout/offer.js';
import type { Order } from '../../checkout/order.js';
import type { Money } from '../../money.js';
import { termText, trialText, type Texts } from './wording.js';

/**
 * What is bought, what it costs, and every line of the order once there is one.
 * @param more what belongs below the lines, such as the coupon
 */
export function summary(texts: Texts, offer: Offer, order?: Order, more: unknown = nothing): TemplateResult {
  const trial = !order || order.discountType === 'trial' ? trialText(texts, offer) : undefined;
  // The order may be in another currency than the offer was shown in: what is on screen is what is paid.
  const price = order && differsFromOffer(offer, order) ? regularPrice(offer, order) : offer.price;
  return html`<div class="offer" part="summary">
    <h3>${offer.title}</h3>
    ${offer.description ? html`<p class="muted">${offer.description}</p>` : nothing}
    <p class="price">
      ${
        price.minor === 0
          ? texts.text('checkout.free')
          : html`${texts.money(price)} <small>${order?.gift ? texts.text('term.gift') : termText(texts, offer.term)}</small>`
      }
    </p>
    ${promotion(texts, offer)} ${trial ? html`<p class="badge" part="badge">${trial}</p>` : nothing}
    ${order ? breakdown(texts, order) : nothing} ${more}
  </div>`;
}

/** A price that is lower for a while: what it is otherwise, and how long it is to be had. */
function promotion(texts: Texts, { promotion: reduced, term }: Offer): TemplateResult | typeof nothing {
  if (!reduced) return nothing;
  const price = texts.money(reduced.regular);
  const { until } = reduced;
  return html`<p class="muted">
    ${
      term.kind === 'recurring'
        ? texts.text('promotion.first', { price, term: termText(texts, term) })
        : texts.text('promotion.instead', { price })
    }
    ${until === undefined ? nothing : texts.text('promotion.until', { date: texts.date(until) })}
  </p>`;
}

function breakdown(texts: Texts, order: Order): TemplateResult {
  const rate = new Intl.NumberFormat(texts.lang, { style: 'percent', maximumFractionDigits: 2 }).format(order.taxRate);
  const line = (label: string, amount: Money) =>
    html`<dt>${label}</dt>
      <dd>${texts.money(amount)}</dd>`;
  const fee = (label: string, amount: Money) => (amount.minor === 0 ? nothing : line(label, amount));
  const { discountType, discount } = order;
  return html`<dl>
    ${line(texts.text('checkout.price'), order.price)}
    ${discountType === 'none' ? nothing : line(texts.text(`checkout.discount-${discountType}`), { ...discount, minor: -discount.minor })}
    ${line(texts.text('checkout.tax', { rate }), order.tax)} ${fee(texts.text('checkout.service-fee'), order.serviceFee)}
    ${fee(texts.text('checkout.method-fee'), order.methodFee)}
    <dt class="total">${texts.text('checkout.today')}</dt>
    <dd class="total" part="total">${texts.money(order.total)}</dd>
  </dl>`;
}
