import { z } from '@hono/zod-openapi';
import { CountryCode, customerParams, idParam, operation } from './envelope.js';
import { LARGEST_PAGE } from '../inferences.js';

const tag = 'My Account';
const unix = z.number().int();
const money = z.string().regex(/^-?\d+\.\d{4}$/);

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
    country: CountryCode.optional(),
    locale: z.string().max(20).optional(),
    email: z.string().max(254).optional(),
    confirmationPassword: z.string().optional(),
    externalData: z.union([z.string().max(4000), z.looseObject({})]).optional(),
  }),
  data: Customer,
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

export const deletePaymentDetails = operation({
  id: 'deletePaymentDetails',
  method: 'delete',
  path: '/payment_details/{paymentDetailsId}',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'Forget what a customer pays with; renewals fail until there is something new',
  params: z.object({ paymentDetailsId: idParam('paymentDetailsId') }),
  data: z.object({ paymentDetailsId: z.string() }),
});

/** One time money or access changed hands. Amounts are text with four decimals; what was given back is negative. */
export const Transaction = z
  .object({
    transactionId: z.string(),
    transactionDate: unix,
    offerId: z.string(),
    offerType: z.string(),
    offerTitle: z.string(),
    offerPeriod: z.string().nullable(),
    publisherSiteName: z.string(),
    transactionPriceExclTax: money,
    transactionPriceInclTax: money,
    applicableTax: money,
    taxRate: money,
    transactionCurrency: z.string(),
    offerPriceExclTax: money,
    offerCurrency: z.string(),
    discountType: z.string(),
    discountRate: money,
    discountValue: money,
    discountedOfferPrice: money,
    couponCode: z.string().nullable(),
    campaignId: z.string(),
    campaignName: z.string(),
    appliedExchangeRateCustomer: money,
    customerId: z.string(),
    customerEmail: z.string(),
    customerLocale: z.string(),
    customerCountry: z.string(),
    customerIpCountry: z.string(),
    customerCurrency: z.string(),
    paymentMethod: z.string(),
    publisherId: z.string().nullable(),
    transactionExternalData: z.string(),
    referalUrl: z.string(),
    contentExternalId: z.string(),
    contentType: z.string(),
    shortUrl: z.string(),
    targetType: z.string(),
    targetId: z.number().int(),
  })
  .openapi('Transaction');

export const listTransactions = operation({
  id: 'listTransactions',
  method: 'get',
  path: '/customers/{customerId}/transactions',
  tag,
  auth: true,
  evidence: ['SDK', 'OTT'],
  summary: 'What the customer has bought, newest first; a page that is not full is the last',
  params: customerParams,
  query: z.object({
    limit: z.coerce.number().int().min(1).max(LARGEST_PAGE).optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
  }),
  data: z.object({ items: z.array(Transaction) }),
});

export const getReceipt = operation({
  id: 'getReceipt',
  method: 'get',
  path: '/receipt/{transactionId}',
  tag,
  auth: true,
  evidence: ['OTT'],
  summary: 'A receipt as an HTML page (legacy)',
  params: z.object({
    transactionId: z
      .string()
      .regex(/^T\d{1,15}$/)
      .openapi({ param: { name: 'transactionId', in: 'path' }, example: 'T640218859' }),
  }),
  data: z.string(),
});

export const getMediastoreSettings = operation({
  id: 'getMediastoreSettings',
  method: 'get',
  path: '/mediastore_settings/{publisherId}',
  tag,
  auth: false,
  evidence: ['SDK'],
  summary: 'What a page has to know of a publisher before anybody logs in',
  params: z.object({ publisherId: idParam('publisherId') }),
  data: z.object({ isCaptchaRequired: z.boolean() }).openapi('MediastoreSettings'),
});
