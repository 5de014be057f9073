import { z } from '@hono/zod-openapi';
import { CountryCode, CurrencyCode, Done, EMAIL, NumberLike, operation } from './envelope.js';

const tag = 'Identity';

/** The platform's password rule (contract, 3.6). */
const Password = z
  .string()
  .min(8)
  .max(80)
  .regex(/\p{L}/u)
  .regex(/[\d!@#$%^&]/);

const Email = z.email({ pattern: EMAIL }).max(254);

/** A fresh session: a JWT for 15 minutes and a refresh token for one use within 100 days. */
export const TokenSet = z
  .object({ jwt: z.string(), refreshToken: z.string(), customerToken: z.string(), customerId: z.number().int() })
  .openapi('TokenSet');

export const TokenPair = z.object({ jwt: z.string(), refreshToken: z.string() }).openapi('TokenPair');

const publisherOrOffer = (value: { publisherId?: unknown; offerId?: unknown }) => Boolean(value.publisherId ?? value.offerId);
const missingPublisher = { error: 'Missing param publisherId or offerId', path: ['publisherId'] };

export const registerCustomer = operation({
  id: 'registerCustomer',
  method: 'post',
  path: '/customers',
  tag,
  auth: false,
  evidence: ['SDK', 'DOC'],
  summary: 'Register a customer at a publisher',
  body: z
    .object({
      email: Email,
      password: Password,
      publisherId: NumberLike.optional(),
      offerId: z.string().optional(),
      locale: z.string().min(2),
      country: CountryCode,
      currency: CurrencyCode,
      customerIP: z.string().optional(),
      firstName: z.string().min(1).max(50).optional(),
      lastName: z.string().min(1).max(50).optional(),
      externalId: z.string().optional(),
      externalData: z.string().max(4000).optional(),
      captchaValue: z.string().optional(),
    })
    .refine(publisherOrOffer, missingPublisher),
  data: TokenSet,
});

export const login = operation({
  id: 'login',
  method: 'post',
  path: '/auths',
  tag,
  auth: false,
  evidence: ['SDK', 'DOC'],
  summary: 'Log in with e-mail and password',
  body: z
    .object({
      email: z.string().min(1),
      password: z.string().min(1),
      publisherId: NumberLike.optional(),
      offerId: z.string().optional(),
      customerIP: z.string().optional(),
    })
    .refine(publisherOrOffer, missingPublisher),
  data: TokenSet,
});

export const refreshToken = operation({
  id: 'refreshToken',
  method: 'post',
  path: '/auths/refresh_token',
  tag,
  auth: false,
  evidence: ['SDK', 'OTT'],
  summary: 'Exchange a refresh token, which then is dead, for a new pair',
  body: z.object({ refreshToken: z.string().min(1) }),
  data: TokenPair,
});

export const revokeRefreshTokens = operation({
  id: 'revokeRefreshTokens',
  method: 'delete',
  path: '/refresh_tokens',
  tag,
  auth: true,
  evidence: ['DOC'],
  summary: 'Sign out everywhere: kill all refresh tokens of the customer',
  data: Done,
});

export const getLocales = operation({
  id: 'getLocales',
  method: 'get',
  path: '/locales',
  tag,
  auth: false,
  evidence: ['SDK', 'OTT'],
  summary: 'Country, currency and language of an address',
  query: z.object({ customerIP: z.string().optional() }),
  data: z.object({ country: z.string(), currency: z.string(), locale: z.string(), ipAddress: z.string() }).openapi('Locales'),
});
