import { BASIS, digitsOf, divideRounded } from './money.js';
import { splitPrice, type OfferPrice } from './pricing.js';

/** Standard rates in basis points, of the countries the seed sells in; elsewhere no tax is taken. */
const RATES: Readonly<Record<string, number>> = { DE: 1900, AT: 2000, GB: 2000, FR: 2000, NL: 2100, PL: 2300, SE: 2500 };

export const taxRateOf = (country: string): number => RATES[country] ?? 0;

/** A gross amount as net and tax, which always add up to it. */
export function splitGross(amount: number, currency: string, taxRate: number): { net: number; tax: number } {
  return splitPrice({ amount, currency, taxIncluded: true }, taxRate);
}

/** The net price with the four decimals orders and transactions show: 9.99 with 19 % inside is 8.395 (contract, 4.1). */
export function fineNet({ amount, currency, taxIncluded }: OfferPrice, taxRate: number): number {
  const fine = amount * 10 ** (4 - digitsOf(currency));
  return (taxIncluded ? divideRounded(fine * BASIS, BASIS + taxRate) : fine) / 10 ** 4;
}
