import { z } from '@hono/zod-openapi';
import { Done, operation } from './envelope.js';
import { CouponCode } from './orders.js';

const tag = 'In-app purchases';
const filled = z.string().min(1).max(5000);

/** What the stores hand to an app. No source shows more of it than its names. */
export const AndroidReceipt = z.looseObject({
  orderId: filled,
  packageName: filled,
  productId: filled,
  purchaseTime: z.number(),
  purchaseState: z.number().int(),
  purchaseToken: filled,
});

const inApp = <const S extends 'android' | 'apple' | 'roku' | 'amazon', R extends z.ZodType>(store: S, receipt: R) =>
  operation({
    id: `pay${store[0]!.toUpperCase()}${store.slice(1)}`,
    method: 'post',
    path: `/${store}/payment`,
    tag,
    auth: true,
    evidence: ['DOC', 'INF'],
    summary: 'Hand in a receipt of a store. The answer says that it came in; it is validated afterwards',
    body: z.object({
      offerId: z.string().regex(/^[A-Z]\d{9}_[A-Z]{2}$/),
      receipt,
      customerIP: z.string().nullish(),
      couponCode: CouponCode.nullish(),
    }),
    data: Done,
  });

export const payAndroid = inApp('android', AndroidReceipt);
export const payApple = inApp('apple', z.base64().min(1).max(20_000));
export const payRoku = inApp('roku', z.looseObject({ transactionId: filled }));
export const payAmazon = inApp('amazon', z.looseObject({ userId: filled, receiptId: filled }));
