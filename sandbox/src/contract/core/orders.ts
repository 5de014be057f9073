import { z } from '@hono/zod-openapi';
import { CountryCode, CurrencyCode, DeliveryDetails, idParam, NumberLike, operation } from '../envelope.js';
import { offerIdPattern } from '../offers.js';
import { CouponCode, OrderAnswer } from '../orders.js';
import { Payment } from '../payments.js';
import { page } from './page.js';

const tag = 'Core: orders and payments';
const auth = 'publisher';

export const coreCreateOrder = operation({
  id: 'coreCreateOrder',
  method: 'post',
  path: '/3.1/orders',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Start a purchase for a customer',
  body: z.object({
    customerId: NumberLike,
    offerId: z.string().regex(offerIdPattern),
    currency: CurrencyCode,
    country: CountryCode,
    paymentMethodId: NumberLike.nullish(),
    couponCode: CouponCode.nullish(),
    customerIP: z.string().max(45).nullish(),
    buyAsAGift: z.boolean().nullish(),
    deliveryDetails: DeliveryDetails.nullish(),
  }),
  data: OrderAnswer,
});

const orderParams = z.object({ orderId: idParam('orderId') });

export const coreGetOrder = operation({
  id: 'coreGetOrder',
  method: 'get',
  path: '/3.1/orders/{orderId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'An order, open or paid',
  params: orderParams,
  data: OrderAnswer,
});

export const coreUpdateOrder = operation({
  id: 'coreUpdateOrder',
  method: 'patch',
  path: '/3.1/orders/{orderId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'Change an open order',
  params: orderParams,
  body: z.object({
    paymentMethodId: NumberLike.optional(),
    couponCode: CouponCode.nullish(),
    buyAsAGift: z.boolean().optional(),
    deliveryDetails: DeliveryDetails.optional(),
  }),
  data: OrderAnswer,
});

const PaymentStatus = z.enum(['authorized', 'captured', 'rejected', 'cancelled', 'refunded']);

/** A payment as a publisher sees it. */
export const CorePayment = Payment.extend({
  subscriptionId: z.number().int().nullable(),
  refundedAmount: z.number(),
  createdAt: z.number().int(),
}).openapi('CorePayment');

export const coreCreatePayment = operation({
  id: 'coreCreatePayment',
  method: 'post',
  path: '/3.1/payments',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary:
    'Report what became of an order elsewhere: captured hands over what was bought, authorized waits, rejected and cancelled leave it open',
  body: z.object({
    orderId: NumberLike,
    status: z.enum(['authorized', 'captured', 'rejected', 'cancelled']),
    paymentOperation: z.enum(['initial-payment', 'initial-free-transaction']),
    paymentDetailsId: NumberLike.optional(),
    paymentDetails: z
      .record(z.string().max(100), z.string().max(500))
      .optional()
      .openapi({ description: 'New payment details, for a payment that is captured' }),
    externalPaymentId: z.string().max(100).optional(),
    rejectedReason: z.string().max(500).optional(),
  }),
  data: CorePayment,
});

export const coreListPayments = operation({
  id: 'coreListPayments',
  method: 'get',
  path: '/3.1/payments',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Payments, newest first: of a customer, of an order, of a subscription, with a status',
  query: z.object({
    customerId: NumberLike.optional(),
    orderId: NumberLike.optional(),
    subscriptionId: NumberLike.optional(),
    status: PaymentStatus.optional(),
    ...page,
  }),
  data: z.object({ items: z.array(CorePayment) }),
});

const paymentParams = z.object({ paymentId: idParam('paymentId') });

export const coreGetPayment = operation({
  id: 'coreGetPayment',
  method: 'get',
  path: '/3.1/payments/{paymentId}',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'One payment',
  params: paymentParams,
  data: CorePayment,
});

export const coreUpdatePayment = operation({
  id: 'coreUpdatePayment',
  method: 'patch',
  path: '/3.1/payments/{paymentId}',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Capture or drop an authorized payment, or refund a captured one: all of it, which ends access, or a part, which does not',
  params: paymentParams,
  body: z
    .object({
      status: z.enum(['captured', 'rejected', 'cancelled', 'refunded']),
      rejectedReason: z.string().max(500).optional(),
      refundedAmount: z.number().positive().optional().openapi({ description: 'How much to give back now; without it, all that is left' }),
      refundedReason: z.string().max(500).optional(),
      type: z.enum(['refund', 'chargeback']).default('refund'),
      endAccess: z
        .boolean()
        .optional()
        .openapi({ description: 'Whether access ends; without it, when all of the newest payment is given back' }),
    })
    .refine(({ status, refundedAmount, endAccess }) => status === 'refunded' || (refundedAmount ?? endAccess) === undefined, {
      error: 'Invalid param refundedAmount: only for the status refunded',
      path: ['refundedAmount'],
    }),
  data: CorePayment,
});
