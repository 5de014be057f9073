import type { InferInsertModel } from 'drizzle-orm';
import type { SwitchAlgorithm } from '../../rules/switches.js';
import type { Db } from '../open.js';
import { campaigns, coupons, couponUses, retentionActions, switchSettings } from '../schema.js';
import { OFFERS } from './offers.js';

type Campaign = Partial<InferInsertModel<typeof campaigns>> & { name: string };

/** Somebody who used a coupon up and is no customer any more. */
const NOBODY = 0;
/** The first second of 2021: long over. */
const LONG_AGO = 1_609_459_200;

/** The coupons everybody can try, with the campaign behind each. */
const COUPONS: Readonly<Record<string, Campaign & { reserved?: true; used?: true }>> = {
  SAVE30: { name: '30 % off, three periods', rate: 3000, appliedPeriods: 3 },
  HALF999: { name: 'Half price without end', rate: 5000, appliedPeriods: 999 },
  FREE100: { name: 'First period free', rate: 10_000, paymentType: 'initial', paymentDetailsRequired: false },
  FREE100CARD: { name: 'First period free, with payment details', rate: 10_000, paymentType: 'initial' },
  OTHER: { name: 'For an offer that is no longer sold', rate: 2000, offers: [OFFERS.classic] },
  USED: { name: 'One for one customer', rate: 5000, usagePerCoupon: 1, used: true },
  RESERVED: { name: 'Kept for somebody else', rate: 5000, reserved: true },
  EXPIRED20: { name: 'Winter 2020', rate: 2000, expiresAt: LONG_AGO },
  LATER25: { name: '25 % off the second and third period', rate: 2500, appliedPeriods: 2, firstPeriod: false },
  STAY40: { name: '40 % off for subscribers who stay', rate: 4000, appliedPeriods: 2, paymentType: 'renewal' },
  ANNUAL10: { name: '10 % off the annual plan', rate: 1000, offers: [OFFERS.annual] },
  PASS15: { name: '15 % off passes and events', rate: 1500, offerTypes: ['pass', 'live'] },
  FIRST2: { name: 'Half price for the first two', rate: 5000, maxUsages: 2 },
};

/** From the plan on the left to the one in the middle. Every algorithm, and every reason against a switch, can be met. */
const SWITCHES: readonly [from: string, to: string, direction: 'upgrade' | 'downgrade' | 'unspecified', SwitchAlgorithm][] = [
  [OFFERS.monthly, OFFERS.annual, 'upgrade', 'IMMEDIATE_AND_CHARGE_WITH_REFUND'],
  [OFFERS.monthly, OFFERS.plus, 'upgrade', 'IMMEDIATE_WITHOUT_PRORATION'],
  [OFFERS.monthly, OFFERS.quarterly, 'upgrade', 'IMMEDIATE_AND_CHARGE_WITHOUT_PRORATION'],
  [OFFERS.monthly, OFFERS.weekly, 'downgrade', 'DEFERRED'],
  [OFFERS.monthly, OFFERS.season, 'unspecified', 'IMMEDIATE_AND_CHARGE_FULL_PRICE'],
  [OFFERS.monthly, OFFERS.free, 'downgrade', 'DEFERRED'],
  [OFFERS.monthly, OFFERS.alps, 'unspecified', 'IMMEDIATE_WITHOUT_PRORATION'],
  [OFFERS.annual, OFFERS.monthly, 'downgrade', 'DEFERRED'],
  [OFFERS.annual, OFFERS.plus, 'upgrade', 'IMMEDIATE_WITH_TIME_PRORATION'],
  [OFFERS.quarterly, OFFERS.annual, 'upgrade', 'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION'],
  [OFFERS.quarterly, OFFERS.monthly, 'downgrade', 'DEFERRED'],
  [OFFERS.plus, OFFERS.annual, 'upgrade', 'IMMEDIATE_AND_CHARGE_WITH_FULL_REFUND'],
  [OFFERS.plus, OFFERS.monthly, 'downgrade', 'DEFERRED'],
  [OFFERS.weekly, OFFERS.monthly, 'upgrade', 'IMMEDIATE_WITH_TIME_PRORATION'],
  [OFFERS.halfYear, OFFERS.annual, 'upgrade', 'IMMEDIATE_AND_CHARGE_WITH_TIME_PRORATION'],
  [OFFERS.season, OFFERS.annual, 'unspecified', 'IMMEDIATE_AND_CHARGE_WITH_REFUND'],
  [OFFERS.free, OFFERS.monthly, 'upgrade', 'IMMEDIATE_AND_CHARGE_FULL_PRICE'],
];

/** What to offer before a cancellation, one of each type. */
const RETENTION: readonly Omit<InferInsertModel<typeof retentionActions>, 'publisherId'>[] = [
  { offerId: OFFERS.monthly, type: 'FREE_EXTENSION', extensionUnit: 'week', extensionAmount: 1 },
  { offerId: OFFERS.annual, type: 'DOWNGRADE' },
  { offerId: OFFERS.plus, type: 'DOWNGRADE' },
  { offerId: OFFERS.quarterly, type: 'PAUSE' },
];

/** Coupons, switches and retention offers of a publisher who sells the first publisher's offers. */
export async function seedCommerce(db: Db, publisherId: number): Promise<void> {
  for (const [code, { reserved = false, used, ...campaign }] of Object.entries(COUPONS)) {
    const [row] = await db
      .insert(campaigns)
      .values({
        publisherId,
        status: 'active',
        rate: 0,
        paymentType: 'all',
        offerTypes: [],
        offers: [],
        tags: [],
        appliedPeriods: 1,
        paymentDetailsRequired: true,
        ...campaign,
      })
      .returning({ id: campaigns.id });
    const campaignId = row!.id;
    await db.insert(coupons).values({ publisherId, code, campaignId, reserved });
    if (used) await db.insert(couponUses).values({ publisherId, code, campaignId, customerId: NOBODY, usedAt: LONG_AGO });
  }
  const settings = SWITCHES.map(([fromOfferId, toOfferId, direction, algorithm]) => ({
    publisherId,
    fromOfferId,
    toOfferId,
    direction,
    algorithm,
  }));
  await db.insert(switchSettings).values(settings);
  await db.insert(retentionActions).values(RETENTION.map((action) => ({ ...action, publisherId })));
}
