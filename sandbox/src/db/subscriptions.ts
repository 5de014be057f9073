import { and, eq, inArray } from 'drizzle-orm';
import { refusals, refuse } from '../refusal.js';
import { isOnTrial } from '../rules/lifecycle.js';
import { SEASON_END } from '../rules/periods.js';
import { grantsAccess, nextPaymentBefore } from '../rules/subscriptions.js';
import { couponForSubscription } from './coupons.js';
import { record, type NewEvent } from './events.js';
import type { Holding } from './holdings.js';
import { findOffer, shortId } from './offers.js';
import type { Db } from './open.js';
import { holdings, switches } from './schema.js';

/** A customer's subscriptions that are not over, oldest first: those that give access, and those that are paused. */
export async function subscriptionsOf(db: Db, customerId: number, now: number): Promise<Holding[]> {
  const rows = await db
    .select()
    .from(holdings)
    .where(and(eq(holdings.customerId, customerId), inArray(holdings.status, ['active', 'cancelled', 'paused'])))
    .orderBy(holdings.id);
  return rows.filter((row) => row.offerId.startsWith('S') && (row.status === 'paused' || grantsAccess({ ...row, letter: 'S' }, now)));
}

/** The customer's subscription to an offer, named by its long id or its short one. @throws when there is none */
export async function subscriptionTo(db: Db, customerId: number, offerId: string, now: number): Promise<Holding> {
  const all = await subscriptionsOf(db, customerId, now);
  const found = all.filter((held) => held.offerId === offerId || shortId(held.offerId) === offerId);
  // Paid for twice: the one that runs on is meant.
  const held = found.find(({ status }) => status === 'active') ?? found[0];
  if (!held) throw refuse(`Subscription for offer ${offerId} not found`);
  return held;
}

/** The customer's subscription with an id, locked until the transaction ends. @throws when there is none */
export async function ownSubscription(tx: Db, id: number, customerId: number, now: number): Promise<Holding> {
  await tx.select({ id: holdings.id }).from(holdings).where(eq(holdings.id, id)).for('update');
  const held = (await subscriptionsOf(tx, customerId, now)).find((row) => row.id === id);
  if (!held) throw refusals.unknownSubscription(id);
  return held;
}

export const inTrial = (held: Holding, now: number): boolean => held.trialEndsAt !== null && held.trialEndsAt > now;

/** Whether the next period is being paid for: its day has come, or an attempt was refused. */
export const isRenewing = (held: Holding, now: number): boolean =>
  held.status === 'active' && held.renews && (held.failedAttempts > 0 || (held.nextPaymentAt !== null && held.nextPaymentAt <= now));

/** Its end cannot be moved now: it is being renewed, paused or switched. */
export const isBusy = (held: Holding, now: number): boolean =>
  isRenewing(held, now) || held.pause !== null || held.pendingSwitchId !== null;

/** What every event about a subscription says of it. */
export function aboutSubscription(held: Holding, now: number): Omit<NewEvent, 'type'> {
  const { publisherId, customerId, id: subscriptionId, offerId, currency, country, gateway } = held;
  const about = { at: now, publisherId, customerId, subscriptionId, offerId, currency, country, gateway };
  return { ...about, channel: held.store ?? 'web', inTrial: isOnTrial(held) };
}

interface WantedStatus {
  status: 'active' | 'cancelled';
  cancellationReason?: string | undefined;
}

/** Cancels a subscription at the end of what is paid for, or takes that back. Asked for twice, it is done once. */
export async function setStatus(db: Db, customerId: number, wanted: WantedStatus & { offerId: string }, now: number): Promise<Holding> {
  return db.transaction(async (tx) => {
    const { id } = await subscriptionTo(tx, customerId, wanted.offerId, now);
    return setStatusOf(tx, customerId, id, wanted, now);
  });
}

/** The same for a subscription that is named by its id. */
export async function setStatusOf(db: Db, customerId: number, id: number, wanted: WantedStatus, now: number): Promise<Holding> {
  return db.transaction(async (tx) => {
    const held = await ownSubscription(tx, id, customerId, now);
    if (held.store !== null) throw refusals.externallyManaged();
    if (held.status === wanted.status) return held;
    return wanted.status === 'cancelled' ? cancel(tx, held, wanted.cancellationReason ?? null, now) : resume(tx, held, now);
  });
}

/** Lets a subscription last longer or shorter than what was paid for; the next payment moves with it. */
export async function moveEnd(db: Db, customerId: number, id: number, expiresAt: number, now: number): Promise<Holding> {
  return db.transaction(async (tx) => {
    const held = await ownSubscription(tx, id, customerId, now);
    if (held.store !== null) throw refusals.externallyManaged();
    if (expiresAt <= now) throw refuse('Invalid param expiresAt: it has passed');
    if (held.status === 'paused' || isBusy(held, now) || held.expiresAt === SEASON_END)
      throw refuse('The end of the subscription cannot be moved now');
    const nextPaymentAt = held.renews ? (isOnTrial(held) ? expiresAt : nextPaymentBefore(expiresAt, now)) : null;
    const [moved] = await tx
      .update(holdings)
      .set({ expiresAt, nextPaymentAt, ...(isOnTrial(held) ? { trialEndsAt: expiresAt } : {}) })
      .where(eq(holdings.id, id))
      .returning();
    await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionExtended', data: { from: held.expiresAt, expiresAt } });
    return moved!;
  });
}

async function cancel(tx: Db, held: Holding, reason: string | null, now: number): Promise<Holding> {
  if (held.pendingSwitchId !== null) await cancelSwitch(tx, held, now);
  const [cancelled] = await tx
    .update(holdings)
    .set({
      ...withoutPlans(held, now),
      status: 'cancelled',
      cancelledAt: now,
      cancellationReason: reason,
      // What is paused has nothing left that was paid for.
      ...(held.status === 'paused' ? { expiresAt: now } : {}),
    })
    .where(eq(holdings.id, held.id))
    .returning();
  await record(tx, {
    ...aboutSubscription(held, now),
    type: 'subscriptionCancelled',
    reason: 'voluntary',
    data: { cancellationReason: reason },
  });
  return cancelled!;
}

async function resume(tx: Db, held: Holding, now: number): Promise<Holding> {
  if (held.status === 'paused') throw refuse('The subscription is paused');
  const [resumed] = await tx
    .update(holdings)
    .set({ ...withoutPlans(held, now), status: 'active', cancelledAt: null, cancellationReason: null })
    .where(eq(holdings.id, held.id))
    .returning();
  await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionResumed' });
  return resumed!;
}

/**
 * A subscription as it is without a pause or a switch ahead. Nothing was charged while it waited: a payment whose day has passed meanwhile is
 * due now, and not in the past.
 */
export const withoutPlans = (held: Holding, now: number) => ({
  pause: null,
  pendingSwitchId: null,
  nextPaymentAt: nextPaymentOf(held, now),
});

function nextPaymentOf(held: Holding, now: number): number | null {
  if (held.nextPaymentAt === null || held.expiresAt === null) return held.nextPaymentAt;
  // A pause had moved it.
  return held.pause ? nextPaymentBefore(held.expiresAt, now) : Math.max(held.nextPaymentAt, now);
}

/** Gives up the switch a subscription waits for. The subscription itself is left to the caller. */
export async function cancelSwitch(tx: Db, held: Holding, now: number): Promise<void> {
  const [cancelled] = await tx
    .update(switches)
    .set({ status: 'cancelled', updatedAt: now })
    .where(and(eq(switches.id, held.pendingSwitchId ?? ''), eq(switches.status, 'pending')))
    .returning();
  if (!cancelled) throw refuse('The switch is in progress');
  const { id: switchId, fromOfferId, toOfferId, algorithm } = cancelled;
  await record(tx, {
    ...aboutSubscription(held, now),
    type: 'subscriptionSwitchCancelled',
    data: { switchId, fromOfferId, toOfferId, algorithm },
  });
}

/** Puts a coupon on a subscription (contract, 6.5). */
export async function applyCoupon(db: Db, customerId: number, id: number, code: string, now: number): Promise<Holding> {
  return db.transaction(async (tx) => {
    const held = await ownSubscription(tx, id, customerId, now);
    if (held.store !== null) throw refusals.externallyManaged();
    const offer = await findOffer(tx, held.offerId, held.country);
    if (held.status !== 'active' || !held.renews)
      throw refuse(`Coupon ${code} cannot be applied on existing subscription: it is not renewed`);
    const terms = await couponForSubscription(tx, held, offer?.tags ?? [], code, now);
    const [changed] = await tx.update(holdings).set(terms).where(eq(holdings.id, id)).returning();
    return changed!;
  });
}
