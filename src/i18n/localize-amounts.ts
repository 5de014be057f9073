import type { Money } from '../money.js';
import { formatDate, formatMoney, formatSpan } from './format.js';
import { Localize, type Messages } from './localize.js';

/** Texts with amounts and dates: for the elements that show what things cost and when. */
export class LocalizeAmounts<M extends Messages> extends Localize<M> {
  money(amount: Money): string {
    return formatMoney(amount, this.lang);
  }

  /** A day, such as 24 December 2026, from unix seconds. */
  date(seconds: number): string {
    return formatDate(seconds, this.lang);
  }

  /** A length of time, such as 14 days. */
  span(count: number, unit: Parameters<typeof formatSpan>[1]): string {
    return formatSpan(count, unit, this.lang);
  }
}
