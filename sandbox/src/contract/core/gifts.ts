import { z } from '@hono/zod-openapi';
import { DeliveryDetails, NumberLike, operation } from '../envelope.js';
import { codeParams, Gift, giftParams, GiftVerification } from '../gifts.js';

const tag = 'Core: gifts';
const auth = 'publisher';
const ofCustomer = z.object({ customerId: NumberLike });

export const coreGetGift = operation({
  id: 'coreGetGift',
  method: 'get',
  path: '/3.1/gifts/{giftId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'A gift that one of the publisher’s customers has bought',
  params: giftParams,
  data: Gift,
});

export const coreUpdateGift = operation({
  id: 'coreUpdateGift',
  method: 'patch',
  path: '/3.1/gifts/{giftId}',
  tag,
  auth,
  evidence: ['DOC'],
  summary: 'Change for whom a gift is, and when, until the day before its delivery',
  params: giftParams,
  body: z.object({ deliveryDetails: DeliveryDetails }),
  data: Gift,
});

export const coreVerifyGift = operation({
  id: 'coreVerifyGift',
  method: 'get',
  path: '/3.1/gifts/{giftCode}/verification',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Whether a customer may redeem a gift, and what it would do',
  params: codeParams,
  query: ofCustomer,
  data: GiftVerification,
});

export const coreRedeemGift = operation({
  id: 'coreRedeemGift',
  method: 'post',
  path: '/3.1/gifts/{giftCode}/redeem',
  tag,
  auth,
  evidence: ['DOC', 'INF'],
  summary: 'Redeem a gift for a customer',
  params: codeParams,
  body: ofCustomer,
  data: GiftVerification,
});
