import { currencyDigits, type Money } from '../money.js';
import type { Transaction } from './transactions.js';

/** What a spreadsheet would run as a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** The columns, in their order; `heads` gives them their names. */
export const CSV_COLUMNS = ['date', 'id', 'kind', 'title', 'offer', 'net', 'tax', 'rate', 'total', 'currency', 'method', 'coupon'] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** The line above a table for spreadsheets (RFC 4180). */
export const csvHead = (heads: Readonly<Record<CsvColumn, string>>): string => line(CSV_COLUMNS.map((column) => heads[column]));

/**
 * Transactions as lines of the table. Amounts are plain decimals, dates ISO 8601 in UTC. No cell can become a formula: titles come from
 * elsewhere.
 */
export function csvLines(list: readonly Transaction[]): string {
  const digits = new Map(list.map(({ total }) => [total.currency, 0]));
  for (const currency of digits.keys()) digits.set(currency, currencyDigits(currency));
  const decimal = ({ minor, currency }: Money) => {
    const places = digits.get(currency) ?? currencyDigits(currency);
    return (minor / 10 ** places).toFixed(places);
  };
  return list.map((one) => line(cellsOf(one, decimal))).join('');
}

const cellsOf = (one: Transaction, decimal: (amount: Money) => string): string[] => [
  new Date(one.at * 1000).toISOString(),
  one.id,
  one.kind,
  one.title,
  one.offerId,
  decimal(one.net),
  decimal(one.tax),
  String(one.taxRate),
  decimal(one.total),
  one.total.currency,
  one.method,
  one.couponCode ?? '',
];

const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
