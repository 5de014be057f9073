import { laterCharges, type Later } from '../../checkout/charges.js';
import type { Offer, Term } from '../../checkout/offer.js';
import type { Order } from '../../checkout/order.js';
import type { checkout } from '../../i18n/en/checkout.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { orderButtonWords } from '../../i18n/order-button.js';

/** What words are made with: the checkout's messages, amounts and dates in the viewer's language. */
export type Texts = Pick<LocalizeAmounts<typeof checkout>, 'text' | 'money' | 'date' | 'span' | 'lang' | 'wanted' | 'has'>;

/** How often, or for how long: "per month", "once, for 48 hours". */
export function termText(texts: Texts, term: Term): string {
  switch (term.kind) {
    case 'recurring':
      if (term.count === 1) return texts.text(`term.${term.unit}`);
      if (term.unit === 'season') return texts.text('term.seasons', { count: term.count });
      return texts.text('term.every', { span: texts.span(term.count, term.unit) });
    case 'span':
      return texts.text('term.for', { span: texts.span(term.count, term.unit) });
    case 'hours': {
      const days = term.count / 24;
      return texts.text('term.for', {
        span: days > 2 && Number.isInteger(days) ? texts.span(days, 'day') : texts.span(term.count, 'hour'),
      });
    }
    case 'until':
      return texts.text('term.until', { date: texts.date(term.at) });
    case 'event':
      return texts.text('term.event', { date: texts.date(term.startsAt) });
    case 'unlimited':
      return texts.text('term.unlimited');
  }
}

/** "14 days free", "2 months free". */
export function trialText(texts: Texts, { trial, term }: Offer): string | undefined {
  if (!trial) return undefined;
  if (trial.unit === 'day') return texts.text('checkout.trial-badge', { span: texts.span(trial.count, 'day') });
  if (term.kind !== 'recurring' || term.unit === 'season') return texts.text('checkout.trial-season');
  return texts.text('checkout.trial-badge', { span: texts.span(trial.count * term.count, term.unit) });
}

/**
 * What is charged now, what later, when, and how to stop: the sentences next to every pay button.
 * @param now unix seconds
 */
export function promiseTexts(texts: Texts, offer: Offer, order: Order, now: number): string[] {
  const later = laterCharges(offer, order, now);
  const total = texts.money(order.total);
  if (later.kind === 'nothing') {
    if (order.total.minor > 0) return [texts.text(order.gift ? 'promise.gift' : 'promise.once', { total })];
    return [texts.text(order.discountType === 'coupon' ? 'promise.nothing' : 'promise.free')];
  }
  const term = termText(texts, offer.term);
  const price = texts.money(later.price);
  const date = later.from === undefined ? '' : texts.date(later.from);
  const fees = order.methodFee.minor > 0 || order.serviceFee.minor > 0 ? [texts.text('promise.fees')] : [];
  if (order.discountType === 'trial') {
    return [
      texts.text(date ? 'promise.trial' : 'promise.trial-later', { date, price, term }),
      ...fees,
      date ? texts.text('promise.stop-trial', { date }) : texts.text('promise.stop'),
    ];
  }
  return [renewalText(texts, order, later, term), ...fees, texts.text('promise.stop')];
}

/** Today's payment, those a coupon still lowers, and the regular ones. */
function renewalText(texts: Texts, order: Order, later: Extract<Later, { kind: 'renews' }>, term: string): string {
  const { reduced } = later;
  const total = texts.money(order.total);
  const price = texts.money(reduced?.times === 'all' && reduced.price ? reduced.price : later.price);
  if (!reduced || (reduced.times === 'all' && reduced.price)) {
    return texts.text(order.total.minor > 0 ? 'promise.recurring' : 'promise.recurring-later', { total, price, term });
  }
  const { times: count } = reduced;
  if (!reduced.price) return texts.text(count === 'all' ? 'promise.lowered-all' : 'promise.lowered', { total, count, price, term });
  const next = { total, reduced: texts.money(reduced.price), count, price, term };
  return texts.text('promise.reduced', next);
}

/** What the button that places the order says: what a law of the order's country asks for, otherwise what is paid. */
export function payLabel(texts: Texts, offer: Offer, order: Order): string {
  const { total, discountType, country } = order;
  const obligation = total.minor > 0 || laterCharges(offer, order, 0).kind === 'renews';
  if (!obligation) return texts.text('pay.free');
  const words = orderButtonWords(country, texts.wanted);
  if (words) return words;
  if (discountType === 'trial') return texts.text('pay.trial');
  return total.minor > 0 ? texts.text('pay.amount', { total: texts.money(total) }) : texts.text('pay.start');
}

/** The same for our own PayPal button. */
export function payPalLabel(texts: Texts, order: Order): string {
  const words = orderButtonWords(order.country, texts.wanted);
  return words ? texts.text('pay.with', { label: words, method: 'PayPal' }) : texts.text('pay.paypal');
}
