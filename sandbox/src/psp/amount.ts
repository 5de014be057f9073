import { digitsOf } from '../rules/money.js';

/** An amount for the pages the sandbox plays. */
export const formatAmount = ({ currency, value }: { currency: string; value: number }): string =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(value / 10 ** digitsOf(currency));
