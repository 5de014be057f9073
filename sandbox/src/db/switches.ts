import { and, desc, eq, type InferSelectModel } from 'drizzle-orm';
import { SWITCH_SECONDS, SWITCH_TEXTS } from '../inferences.js';
import { notFound, refusals, refuse } from '../refusal.js';
import { covers } from '../rules/coupons.js';
import type { Period } from '../rules/periods.js';
import { nextPrice, splitPrice, type Breakdown } from '../rules/pricing.js';
import { sourceReason, targetReason, type SwitchAlgorithm, type SwitchReason, type SwitchSource } from '../rules/switches.js';
import { campaignOf } from './campaigns.js';
import { payingWith } from './charges.js';
import { drawUuid } from './draws.js';
import { record } from './events.js';
import { findHolding, type Holding } from './holdings.js';
import { findOffer, isBlocked, longId, periodOf, priceOf, shortId, type StoredOffer } from './offers.js';
import type { Db } from './open.js';
import { holdings, switches, switchSettings } from './schema.js';
import { aboutSubscription, cancelSwitch, isRenewing, ownSubscription, subscriptionTo, withoutPlans } from './subscriptions.js';

export type StoredSwitch = InferSelectModel<typeof switches>;
type Setting = InferSelectModel<typeof switchSettings>;

/** A plan that a subscription might be switched to. */
export interface SwitchOption {
  offer: StoredOffer;
  toOfferId: string;
  direction: Setting['direction'];
  algorithm: SwitchAlgorithm;
  terms: NewTerms;
  reason: SwitchReason | undefined;
}

/** What the new plan costs. */
export interface NewTerms {
  period: Period;
  /** Gross, without any coupon. */
  price: number;
  coupon: Pick<Holding, 'couponCode' | 'couponRate' | 'couponPeriodsLeft'>;
  /** There was a coupon, and it does not go along. */
  couponLost: boolean;
  nextPayment: Breakdown;
  fullPayment: Breakdown;
}

export interface Availability {
  held: Holding;
  options: SwitchOption[];
  unavailableReason: SwitchReason | undefined;
}

/** Where a customer may switch from one of their subscriptions, and why not elsewhere (contract, 7.1). */
export async function availability(db: Db, customerId: number, offerId: string, now: number): Promise<Availability> {
  const held = await subscriptionTo(db, customerId, offerId, now);
  if (held.store !== null) throw refusals.externallyManaged();
  if (held.status !== 'active') return { held, options: [], unavailableReason: undefined };
  const { details, feeRate } = await payingWith(db, customerId);
  const source: SwitchSource = {
    gateway: held.gateway,
    renewing: isRenewing(held, now),
    couponRate: held.couponPeriodsLeft > 0 ? held.couponRate : 0,
    periodPaid: held.periodPaid,
    expiresAt: held.expiresAt ?? now,
    switching: held.pendingSwitchId !== null,
    hasPaymentDetails: details !== undefined,
  };
  const unavailableReason = sourceReason(source);
  const options: SwitchOption[] = [];
  for (const setting of await settingsOf(db, held)) {
    const option = await optionOf(db, held, setting, feeRate, now);
    if (!option) continue;
    const { offer, owned, ...rest } = option;
    const soldHere = offer.here.country === countryOf(held) && offer.here.currency === held.currency && !isBlocked(offer, held.country);
    const target = { algorithm: rest.algorithm, soldHere, free: offer.here.price === 0, owned };
    options.push({ ...rest, offer, reason: unavailableReason ?? targetReason(source, target) });
  }
  return { held, options, unavailableReason };
}

const countryOf = (held: Holding) => held.offerId.split('_')[1] ?? held.country;

const settingsOf = (db: Db, held: Holding): Promise<Setting[]> =>
  db
    .select()
    .from(switchSettings)
    .where(and(eq(switchSettings.publisherId, held.publisherId), eq(switchSettings.fromOfferId, shortId(held.offerId))))
    .orderBy(switchSettings.toOfferId);

/** A plan of the publisher's that is still sold. */
async function optionOf(db: Db, held: Holding, setting: Setting, feeRate: number, now: number) {
  const offer = await findOffer(db, setting.toOfferId, countryOf(held));
  if (!offer?.active || offer.publisherId !== held.publisherId) return undefined;
  const algorithm = setting.algorithm as SwitchAlgorithm;
  const terms = await newTerms(db, held, offer, algorithm, feeRate);
  const owned = (await findHolding(db, held.customerId, offer.id, now)) !== undefined;
  return terms && { offer, owned, toOfferId: longId(offer, offer.here), direction: setting.direction, algorithm, terms };
}

/** What a subscription would cost on another plan; a coupon goes along where its campaign covers that one. */
export async function newTerms(
  db: Db,
  held: Holding,
  offer: StoredOffer,
  algorithm: SwitchAlgorithm,
  feeRate: number,
): Promise<NewTerms | undefined> {
  const period = periodOf(offer);
  if (!period) return undefined;
  const { couponCode, couponRate, couponPeriodsLeft } = held;
  const has = couponCode !== null && couponPeriodsLeft > 0;
  const campaign = has ? await campaignOf(db, held.publisherId, couponCode) : undefined;
  const kept =
    campaign !== undefined && algorithm !== 'IMMEDIATE_AND_CHARGE_FULL_PRICE' && covers(campaign, longId(offer, offer.here), offer.tags);
  const coupon = kept ? { couponCode, couponRate, couponPeriodsLeft } : { couponCode: null, couponRate: 0, couponPeriodsLeft: 0 };
  const price = splitPrice(priceOf(offer.here), held.taxRate).gross;
  const plain = { price, currency: offer.here.currency, taxRate: held.taxRate };
  return {
    period,
    price,
    coupon,
    couponLost: has && !kept,
    nextPayment: nextPrice({ ...plain, ...coupon }, feeRate),
    fullPayment: nextPrice({ ...plain, couponRate: 0, couponPeriodsLeft: 0 }, feeRate),
  };
}

/** Takes a switch on; it happens by itself soon, or at the end of the period. */
export async function requestSwitch(
  db: Db,
  customerId: number,
  offerId: string,
  wanted: { toOfferId: string; switchDirection: Setting['direction'] },
  now: number,
): Promise<StoredSwitch> {
  return db.transaction(async (tx) => {
    const { id } = await subscriptionTo(tx, customerId, offerId, now);
    const locked = await ownSubscription(tx, id, customerId, now);
    const { held, options } = await availability(tx, customerId, offerId, now);
    if (locked.status !== 'active' || shortId(wanted.toOfferId) === shortId(held.offerId)) throw refuseSwitch('VALIDATION_ERROR');
    const isWanted = ({ toOfferId, offer }: SwitchOption) => wanted.toOfferId === toOfferId || wanted.toOfferId === offer.id;
    const option = options.find((candidate) => isWanted(candidate) && candidate.direction === wanted.switchDirection);
    if (!option) throw refuseSwitch('SWITCH_NOT_DEFINED_IN_SWITCH_SETTINGS');
    if (option.reason) throw refuseSwitch(option.reason);
    const { algorithm, toOfferId, direction } = option;
    const [requested] = await tx
      .insert(switches)
      .values({
        id: await drawUuid(tx, 'switch'),
        publisherId: held.publisherId,
        customerId,
        subscriptionId: held.id,
        fromOfferId: held.offerId,
        toOfferId,
        direction,
        algorithm,
        status: 'pending',
        dueAt: algorithm === 'DEFERRED' ? (held.expiresAt ?? now) : now + SWITCH_SECONDS,
        createdAt: now,
        updatedAt: now,
      })
      .returning();
    await tx.update(holdings).set({ pendingSwitchId: requested!.id }).where(eq(holdings.id, held.id));
    await record(tx, {
      ...aboutSubscription(held, now),
      type: 'subscriptionSwitchRequested',
      data: { switchId: requested!.id, fromOfferId: held.offerId, toOfferId, direction, algorithm },
    });
    return requested!;
  });
}

const refuseSwitch = (reason: SwitchReason) => refuse(SWITCH_TEXTS[reason], reason);

export async function ownSwitch(db: Db, id: string, customerId: number): Promise<StoredSwitch> {
  const [found] = await db
    .select()
    .from(switches)
    .where(and(eq(switches.id, id), eq(switches.customerId, customerId)));
  if (!found) throw notFound('Switch', id);
  return found;
}

/** A customer's switches, newest first. */
export const listSwitches = (
  db: Db,
  customerId: number,
  filter: { subscriptionId?: number | undefined; status?: StoredSwitch['status'] | undefined },
): Promise<StoredSwitch[]> =>
  db
    .select()
    .from(switches)
    .where(
      and(
        eq(switches.customerId, customerId),
        ...(filter.subscriptionId === undefined ? [] : [eq(switches.subscriptionId, filter.subscriptionId)]),
        ...(filter.status === undefined ? [] : [eq(switches.status, filter.status)]),
      ),
    )
    .orderBy(desc(switches.createdAt), desc(switches.id));

/** Gives up a switch that has not begun (contract, 7.5). */
export async function giveUpSwitch(db: Db, id: string, customerId: number, now: number): Promise<StoredSwitch> {
  return db.transaction(async (tx) => {
    const { subscriptionId, status } = await ownSwitch(tx, id, customerId);
    if (status !== 'pending') throw refuse(`Only a pending switch can be cancelled: this one is ${status}`);
    const held = await ownSubscription(tx, subscriptionId, customerId, now);
    await cancelSwitch(tx, held, now);
    await tx.update(holdings).set(withoutPlans(held, now)).where(eq(holdings.id, held.id));
    return ownSwitch(tx, id, customerId);
  });
}
