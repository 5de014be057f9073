import type { z } from '@hono/zod-openapi';
import type { Order } from '../../contract/orders.js';
import type { Payment } from '../../contract/payments.js';
import { priceAt, type StoredOffer } from '../../db/offers.js';
import type { StoredOrder } from '../../db/orders.js';
import type { StoredPayment } from '../../db/purchase.js';
import { BASIS, toDecimal } from '../../rules/money.js';
import { fineNet } from '../../rules/tax.js';

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
      price: fineNet(priceAt(offer.here, order.createdAt), order.taxRate),
    },
    totalPrice: money(order.total),
    priceBreakdown: {
      offerPrice: money(order.offerPrice),
      discountAmount: money(order.discountAmount),
      discountedPrice: money(order.offerPrice - order.discountAmount),
      taxValue: money(order.taxAmount),
      customerServiceFee: money(order.serviceFee),
      paymentMethodFee: money(order.methodFee),
    },
    taxRate: order.taxRate / BASIS,
    taxBreakdown: null,
    currency: order.currency,
    country: order.country,
    paymentMethodId: order.paymentMethodId,
    expirationDate: order.expiresAt,
    billingAddress: order.billingAddress,
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
    amount: money(payment.total - payment.tax - payment.methodFee - payment.serviceFee),
    taxValue: money(payment.tax),
    paymentMethodFee: money(payment.methodFee),
    customerServiceFee: money(payment.serviceFee),
    currency: payment.currency,
    country: payment.country,
    customerId: payment.customerId,
    paymentGateway: payment.gateway,
    paymentMethod: payment.method,
    externalPaymentId: payment.externalId,
    couponId: payment.couponCode,
    offerType: payment.offerType,
    rejectedReason: payment.rejectedReason,
    refundedReason: payment.refundedReason,
    paymentDetailsId: payment.paymentDetailsId,
    paymentOperation: payment.operation,
  };
}
