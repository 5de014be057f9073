import { z } from '@hono/zod-openapi';
import { CountryCode, CurrencyCode, DeliveryDetails, idParam, NumberLike, operation } from './envelope.js';
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

export const CouponCode = z.string().max(100);

export const OrderAnswer = z.object({ order: Order, message: z.string(), success: z.literal(true) }).openapi('OrderAnswer');

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
    country: CountryCode.nullish(),
    currency: CurrencyCode.nullish(),
    customerIP: z.string().nullish(),
    paymentMethodId: NumberLike.nullish(),
    couponCode: CouponCode.nullish(),
    buyAsAGift: z.boolean().nullish(),
    deliveryDetails: DeliveryDetails.nullish(),
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
  summary: 'Choose a payment method, apply or remove a coupon, make it a gift',
  params: orderParams,
  body: z.object({
    paymentMethodId: NumberLike.optional(),
    couponCode: CouponCode.nullish(),
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

export const Campaign = z
  .object({
    id: z.number().int(),
    name: z.string(),
    discount: z.number(),
    usagePerCoupon: z.string(),
    maxUsages: z.number().int().nullable(),
    status: z.enum(['active', 'deactivated', 'ended']),
    offerTypes: z.array(z.enum(['vod', 'live', 'pass', 'subscription'])),
    paymentType: z.enum(['all', 'initial', 'renewal']),
    offers: z.array(z.string()),
    tags: z.array(z.string()),
    numberOfAppliedPeriods: z.number().int(),
    applicableOnFirstPeriod: z.boolean(),
    paymentDetailsRequired: z.boolean(),
    expirationDate: z.number().int().nullable(),
  })
  .openapi('Campaign');

export const listCampaigns = operation({
  id: 'listCampaigns',
  method: 'get',
  path: '/campaigns',
  tag,
  auth: true,
  evidence: ['DOC', 'INF'],
  summary: 'What a coupon is good for',
  query: z.object({ couponCode: z.string().min(1).max(100) }),
  data: z.object({ items: z.array(Campaign) }),
});
