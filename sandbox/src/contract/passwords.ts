import { z } from '@hono/zod-openapi';
import { Done, NumberLike, operation } from './envelope.js';
import { Email, missingPublisher, publisherOrOffer, TokenSet } from './identity.js';

const tag = 'Passwords';

/** The publisher's own page, or nothing: some clients send an empty text for none. */
export const ResetUrl = z.union([z.literal(''), z.url({ protocol: /^https?$/ })]);

export const requestPasswordReset = operation({
  id: 'requestPasswordReset',
  method: 'put',
  path: '/customers/passwords',
  tag,
  auth: false,
  evidence: ['SDK', 'DOC'],
  summary: 'Send an e-mail with a link to set a new password; an unknown address answers like a known one',
  body: z
    .object({
      customerEmail: Email,
      publisherId: NumberLike.optional(),
      offerId: z.string().optional(),
      resetUrl: ResetUrl.optional(),
    })
    .refine(publisherOrOffer, missingPublisher),
  data: Done,
});

export const setNewPassword = operation({
  id: 'setNewPassword',
  method: 'patch',
  path: '/customers/passwords',
  tag,
  auth: false,
  evidence: ['DOC', 'OTT'],
  summary: 'Set a new password with the token of a reset link, which then is dead',
  body: z
    .object({
      publisherId: NumberLike,
      customerId: NumberLike.optional(),
      customerEmail: z.string().min(1).optional(),
      resetPasswordToken: z.string().min(1),
      /** Held against the password rule only after the token: a refusal of it is the platform's 422. */
      newPassword: z.string(),
    })
    .refine(({ customerId, customerEmail }) => Boolean(customerId ?? customerEmail), {
      error: 'Missing param customerId or customerEmail',
      path: ['customerEmail'],
    }),
  data: Done,
});

export const ssoLogin = operation({
  id: 'ssoLogin',
  method: 'post',
  path: '/sso/auths',
  tag: 'Identity',
  auth: false,
  evidence: ['DOC', 'INF'],
  summary: "A publisher's server starts a session for a customer it has verified itself; the header X-Publisher-Token holds its secret",
  body: z.object({ customerEmail: z.string().min(1), customerIP: z.string().optional() }),
  data: TokenSet,
});
