/** Rates are in basis points (1900 = 19 %), amounts in the smallest unit of a currency: no fraction is ever stored. */
export const BASIS = 10_000;

/** Decimals of the currencies the sandbox sells in; 2 for all others. */
const DIGITS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, VND: 0, XOF: 0, XAF: 0, KWD: 3 };

export const digitsOf = (currency: string): number => DIGITS[currency] ?? 2;

/** The decimal number the platform's JSON shows, such as 9.99. */
export const toDecimal = (minor: number, currency: string): number => minor / 10 ** digitsOf(currency);

/** A decimal number in the smallest unit; `undefined` when it has more decimals than its currency. */
export function toMinor(amount: number, currency: string): number | undefined {
  const minor = Math.round(amount * 10 ** digitsOf(currency));
  return Math.abs(toDecimal(minor, currency) - amount) < 1e-9 ? minor : undefined;
}

/** Money in transactions: text with four decimals, such as "8.3950". */
export const toText = (minor: number, currency: string): string => toDecimal(minor, currency).toFixed(4);

/** Rounds a ratio of integers half up, exactly. @param numerator not negative */
export function divideRounded(numerator: number, denominator: number): number {
  return Number((BigInt(numerator) * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));
}

/** `amount × part ÷ whole`, rounded once: the share of an amount that belongs to a part of a period. */
export function shareOf(amount: number, part: number, whole: number): number {
  return Number((BigInt(amount) * BigInt(part) * 2n + BigInt(whole)) / (BigInt(whole) * 2n));
}

/** An amount as people read it, in English, for e-mails. */
export const formatMoney = (minor: number, currency: string): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(toDecimal(minor, currency));
