/** An amount in the smallest unit of its currency: integers, so that nothing is ever lost to fractions. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** How many decimals a currency has: 2 for EUR, 0 for JPY, 3 for KWD. Unknown currencies count as 2. */
export function currencyDigits(currency: string): number {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/** An amount as a plain number, for programs that take no other: a fraction may be off by less than counts. */
export const decimalOf = ({ minor, currency }: Money): number => minor / 10 ** currencyDigits(currency);

/** The platform's decimal amount as an exact integer of the smallest unit. */
export const moneyFromDecimal = (amount: number | string, currency: string): Money => moneyReader(currency)(amount);

/** The same for many amounts of one currency: asking `Intl` about a currency takes longer than all the rest. */
export function moneyReader(currency: string): (amount: number | string) => Money {
  const unit = 10 ** currencyDigits(currency);
  return (amount) => ({ minor: Math.round(Number(amount) * unit), currency });
}
