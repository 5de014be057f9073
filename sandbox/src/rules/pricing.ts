import { BASIS, divideRounded } from './money.js';

/** A price as a publisher set it, in the smallest unit. */
export interface OfferPrice {
  amount: number;
  currency: string;
  /** Whether tax is inside `amount` (Europe) or comes on top (United States). */
  taxIncluded: boolean;
}

/** `firstPeriod: false` leaves what is charged now as it is, and lowers only the payments after it. */
export type Discount = { type: 'none' } | { type: 'trial' } | { type: 'coupon'; rate: number; periods: number; firstPeriod?: boolean };

/** What is charged now. Every amount is in the smallest unit; `total` is always the sum of the others. */
export interface Breakdown {
  /** Net price. */
  offerPrice: number;
  discount: number;
  discountedPrice: number;
  tax: number;
  fee: number;
  total: number;
}

/** Splits a price into net and tax so that they always add up to the gross price (contract, 4.1 "Price rules"). */
export function splitPrice(price: OfferPrice, taxRate: number): { net: number; tax: number; gross: number } {
  if (!price.taxIncluded) {
    const tax = divideRounded(price.amount * taxRate, BASIS);
    return { net: price.amount, tax, gross: price.amount + tax };
  }
  const net = divideRounded(price.amount * BASIS, BASIS + taxRate);
  return { net, tax: price.amount - net, gross: price.amount };
}

/**
 * The breakdown of a purchase or a renewal. A trial or a full discount is not taxed, for nothing is charged.
 * @param feeRate what the payment method costs, in basis points of the discounted net price
 */
export function priceOrder(price: OfferPrice, taxRate: number, discount: Discount, feeRate = 0): Breakdown {
  const { net, tax } = splitPrice(price, taxRate);
  const off = discountOf(net, discount);
  const discountedPrice = net - off;
  const taxNow = off === 0 ? tax : divideRounded(discountedPrice * taxRate, BASIS);
  const fee = divideRounded(discountedPrice * feeRate, BASIS);
  return { offerPrice: net, discount: off, discountedPrice, tax: taxNow, fee, total: discountedPrice + taxNow + fee };
}

function discountOf(net: number, discount: Discount): number {
  if (discount.type === 'trial') return net;
  return discount.type === 'coupon' && discount.firstPeriod !== false ? divideRounded(net * discount.rate, BASIS) : 0;
}

/** "Without end" in a number of billing periods. */
export const UNLIMITED_PERIODS = 999;

/** What the price of a next payment follows from: the full gross price, and a coupon that still lowers it. */
export interface RecurringPrice {
  price: number;
  currency: string;
  taxRate: number;
  couponRate: number;
  couponPeriodsLeft: number;
}

/** What the next payment of a subscription will be; `total` is what is charged. */
export function nextPrice(held: RecurringPrice, feeRate = 0): Breakdown {
  const { price, currency, taxRate, couponRate, couponPeriodsLeft } = held;
  const discount: Discount = couponPeriodsLeft > 0 ? { type: 'coupon', rate: couponRate, periods: couponPeriodsLeft } : { type: 'none' };
  return priceOrder({ amount: price, currency, taxIncluded: true }, taxRate, discount, feeRate);
}

/** For how many more payments a coupon counts after one of them. */
export const couponPeriodsAfter = (left: number): number => (left === UNLIMITED_PERIODS ? left : Math.max(0, left - 1));
