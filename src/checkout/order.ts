import type { ApiOrder } from '../api/orders.js';
import type { Methods } from '../api/payment-methods.js';
import type { ApiPayment } from '../api/payments.js';
import { moneyFromDecimal, type Money } from '../money.js';

/** A purchase being prepared: what it costs now, line by line. */
export interface Order {
  readonly id: number;
  readonly offerId: string;
  /** Where it is bought, which decides the tax and the wording of the order button; empty where the platform does not say. */
  readonly country: string;
  readonly total: Money;
  /** Net price before any discount. */
  readonly price: Money;
  readonly discount: Money;
  readonly discountType: 'none' | 'trial' | 'coupon';
  /** For how many payments the discount counts, today's among them; 999 = for all. */
  readonly discountPeriods: number;
  readonly tax: Money;
  /** A fraction, such as 0.19. */
  readonly taxRate: number;
  readonly serviceFee: Money;
  readonly methodFee: Money;
  readonly needsDetails: boolean;
  readonly gift: boolean;
  /** The code of the coupon on it, as far as the platform names it. */
  readonly coupon: string | undefined;
  /** When it was begun by the platform's clock, in unix seconds. */
  readonly placedAt: number;
}

/** An order lives a day (platform contract, 4.1). */
const LIFE_SECONDS = 86_400;

export function orderFromApi(api: ApiOrder): Order {
  const money = (amount: number) => moneyFromDecimal(amount, api.currency);
  const lines = api.priceBreakdown;
  const discountType = api.discount.applied && api.discount.type ? api.discount.type : 'none';
  return {
    id: api.id,
    offerId: api.offerId,
    country: api.country ?? '',
    total: money(api.totalPrice),
    price: money(lines.offerPrice),
    discount: money(lines.discountAmount),
    discountType,
    discountPeriods: api.discount.periods,
    tax: money(lines.taxValue),
    taxRate: api.taxRate,
    serviceFee: money(lines.customerServiceFee),
    methodFee: money(lines.paymentMethodFee),
    needsDetails: api.requiredPaymentDetails,
    gift: api.buyAsAGift,
    coupon: discountType === 'coupon' && api.couponId !== null ? String(api.couponId) : undefined,
    placedAt: api.expirationDate - LIFE_SECONDS,
  };
}

/** Whether two orders cost the same now. */
export const sameTotal = (a: Order, b: Order): boolean => a.total.minor === b.total.minor && a.total.currency === b.total.currency;

/** Whether there is any way to pay an order. */
export function canPay(order: Order, methods: Methods): boolean {
  if (order.needsDetails) return Object.keys(methods.adyen).length > 0 || methods.paypal !== undefined;
  return freeMethod(order, methods) !== undefined;
}

/** The method of an order that needs no payment details. */
export const freeMethod = (order: Order, methods: Methods): number | undefined =>
  order.discountType === 'coupon' ? methods.coupon : methods.free;

/** What was paid, as the platform confirmed it. Where it names the order only, payment and amount are unknown. */
export interface Receipt {
  readonly orderId: number;
  readonly paymentId?: number;
  readonly method?: string;
  readonly total?: Money;
}

export const receiptFromApi = (api: ApiPayment): Receipt => ({
  orderId: api.orderId,
  paymentId: api.id,
  method: api.paymentMethod,
  total: moneyFromDecimal(api.totalAmount, api.currency),
});
