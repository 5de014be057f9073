import type { z } from '@hono/zod-openapi';
import type { Campaign as Shown } from '../../contract/orders.js';
import type { Campaign } from '../../db/campaigns.js';
import { BASIS } from '../../rules/money.js';

export function campaignView(campaign: Campaign, now: number): z.infer<typeof Shown> {
  const { id, name, rate, usagePerCoupon, maxUsages, offerTypes, paymentType, offers, tags, expiresAt } = campaign;
  const over = expiresAt !== null && expiresAt <= now;
  return {
    id,
    name,
    discount: rate / BASIS,
    usagePerCoupon: usagePerCoupon === null ? 'unlimited' : String(usagePerCoupon),
    maxUsages,
    status: campaign.status === 'active' && over ? 'ended' : campaign.status,
    offerTypes,
    paymentType,
    offers,
    tags,
    numberOfAppliedPeriods: campaign.appliedPeriods,
    applicableOnFirstPeriod: campaign.firstPeriod,
    paymentDetailsRequired: campaign.paymentDetailsRequired,
    expirationDate: expiresAt,
  };
}
