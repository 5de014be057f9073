import type { Client } from './client.js';
import type { components } from './contract.js';

export type ApiGiftVerification = components['schemas']['GiftVerification'];

/** What a code is good for, for the signed-in viewer. */
export const verifyGift = (client: Client, giftCode: string): Promise<ApiGiftVerification> =>
  client('get', '/gifts/verification/{giftCode}', { params: { giftCode } });

export const redeemGift = (client: Client, giftCode: string): Promise<ApiGiftVerification> =>
  client('post', '/gifts/redeem/{giftCode}', { params: { giftCode } });
