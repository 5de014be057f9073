import type { ApiOrder, ApiPaymentMethod } from '../api/orders.js';
import type { ApiPayment } from '../api/payments.js';
import { moneyFromDecimal, type Money } from '../money.js';

/** A purchase being prepared: what it costs now, line by line. */
export interface Order {
  readonly id: number;
  readonly offerId: string;
  readonly total: Money;
  /** Net price before any discount. */
  readonly price: Money;
  readonly discount: Money;
  readonly discountType: 'none' | 'trial' | 'coupon';
  readonly tax: Money;
  /** A fraction, such as 0.19. */
  readonly taxRate: number;
  readonly serviceFee: Money;
  readonly methodFee: Money;
  readonly needsDetails: boolean;
}

export function orderFromApi(api: ApiOrder): Order {
  const money = (amount: number) => moneyFromDecimal(amount, api.currency);
  const lines = api.priceBreakdown;
  return {
    id: api.id,
    offerId: api.offerId,
    total: money(api.totalPrice),
    price: money(lines.offerPrice),
    discount: money(lines.discountAmount),
    discountType: api.discount.applied && api.discount.type ? api.discount.type : 'none',
    tax: money(lines.taxValue),
    taxRate: api.taxRate,
    serviceFee: money(lines.customerServiceFee),
    methodFee: money(lines.paymentMethodFee),
    needsDetails: api.requiredPaymentDetails,
  };
}

/** The ways to pay that this kit can play, by the id the platform wants to hear. */
export interface Methods {
  /** Adyen's, by the platform's name for them (`card`, `ideal`, …). */
  readonly adyen: Readonly<Record<string, number>>;
  readonly paypal: number | undefined;
  /** For orders that need no payment details. */
  readonly free: number | undefined;
  readonly coupon: number | undefined;
}

export function methodsFromApi(list: readonly ApiPaymentMethod[]): Methods {
  const of = (gateway: string) => list.filter((method) => method.paymentGateway === gateway);
  return {
    adyen: Object.fromEntries(of('adyen').map((method) => [method.methodName, method.id])),
    paypal: of('paypal')[0]?.id,
    free: of('free-offer')[0]?.id,
    coupon: of('coupon')[0]?.id,
  };
}

/** What was paid, as the platform confirmed it. After PayPal's return it names the order only: payment and amount are unknown then. */
export interface Receipt {
  readonly orderId: number;
  readonly paymentId?: number;
  readonly method: string;
  readonly total?: Money;
}

export const receiptFromApi = (api: ApiPayment): Receipt => ({
  orderId: api.orderId,
  paymentId: api.id,
  method: api.paymentMethod,
  total: moneyFromDecimal(api.totalAmount, api.currency),
});
