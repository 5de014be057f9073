import { html, nothing, type TemplateResult } from 'lit';
import type { Offer, Term } from '../../checkout/offer.js';
import type { Order } from '../../checkout/order.js';
import type { checkout } from '../../i18n/en/checkout.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import type { Money } from '../../money.js';

type Texts = LocalizeAmounts<typeof checkout>;

/** What is bought, what it costs, and every line of the order once there is one. */
export function summary(texts: Texts, offer: Offer, order: Order | undefined): TemplateResult {
  return html`<div class="offer" part="summary">
    <h3>${offer.title}</h3>
    ${offer.description ? html`<p class="muted">${offer.description}</p>` : nothing}
    <p class="price">${texts.money(offer.price)} <small>${termText(texts, offer.term)}</small></p>
    ${offer.trial && (!order || order.discountType === 'trial') ? html`<p class="badge">${trialText(texts, offer.trial)}</p>` : nothing}
    ${order ? breakdown(texts, order) : nothing}
  </div>`;
}

function breakdown(texts: Texts, order: Order): TemplateResult {
  const rate = new Intl.NumberFormat(texts.lang, { style: 'percent', maximumFractionDigits: 2 }).format(order.taxRate);
  const line = (label: string, amount: Money, sign = 1) =>
    amount.minor === 0
      ? nothing
      : html`<dt>${label}</dt>
          <dd>${texts.money({ ...amount, minor: sign * amount.minor })}</dd>`;
  return html`<dl>
    ${line(texts.text('checkout.price'), order.price)}
    ${order.discountType === 'none' ? nothing : line(texts.text(`checkout.discount-${order.discountType}`), order.discount, -1)}
    ${line(texts.text('checkout.tax', { rate }), order.tax)} ${line(texts.text('checkout.service-fee'), order.serviceFee)}
    ${line(texts.text('checkout.method-fee'), order.methodFee)}
    <dt class="total">${texts.text('checkout.today')}</dt>
    <dd class="total" part="total">${texts.money(order.total)}</dd>
  </dl>`;
}

const trialText = (texts: Texts, { unit, count }: NonNullable<Offer['trial']>) =>
  texts.text(unit === 'day' ? 'checkout.trial-badge-days' : 'checkout.trial-badge-periods', { count });

/** How often, or for how long: "per month", "once, for 48 hours". */
export function termText(texts: Texts, term: Term): string {
  switch (term.kind) {
    case 'recurring':
      return term.count === 1 ? texts.text(`term.${term.unit}`) : texts.text(`term.${term.unit}s`, { count: term.count });
    case 'span':
      return term.count === 1 ? texts.text(`term.span-${term.unit}`) : texts.text('term.span', { count: term.count });
    case 'hours':
      return texts.text('term.hours', { count: term.count });
    case 'until':
      return texts.text('term.until', { date: texts.date(term.at) });
    case 'event':
      return texts.text('term.event', { date: texts.date(term.startsAt) });
    case 'unlimited':
      return texts.text('term.unlimited');
  }
}

/** What is charged now, what later, when, and how to stop: next to every pay button. */
export function promise(texts: Texts, offer: Offer, order: Order, termsUrl: string | undefined): TemplateResult {
  return html`<p class="promise" part="hint">
    ${promiseText(texts, offer, order)} ${offer.term.kind === 'recurring' && offer.price.minor > 0 ? texts.text('promise.stop') : nothing}
    ${termsUrl ? html`<a href=${termsUrl} target="_blank" rel="noopener">${texts.text('promise.terms')}</a>` : nothing}
  </p>`;
}

function promiseText(texts: Texts, offer: Offer, order: Order): string {
  const price = texts.money(offer.price);
  const total = texts.money(order.total);
  const term = termText(texts, offer.term);
  if (offer.price.minor === 0) return texts.text('promise.free');
  if (offer.term.kind !== 'recurring') return texts.text('promise.once', { total });
  if (order.discountType !== 'trial') return texts.text('promise.recurring', { total, price, term });
  return offer.trial?.unit === 'day'
    ? texts.text('promise.trial-days', { count: offer.trial.count, price, term })
    : texts.text('promise.trial-periods', { price, term });
}
