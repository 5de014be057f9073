import { PAYPAL_OUTCOMES, type PayPalOutcome } from '../api/payments.js';

/** What the address says after a way through a bank's or PayPal's page. It only says what to ask the platform, never what is true. */
export type DetailsReturn =
  | { readonly rail: 'adyen'; readonly methodId: number; readonly redirectResult: string }
  | { readonly rail: 'paypal'; readonly outcome: PayPalOutcome };

const OURS = 'cleeng-details';

/** An address to come back to from a bank; what else is in it stays. */
export const bankReturnUrl = (page: string, methodId: number): string => marked(page, `adyen.${methodId}`);

export const payPalDetailsUrl = (page: string, outcome: PayPalOutcome): string => marked(page, `paypal.${outcome}`);

export function readDetailsReturn(page: string): DetailsReturn | undefined {
  const { searchParams } = new URL(page);
  const [, rail, what = ''] = /^(adyen|paypal)\.(\w+)$/.exec(searchParams.get(OURS) ?? '') ?? [];
  const redirectResult = searchParams.get('redirectResult');
  if (rail === 'adyen') return redirectResult && Number(what) ? { rail, methodId: Number(what), redirectResult } : undefined;
  const outcome = PAYPAL_OUTCOMES.find((one) => one === what);
  return rail === 'paypal' && outcome ? { rail, outcome } : undefined;
}

/** The address without what is ours; the site's own query and hash are kept. */
export function withoutDetailsReturn(page: string): URL {
  const url = new URL(page);
  const mark = url.searchParams.get(OURS);
  if (mark === null) return url;
  url.searchParams.delete(mark.startsWith('paypal') ? 'message' : 'redirectResult');
  url.searchParams.delete(OURS);
  return url;
}

function marked(page: string, value: string): string {
  const url = withoutDetailsReturn(page);
  url.searchParams.set(OURS, value);
  return url.href;
}
