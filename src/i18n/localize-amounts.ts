import type { Money } from '../money.js';
import { formatDate, formatMoney, formatSpan } from './format.js';
import { Localize, type Messages } from './localize.js';

/** Texts with amounts and dates: for the elements that show what things cost and when. */
export class LocalizeAmounts<M extends Messages> extends Localize<M> {
  /** What was written before: asking `Intl` anew for all of a long list would hold up every rendering. */
  readonly #written = new Map<string, string>();

  money(amount: Money): string {
    return this.#once(`${amount.minor} ${amount.currency}`, (lang) => formatMoney(amount, lang));
  }

  /** A day, such as 24 December 2026, from unix seconds. */
  date(seconds: number): string {
    return this.#once(`${seconds}`, (lang) => formatDate(seconds, lang));
  }

  /** A length of time, such as 14 days. */
  span(count: number, unit: Parameters<typeof formatSpan>[1]): string {
    return formatSpan(count, unit, this.lang);
  }

  #once(what: string, write: (lang: string) => string): string {
    const { lang } = this;
    const key = `${lang} ${what}`;
    const text = this.#written.get(key) ?? write(lang);
    this.#written.set(key, text);
    return text;
  }
}
