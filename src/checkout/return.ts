import { PAYPAL_OUTCOMES, type PayPalOutcome } from '../api/payments.js';

/** What the address says after a way through a bank's or PayPal's page. It only says what to ask the platform, never what is true. */
export type Return = (
  | { readonly rail: 'adyen'; readonly redirectResult: string }
  | { readonly rail: 'paypal'; readonly outcome: PayPalOutcome; readonly popup: boolean }
) & { readonly orderId: number; readonly gift: boolean };

const ORDER = 'cleeng-order';
const PAYPAL = 'cleeng-paypal';
const GIFT = 'cleeng-gift';
const POPUP = 'cleeng-popup';
/** Parameters of ours, and those the providers add on the way back. */
const OURS = [ORDER, PAYPAL, GIFT, POPUP, 'redirectResult', 'externalPaymentId'];

/** An address to come back to, with the order in it; what else is in it stays. */
export function returnUrl(page: string, orderId: number, gift: boolean): string {
  const url = cleanUrl(page);
  url.searchParams.set(ORDER, String(orderId));
  if (gift) url.searchParams.set(GIFT, '1');
  return url.href;
}

/** @param popup whether PayPal's pages are in a window of their own */
export function payPalReturnUrl(page: string, orderId: number, outcome: PayPalOutcome, gift: boolean, popup: boolean): string {
  const url = new URL(returnUrl(page, orderId, gift));
  url.searchParams.set(PAYPAL, outcome);
  if (popup) url.searchParams.set(POPUP, '1');
  return url.href;
}

export function readReturn(page: string): Return | undefined {
  const { searchParams } = new URL(page);
  const orderId = Number(searchParams.get(ORDER));
  if (!orderId) return undefined;
  const gift = searchParams.has(GIFT);
  const redirectResult = searchParams.get('redirectResult');
  if (redirectResult) return { rail: 'adyen', orderId, gift, redirectResult };
  const outcome = PAYPAL_OUTCOMES.find((one) => one === searchParams.get(PAYPAL));
  return outcome && { rail: 'paypal', orderId, gift, outcome, popup: searchParams.has(POPUP) };
}

/** What the platform's documented links ask for (platform contract, 10). */
export interface Link {
  /** The page was opened to buy a gift. */
  readonly purchaseAsGift: boolean;
  /** The code of a gift that its recipient was sent. */
  readonly giftCode: string | undefined;
}

const LINKS = { gift: 'purchaseAsGift', code: 'giftCode' } as const;

export function readLink(page: string): Link {
  const { searchParams } = new URL(page);
  return { purchaseAsGift: searchParams.get(LINKS.gift) === 'true', giftCode: searchParams.get(LINKS.code)?.trim() || undefined };
}

/** The address without what a documented link has asked for, once that is done. */
export function withoutLink(page: string): string {
  const url = new URL(page);
  for (const name of Object.values(LINKS)) url.searchParams.delete(name);
  return url.href;
}

/** The address without our parameters; the site's own query and hash are kept. */
export function cleanUrl(page: string): URL {
  const url = new URL(page);
  // PayPal's error text comes with our marker only; a site's own `message` is left alone.
  if (url.searchParams.has(PAYPAL)) url.searchParams.delete('message');
  for (const name of OURS) url.searchParams.delete(name);
  return url;
}
