import { z } from '@hono/zod-openapi';
import { REDEEM_MODE_NEW } from '../inferences.js';
import { DeliveryDetails, idParam, operation } from './envelope.js';

const tag = 'Gifts';
const unix = z.number().int();

export const Gift = z
  .object({
    id: z.number().int(),
    code: z.string(),
    offerId: z.string(),
    deliveryDetails: z.object({ recipientEmail: z.string(), deliveryDate: unix, personalNote: z.string() }),
    sentAt: unix.nullable(),
    redeemedAt: unix.nullable(),
  })
  .openapi('Gift');

export const giftParams = z.object({ giftId: idParam('giftId') });
export const codeParams = z.object({
  giftCode: z
    .string()
    .max(100)
    .openapi({ param: { name: 'giftCode', in: 'path' }, example: '7KQX-24MD' }),
});

export const getGift = operation({
  id: 'getGift',
  method: 'get',
  path: '/gifts/{giftId}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'A gift, for the customer who bought it',
  params: giftParams,
  data: Gift,
});

export const updateGift = operation({
  id: 'updateGift',
  method: 'patch',
  path: '/gifts/{giftId}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Change for whom a gift is, and when, until the day before its delivery',
  params: giftParams,
  body: z.object({ deliveryDetails: DeliveryDetails }),
  data: Gift,
});

export const GiftVerification = z
  .object({
    redeemable: z.boolean(),
    redeemMode: z.enum(['EXTEND', REDEEM_MODE_NEW]),
    redeemRefusalReason: z
      .enum([
        'EXTERNALLY_MANAGED_SUBSCRIPTION',
        'REDEEMED',
        'INACTIVE_OFFER',
        'OFFER_GEO_RESTRICTED',
        'PUBLISHER_GEO_RESTRICTED',
        'RECURRING_PROCESS_ALREADY_STARTED',
        'MORE_THAN_ONE_MATCHING_SUBSCRIPTION',
      ])
      .nullable(),
    extendedSubscriptionId: z.number().int().nullable(),
    offerId: z.string(),
    redeemedAt: unix.optional(),
  })
  .openapi('GiftVerification');

export const verifyGift = operation({
  id: 'verifyGift',
  method: 'get',
  path: '/gifts/verification/{giftCode}',
  tag,
  auth: true,
  evidence: ['SDK'],
  summary: 'Whether the customer may redeem a gift, and what it would do',
  params: codeParams,
  data: GiftVerification,
});

export const redeemGift = operation({
  id: 'redeemGift',
  method: 'post',
  path: '/gifts/redeem/{giftCode}',
  tag,
  auth: true,
  evidence: ['SDK', 'DOC'],
  summary: 'Redeem a gift',
  params: codeParams,
  data: GiftVerification,
});
