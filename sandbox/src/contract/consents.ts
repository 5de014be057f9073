import { z } from '@hono/zod-openapi';
import { customerParams, Done, idParam, operation } from './envelope.js';

const tag = 'Consents';

/** What a publisher asks customers to agree to. `label` is HTML: text that may hold one link. */
export const Consent = z
  .object({
    broadcasterId: z.number().int(),
    name: z.string(),
    version: z.string(),
    value: z.string(),
    label: z.string(),
    required: z.boolean(),
    enabledByDefault: z.boolean(),
  })
  .openapi('Consent');

const ConsentState = z.enum(['accepted', 'declined']);

export const CustomerConsent = z
  .object({
    customerId: z.string(),
    name: z.string(),
    required: z.boolean(),
    state: ConsentState,
    version: z.string(),
    newestVersion: z.string(),
    needsUpdate: z.boolean(),
    label: z.string(),
    value: z.string(),
    date: z.number().int(),
  })
  .openapi('CustomerConsent');

/** A whole number, as text or not. */
const Version = z.union([z.string(), z.number().int()]).transform(String);

export const listPublisherConsents = operation({
  id: 'listPublisherConsents',
  method: 'get',
  path: '/publishers/{publisherId}/consents',
  tag,
  auth: false,
  evidence: ['SDK'],
  summary: 'The consents a publisher asks for',
  params: z.object({ publisherId: idParam('publisherId') }),
  data: z.object({ consents: z.array(Consent) }),
});

export const listCustomerConsents = operation({
  id: 'listCustomerConsents',
  method: 'get',
  path: '/customers/{customerId}/consents',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'What a customer has agreed to',
  params: customerParams,
  data: z.object({ consents: z.array(CustomerConsent) }),
});

export const saveCustomerConsents = operation({
  id: 'saveCustomerConsents',
  method: 'put',
  path: '/customers/{customerId}/consents',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Store answers; consents not named stay as they are',
  params: customerParams,
  body: z.object({ consents: z.array(z.object({ name: z.string(), version: Version, state: ConsentState })) }),
  data: Done,
});
