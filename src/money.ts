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

/** The platform's decimal amount as an exact integer of the smallest unit. */
export function moneyFromDecimal(amount: number | string, currency: string): Money {
  return { minor: Math.round(Number(amount) * 10 ** currencyDigits(currency)), currency };
}
