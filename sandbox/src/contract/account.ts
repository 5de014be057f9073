import { z } from '@hono/zod-openapi';
import { customerParams, operation } from './envelope.js';

const tag = 'My Account';
const unix = z.number().int();

export const Customer = z
  .object({
    id: z.number().int(),
    email: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    country: z.string(),
    locale: z.string(),
    currency: z.string(),
    regDate: z.string(),
    lastLoginDate: z.string(),
    lastUserIp: z.string(),
    externalId: z.string(),
    externalData: z.looseObject({}).nullable(),
  })
  .openapi('Customer');

export const getCustomer = operation({
  id: 'getCustomer',
  method: 'get',
  path: '/customers/{customerId}',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'The customer’s profile',
  params: customerParams,
  data: Customer,
});

export const updateCustomer = operation({
  id: 'updateCustomer',
  method: 'patch',
  path: '/customers/{customerId}',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'Change the profile; a new e-mail needs the password',
  params: customerParams,
  body: z.object({
    firstName: z.string().max(50).optional(),
    lastName: z.string().max(50).optional(),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    locale: z.string().optional(),
    email: z.string().optional(),
    confirmationPassword: z.string().optional(),
    externalData: z.union([z.string().max(4000), z.looseObject({})]).optional(),
  }),
  data: Customer,
});

const subscriptionFields = {
  subscriptionId: z.number().int(),
  nextPaymentPrice: z.number(),
  nextPaymentCurrency: z.string(),
  nextPaymentAt: unix,
  paymentGateway: z.string(),
  paymentMethod: z.string(),
  externalPaymentId: z.string(),
  inTrial: z.boolean(),
  pendingSwitchId: z.string().nullable(),
  isExternallyManaged: z.boolean(),
};
const offerFields = {
  offerId: z.string(),
  offerTitle: z.string(),
  status: z.string(),
  startedAt: unix,
  expiresAt: unix.nullable(),
  totalPrice: z.number(),
  period: z.string().nullable(),
};

/** Something a customer has: a subscription, or a pass, which has no subscription fields. */
export const CustomerOffer = z
  .object({ ...offerFields, offerType: z.string(), customerCurrency: z.string(), ...z.object(subscriptionFields).partial().shape })
  .openapi('CustomerOffer');

export const Subscription = z.object({ ...offerFields, expiresAt: unix, ...subscriptionFields }).openapi('Subscription');

export const listCustomerOffers = operation({
  id: 'listCustomerOffers',
  method: 'get',
  path: '/customers/{customerId}/offers',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'What the customer has bought and still may use',
  params: customerParams,
  data: z.object({ items: z.array(CustomerOffer) }),
});

export const listSubscriptions = operation({
  id: 'listSubscriptions',
  method: 'get',
  path: '/customers/{customerId}/subscriptions',
  tag,
  auth: true,
  evidence: ['OTT', 'DOC'],
  summary: 'The customer’s active and cancelled subscriptions',
  params: customerParams,
  data: z.object({ items: z.array(Subscription) }),
});

export const updateSubscription = operation({
  id: 'updateSubscription',
  method: 'patch',
  path: '/customers/{customerId}/subscriptions',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'Cancel at the end of the period, or resume',
  params: customerParams,
  body: z.object({ offerId: z.string(), status: z.enum(['cancelled', 'active']), cancellationReason: z.string().max(500).optional() }),
  data: z.object({ offerId: z.string(), status: z.enum(['active', 'cancelled']), expiresAt: unix }).openapi('SubscriptionUpdate'),
});

export const PaymentDetails = z
  .object({
    id: z.number().int(),
    customerId: z.number().int(),
    paymentGateway: z.string(),
    paymentMethod: z.string(),
    paymentMethodSpecificParams: z.record(z.string(), z.string()),
    paymentMethodId: z.number().int().nullable(),
    active: z.boolean(),
    bound: z.boolean(),
  })
  .openapi('PaymentDetails');

export const listPaymentDetails = operation({
  id: 'listPaymentDetails',
  method: 'get',
  path: '/customers/{customerId}/payment_details',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'What the customer pays with',
  params: customerParams,
  data: z.object({ paymentDetails: z.array(PaymentDetails) }),
});
