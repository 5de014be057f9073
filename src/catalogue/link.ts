/** What a link to a page with offers may carry: what to open at once, and the coupon that goes with it. */
export interface OfferLink {
  readonly offerId: string;
  readonly couponCode?: string;
}

const OFFER = 'cleeng-offer';
const COUPON = 'cleeng-coupon';

/** An address that opens an offer's checkout: for win-back mails, and to come back to from a bank's page. What else is in it stays. */
export function offerLink(page: string, { offerId, couponCode }: OfferLink): string {
  const url = new URL(withoutOfferLink(page));
  url.searchParams.set(OFFER, offerId);
  if (couponCode) url.searchParams.set(COUPON, couponCode);
  return url.href;
}

export function readOfferLink(page: string): OfferLink | undefined {
  const { searchParams } = new URL(page);
  const offerId = searchParams.get(OFFER);
  if (!offerId || !/^[A-Z]\d{9}(_[A-Z]{2})?$/.test(offerId)) return undefined;
  const couponCode = searchParams.get(COUPON);
  return couponCode ? { offerId, couponCode } : { offerId };
}

export function withoutOfferLink(page: string): string {
  const url = new URL(page);
  url.searchParams.delete(OFFER);
  url.searchParams.delete(COUPON);
  return url.href;
}
