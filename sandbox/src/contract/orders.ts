import { z } from '@hono/zod-openapi';
import { idParam, NumberLike, operation } from './envelope.js';
import { offerIdPattern } from './offers.js';

const tag = 'Orders';

/** A purchase being prepared. Amounts are decimals of `currency`; `offer.price` is the net price in the offer's own currency. */
export const Order = z
  .object({
    id: z.number().int(),
    customerId: z.number().int(),
    customer: z.object({ locale: z.string(), email: z.string() }),
    publisherId: z.number().int(),
    offerId: z.string(),
    offer: z.object({ title: z.string(), description: z.string().nullable(), price: z.number(), currency: z.string() }),
    totalPrice: z.number(),
    priceBreakdown: z.object({
      offerPrice: z.number(),
      discountAmount: z.number(),
      discountedPrice: z.number(),
      taxValue: z.number(),
      customerServiceFee: z.number(),
      paymentMethodFee: z.number(),
    }),
    taxRate: z.number(),
    taxBreakdown: z.string().nullable(),
    currency: z.string(),
    country: z.string().nullable(),
    paymentMethodId: z.number().int(),
    expirationDate: z.number().int(),
    billingAddress: z.record(z.string(), z.string()).nullable(),
    couponId: z.union([z.string(), z.number()]).nullable(),
    discount: z.object({ applied: z.boolean(), type: z.enum(['', 'trial', 'coupon']), periods: z.number().int() }),
    requiredPaymentDetails: z.boolean(),
    buyAsAGift: z.boolean(),
  })
  .openapi('Order');

const OrderAnswer = z.object({ order: Order, message: z.string(), success: z.literal(true) }).openapi('OrderAnswer');

const DeliveryDetails = z.object({
  recipientEmail: z.string(),
  deliveryDate: z.number().int(),
  personalNote: z.string().max(150).nullish(),
});

export const createOrder = operation({
  id: 'createOrder',
  method: 'post',
  path: '/orders',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Start a purchase',
  body: z.object({
    offerId: z.string().regex(offerIdPattern),
    customerId: NumberLike,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    customerIP: z.string().optional(),
    paymentMethodId: z.number().int().optional(),
    couponCode: z.string().optional(),
    buyAsAGift: z.boolean().optional(),
    deliveryDetails: DeliveryDetails.optional(),
  }),
  data: OrderAnswer,
});

const orderParams = z.object({ orderId: idParam('orderId') });

export const getOrder = operation({
  id: 'getOrder',
  method: 'get',
  path: '/orders/{orderId}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Read an open order',
  params: orderParams,
  data: OrderAnswer,
});

export const updateOrder = operation({
  id: 'updateOrder',
  method: 'patch',
  path: '/orders/{orderId}',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'Choose a payment method, apply or remove a coupon',
  params: orderParams,
  body: z.object({
    paymentMethodId: z.number().int().optional(),
    couponCode: z.string().nullish(),
    buyAsAGift: z.boolean().optional(),
    deliveryDetails: DeliveryDetails.optional(),
  }),
  data: OrderAnswer,
});

export const PaymentMethod = z
  .object({ id: z.number().int(), methodName: z.string(), paymentGateway: z.string(), logoUrl: z.string() })
  .openapi('PaymentMethod');

export const listPaymentMethods = operation({
  id: 'listPaymentMethods',
  method: 'get',
  path: '/payment-methods',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'The publisher’s payment methods',
  data: z.object({ paymentMethods: z.array(PaymentMethod), message: z.string(), status: z.number().int() }),
});
