/** A campaign behind a coupon code. `rate` in basis points, `periods` 999 = without end. */
export interface Coupon {
  rate: number;
  periods: number;
  paymentDetailsRequired: boolean;
}

export type CouponVerdict = { ok: true; coupon: Coupon } | { ok: false; text: string };

/** The sandbox's coupons (contract, 13). */
const COUPONS: Readonly<Record<string, Coupon>> = {
  SAVE30: { rate: 3000, periods: 3, paymentDetailsRequired: true },
  HALF999: { rate: 5000, periods: 999, paymentDetailsRequired: true },
  FREE100: { rate: 10_000, periods: 1, paymentDetailsRequired: false },
  FREE100CARD: { rate: 10_000, periods: 1, paymentDetailsRequired: true },
};

const REFUSALS: Readonly<Record<string, string>> = {
  OTHER: 'cannot be applied on this offer',
  USED: 'already used',
  RESERVED: 'reserved',
};

/** Whether a code may be used on an order. Codes are not case-sensitive. */
export function judgeCoupon(code: string): CouponVerdict {
  const key = code.trim().toUpperCase();
  const coupon = COUPONS[key];
  return coupon ? { ok: true, coupon } : { ok: false, text: `Coupon ${code} ${REFUSALS[key] ?? 'not found'}` };
}
