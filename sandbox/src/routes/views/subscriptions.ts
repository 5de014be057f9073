import type { z } from '@hono/zod-openapi';
import type { CustomerOffer, Subscription } from '../../contract/subscriptions.js';
import type { Holding } from '../../db/holdings.js';
import { inTrial } from '../../db/subscriptions.js';
import { nextChargeAt } from '../../rules/lifecycle.js';
import { toDecimal } from '../../rules/money.js';
import { nextPrice } from '../../rules/pricing.js';

/** What the next payment of a subscription takes; nothing, where there is none. */
export const nextPaymentOf = (row: Holding): number => (row.renews ? toDecimal(nextPrice(row).total, row.currency) : 0);

/** Something a customer has, with its subscription fields if it is one. */
export function customerOfferView(row: Holding, now: number): z.infer<typeof CustomerOffer> {
  return {
    ...offerFields(row),
    offerType: row.offerId.charAt(0),
    customerCurrency: row.currency,
    ...(row.offerId.startsWith('S') ? subscriptionFields(row, now) : {}),
    ...(row.pause ? { pause: row.pause } : {}),
  };
}

export const subscriptionView = (row: Holding, now: number): z.infer<typeof Subscription> => ({
  ...offerFields(row),
  expiresAt: row.expiresAt ?? 0,
  ...subscriptionFields(row, now),
});

function offerFields(row: Holding) {
  const { offerId, offerTitle, status, startedAt, expiresAt, period } = row;
  return { offerId, offerTitle, status, startedAt, expiresAt, period, totalPrice: toDecimal(row.price, row.currency) };
}

function subscriptionFields(row: Holding, now: number) {
  return {
    subscriptionId: row.id,
    nextPaymentPrice: nextPaymentOf(row),
    nextPaymentCurrency: row.currency,
    nextPaymentAt: nextChargeAt(row) ?? 0,
    paymentGateway: row.gateway,
    paymentMethod: row.method,
    externalPaymentId: row.externalPaymentId,
    inTrial: inTrial(row, now),
    pendingSwitchId: row.pendingSwitchId,
    isExternallyManaged: row.store !== null,
  };
}
