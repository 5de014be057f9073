/** What the address says after a way through a bank's or PayPal's page. It only says what to ask the platform, never what is true. */
export type Return =
  | { readonly rail: 'adyen'; readonly orderId: number; readonly redirectResult: string }
  | { readonly rail: 'paypal'; readonly orderId: number; readonly outcome: 'success' | 'cancel' | 'error' };

const ORDER = 'cleeng-order';
const PAYPAL = 'cleeng-paypal';
/** Parameters of ours, and those the providers add on the way back. */
const OURS = [ORDER, PAYPAL, 'redirectResult', 'externalPaymentId'];

/** An address to come back to, with the order in it; what else is in it stays. */
export function returnUrl(page: string, orderId: number): string {
  const url = cleanUrl(page);
  url.searchParams.set(ORDER, String(orderId));
  return url.href;
}

export function payPalReturnUrl(page: string, orderId: number, outcome: 'success' | 'cancel' | 'error'): string {
  const url = new URL(returnUrl(page, orderId));
  url.searchParams.set(PAYPAL, outcome);
  return url.href;
}

export function readReturn(page: string): Return | undefined {
  const { searchParams } = new URL(page);
  const orderId = Number(searchParams.get(ORDER));
  if (!orderId) return undefined;
  const redirectResult = searchParams.get('redirectResult');
  if (redirectResult) return { rail: 'adyen', orderId, redirectResult };
  const outcome = searchParams.get(PAYPAL);
  return outcome === 'success' || outcome === 'cancel' || outcome === 'error' ? { rail: 'paypal', orderId, outcome } : undefined;
}

/** The address without our parameters; the site's own query and hash are kept. */
export function cleanUrl(page: string): URL {
  const url = new URL(page);
  // PayPal's error text comes with our marker only; a site's own `message` is left alone.
  if (url.searchParams.has(PAYPAL)) url.searchParams.delete('message');
  for (const name of OURS) url.searchParams.delete(name);
  return url;
}
