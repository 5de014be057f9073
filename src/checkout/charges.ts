import type { Money } from '../money.js';
import type { Offer, PeriodUnit } from './offer.js';
import type { Order } from './order.js';

/** What follows today's payment. */
export type Later =
  | { readonly kind: 'nothing' }
  | {
      readonly kind: 'renews';
      /** The regular price of a period, with tax. */
      readonly price: Money;
      /** Payments after today's that a coupon lowers, and to what, where the order tells. */
      readonly reduced: { readonly price: Money | undefined; readonly times: number | 'all' } | undefined;
      /** The day of the first payment, in unix seconds, where nothing is paid before. */
      readonly from: number | undefined;
    };

/** `discount.periods` of a coupon without end. */
const WITHOUT_END = 999;

const DAY = 86_400;

/**
 * What an order means for the time after today.
 * @param now unix seconds by this device, which counts only as far as it is not behind the platform's
 */
export function laterCharges(offer: Offer, order: Order, now: number): Later {
  const price = regularPrice(offer, order);
  if (offer.term.kind !== 'recurring' || order.gift || price.minor === 0) return { kind: 'nothing' };
  const renews = { kind: 'renews', price, reduced: undefined, from: undefined } as const;
  if (order.discountType === 'trial') return { ...renews, from: trialEnd(offer, Math.max(now, order.placedAt)) };
  if (order.discountType !== 'coupon') return renews;
  // A coupon that takes nothing off today is for the payments after it: for how many is known, for how much is not.
  if (order.discount.minor === 0) return { ...renews, reduced: { price: undefined, times: timesOf(order.discountPeriods) } };
  const times = timesOf(order.discountPeriods - 1);
  if (times === 0) return renews;
  const reduced = reducedPrice(offer, order);
  return reduced.minor === 0 && times === 'all' ? { kind: 'nothing' } : { ...renews, reduced: { price: reduced, times } };
}

const timesOf = (periods: number): number | 'all' => (periods >= WITHOUT_END - 1 ? 'all' : Math.max(0, periods));

/** What the coupon makes of a later payment: the same as today, unless today's price is a promotional one. */
function reducedPrice(offer: Offer, { total, serviceFee, methodFee, price, discount }: Order): Money {
  if (offer.promotion?.regular.currency === price.currency) {
    return { ...price, minor: Math.round(offer.promotion.regular.minor * (1 - discount.minor / price.minor)) };
  }
  return { ...total, minor: total.minor - serviceFee.minor - methodFee.minor };
}

/** The price of a period without discounts, in the order's currency, which may be another than the offer was shown in. */
export function regularPrice(offer: Offer, { price, tax, taxRate, discountType }: Order): Money {
  if (offer.promotion?.regular.currency === price.currency) return offer.promotion.regular;
  if (discountType === 'none') return { ...price, minor: price.minor + tax.minor };
  // Net and tax are rounded apart: where the offer says the same to the cent, its price is the exact one.
  const computed = Math.round(price.minor * (1 + taxRate));
  const exact = offer.price.currency === price.currency && Math.abs(offer.price.minor - computed) <= 1;
  return exact ? offer.price : { ...price, minor: computed };
}

/** Whether an order asks for another price or currency than the viewer has seen on the offer. */
export function differsFromOffer(offer: Offer, order: Order): boolean {
  if (offer.price.currency !== order.price.currency) return true;
  const undiscounted = order.discountType === 'none' ? order.price.minor + order.tax.minor : order.price.minor * (1 + order.taxRate);
  return Math.abs(Math.round(undiscounted) - offer.price.minor) > 1;
}

function trialEnd({ trial, term }: Offer, start: number): number | undefined {
  if (!trial || term.kind !== 'recurring') return undefined;
  return trial.unit === 'day' ? start + trial.count * DAY : addPeriod(start, term.unit, term.count * trial.count);
}

/** The end of a period, in unix seconds; a month ends on the same day, or on its last one. A season ends nobody knows when. */
export function addPeriod(start: number, unit: PeriodUnit, count: number): number | undefined {
  if (unit === 'season') return undefined;
  if (unit === 'day' || unit === 'week') return start + count * (unit === 'day' ? 1 : 7) * DAY;
  const from = new Date(start * 1000);
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + count * (unit === 'year' ? 12 : 1));
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(from.getUTCDate(), last));
  return to.getTime() / 1000;
}
