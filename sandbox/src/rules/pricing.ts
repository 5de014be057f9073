import { BASIS, divideRounded } from './money.js';

/** A price as a publisher set it, in the smallest unit. */
export interface OfferPrice {
  amount: number;
  currency: string;
  /** Whether tax is inside `amount` (Europe) or comes on top (United States). */
  taxIncluded: boolean;
}

export type Discount = { type: 'none' } | { type: 'trial' } | { type: 'coupon'; rate: number; periods: number };

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

/** The breakdown of an order. A trial or a full discount is not taxed, for nothing is charged. */
export function priceOrder(price: OfferPrice, taxRate: number, discount: Discount): Breakdown {
  const { net, tax } = splitPrice(price, taxRate);
  if (discount.type === 'none') return { offerPrice: net, discount: 0, discountedPrice: net, tax, fee: 0, total: net + tax };
  const off = discount.type === 'trial' ? net : divideRounded(net * discount.rate, BASIS);
  const discountedPrice = net - off;
  const taxNow = divideRounded(discountedPrice * taxRate, BASIS);
  return { offerPrice: net, discount: off, discountedPrice, tax: taxNow, fee: 0, total: discountedPrice + taxNow };
}
