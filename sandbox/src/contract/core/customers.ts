import { z } from '@hono/zod-openapi';
import { Customer, PaymentDetails, Transaction } from '../account.js';
import { CountryCode, CurrencyCode, customerParams, Done, NumberLike, operation } from '../envelope.js';
import { Email, Password } from '../identity.js';
import { ResetUrl } from '../passwords.js';
import { page } from './page.js';

const tag = 'Core: customers';
const auth = 'publisher';

const profile = {
  firstName: z.string().max(50).optional(),
  lastName: z.string().max(50).optional(),
  country: CountryCode.optional(),
  currency: CurrencyCode.optional(),
  locale: z.string().min(2).max(20).optional(),
  externalId: z.string().max(200).optional(),
  externalData: z.union([z.string().max(4000), z.looseObject({})]).optional(),
};

export const coreCreateCustomer = operation({
  id: 'coreCreateCustomer',
  method: 'post',
  path: '/3.1/customers',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Register a customer; without a password they sign in through the publisher only',
  body: z.object({
    ...profile,
    email: Email,
    password: Password.optional(),
    country: CountryCode,
    currency: CurrencyCode,
    locale: z.string().min(2).max(20),
    customerIP: z.string().max(45).optional(),
  }),
  data: Customer,
});

export const coreListCustomers = operation({
  id: 'coreListCustomers',
  method: 'get',
  path: '/3.1/customers',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'The publisher’s customers, newest first',
  query: z.object({
    email: z.string().max(254).optional(),
    search: z.string().max(100).optional().openapi({ description: 'Part of an address or a name, an external id, or a whole id' }),
    ...page,
  }),
  data: z.object({ items: z.array(Customer) }),
});

export const coreGetCustomer = operation({
  id: 'coreGetCustomer',
  method: 'get',
  path: '/3.1/customers/{customerId}',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'A customer’s profile',
  params: customerParams,
  data: Customer,
});

export const coreUpdateCustomer = operation({
  id: 'coreUpdateCustomer',
  method: 'patch',
  path: '/3.1/customers/{customerId}',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Change a customer’s profile; a new e-mail needs no password here',
  params: customerParams,
  body: z.object({ ...profile, email: Email.optional() }),
  data: Customer,
});

export const coreDeleteCustomer = operation({
  id: 'coreDeleteCustomer',
  method: 'delete',
  path: '/3.1/customers/{customerId}',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Anonymise a customer: nothing is renewed, nobody can sign in, and what was sold stays in the books',
  params: customerParams,
  data: Customer,
});

export const coreRequestPasswordReset = operation({
  id: 'coreRequestPasswordReset',
  method: 'put',
  path: '/3.1/customers/passwords',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Send a customer a link to a new password; an unknown address answers like a known one',
  body: z.object({ customerEmail: Email, resetUrl: ResetUrl.optional() }),
  data: Done,
});

export const coreListTransactions = operation({
  id: 'coreListTransactions',
  method: 'get',
  path: '/3.1/transactions',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'What was sold and given back, newest first; of one customer or of all',
  query: z.object({ customerId: NumberLike.optional(), ...page }),
  data: z.object({ items: z.array(Transaction) }),
});

export const coreListPaymentDetails = operation({
  id: 'coreListPaymentDetails',
  method: 'get',
  path: '/3.1/customers/{customerId}/payment_details',
  tag,
  auth,
  evidence: ['INF'],
  summary: 'What a customer pays with',
  params: customerParams,
  data: z.object({ paymentDetails: z.array(PaymentDetails) }),
});

export const coreCreatePaymentDetails = operation({
  id: 'coreCreatePaymentDetails',
  method: 'post',
  path: '/3.1/payment_details',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Keep what a customer pays with from now on',
  body: z.object({
    customerId: NumberLike,
    paymentMethodId: NumberLike,
    paymentMethodSpecificParams: z.record(z.string().max(100), z.string().max(500)).default({}),
  }),
  data: PaymentDetails,
});
