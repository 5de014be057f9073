import { currencyDigits, type Money } from '../money.js';

/** An amount as people of a language write it; a currency `Intl` does not know keeps its code. */
export function formatMoney({ minor, currency }: Money, lang: string): string {
  const value = minor / 10 ** currencyDigits(currency);
  try {
    return new Intl.NumberFormat(lang, { style: 'currency', currency }).format(value);
  } catch {
    return `${value.toFixed(2)} ${currency}`;
  }
}

/** A day in the viewer's own time zone, from unix seconds. */
export function formatDate(seconds: number, lang: string): string {
  return new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(seconds * 1000);
}

/** A length of time, such as 14 days, in the grammar of a language. */
export function formatSpan(count: number, unit: 'hour' | 'day' | 'week' | 'month' | 'year', lang: string): string {
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
