import type { z } from '@hono/zod-openapi';
import type { Order } from '../../contract/orders.js';
import type { Payment } from '../../contract/payments.js';
import { priceOf, type StoredOffer } from '../../db/offers.js';
import type { StoredOrder } from '../../db/orders.js';
import type { StoredPayment } from '../../db/purchase.js';
import { BASIS, toDecimal } from '../../rules/money.js';
import { splitPrice } from '../../rules/pricing.js';

export function orderView(order: StoredOrder, offer: StoredOffer, customer: { email: string; locale: string }): z.infer<typeof Order> {
  const money = (minor: number) => toDecimal(minor, order.currency);
  return {
    id: order.id,
    customerId: order.customerId,
    customer: { locale: customer.locale, email: customer.email },
    publisherId: order.publisherId,
    offerId: order.offerId,
    offer: {
      title: offer.here.title,
      description: offer.here.description,
      currency: offer.here.currency,
      price: toDecimal(splitPrice(priceOf(offer.here), order.taxRate).net, offer.here.currency),
    },
    totalPrice: money(order.total),
    priceBreakdown: {
      offerPrice: money(order.offerPrice),
      discountAmount: money(order.discountAmount),
      discountedPrice: money(order.offerPrice - order.discountAmount),
      taxValue: money(order.taxAmount),
      customerServiceFee: 0,
      paymentMethodFee: 0,
    },
    taxRate: order.taxRate / BASIS,
    taxBreakdown: null,
    currency: order.currency,
    country: order.country,
    paymentMethodId: order.paymentMethodId,
    expirationDate: order.expiresAt,
    billingAddress: null,
    couponId: order.couponCode,
    discount: { applied: order.discountType !== '', type: order.discountType, periods: order.discountPeriods },
    requiredPaymentDetails: order.requiredPaymentDetails,
    buyAsAGift: order.buyAsAGift,
  };
}

export function paymentView(payment: StoredPayment): z.infer<typeof Payment> {
  const money = (minor: number) => toDecimal(minor, payment.currency);
  return {
    id: payment.id,
    orderId: payment.orderId ?? 0,
    status: payment.status,
    totalAmount: money(payment.total),
    amount: money(payment.total - payment.tax),
    taxValue: money(payment.tax),
    paymentMethodFee: 0,
    customerServiceFee: 0,
    currency: payment.currency,
    country: payment.country,
    customerId: payment.customerId,
    paymentGateway: payment.gateway,
    paymentMethod: payment.method,
    externalPaymentId: payment.externalId,
    couponId: payment.couponCode,
    offerType: payment.offerType,
    rejectedReason: null,
    refundedReason: null,
    paymentDetailsId: payment.paymentDetailsId,
    paymentOperation: payment.operation,
  };
}
