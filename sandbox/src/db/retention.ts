import { and, eq } from 'drizzle-orm';
import { refuse } from '../refusal.js';
import { isOnTrial } from '../rules/lifecycle.js';
import { addPeriod, SEASON_END } from '../rules/periods.js';
import { retentionOffer, type RetentionType } from '../rules/retention.js';
import { record } from './events.js';
import type { Holding } from './holdings.js';
import { shortId } from './offers.js';
import type { Db } from './open.js';
import { refusalToPause } from './pauses.js';
import { holdings, retentionActions } from './schema.js';
import { aboutSubscription, isBusy, ownSubscription, subscriptionTo } from './subscriptions.js';
import { availability, type Availability } from './switches.js';

export interface Retention {
  offerId: string;
  type: RetentionType | '';
  extension: { periodUnit: 'day' | 'week' | 'month'; amount: number } | null;
  downgrades: Availability | null;
}

/** What to offer a customer who is about to cancel (contract, 8). */
export async function retentionFor(db: Db, customerId: number, offerId: string, now: number): Promise<Retention> {
  const held = await subscriptionTo(db, customerId, offerId, now);
  const action = await actionFor(db, held);
  const eligible = held.store === null && held.status === 'active' && held.renews;
  const downgrades = eligible && action?.type === 'DOWNGRADE' ? await downgradesOf(db, held, now) : null;
  const type = retentionOffer({
    action: action?.type,
    eligible,
    extensionUsed: held.extensionUsed || held.expiresAt === SEASON_END || isBusy(held, now),
    canDowngrade: (downgrades?.options.length ?? 0) > 0,
    canPause: (await refusalToPause(db, held, 1, now)) === undefined,
  });
  return {
    offerId: held.offerId,
    type,
    extension: type === 'FREE_EXTENSION' ? extensionOf(action) : null,
    downgrades: type === 'DOWNGRADE' ? downgrades : null,
  };
}

async function actionFor(db: Db, held: Holding) {
  const [action] = await db
    .select()
    .from(retentionActions)
    .where(and(eq(retentionActions.publisherId, held.publisherId), eq(retentionActions.offerId, shortId(held.offerId))));
  return action;
}

const extensionOf = (action: Awaited<ReturnType<typeof actionFor>>) =>
  action?.extensionUnit && action.extensionAmount ? { periodUnit: action.extensionUnit, amount: action.extensionAmount } : null;

async function downgradesOf(db: Db, held: Holding, now: number): Promise<Availability> {
  const all = await availability(db, held.customerId, held.offerId, now);
  return { ...all, options: all.options.filter(({ direction, reason }) => direction === 'downgrade' && !reason) };
}

/** Gives a customer the free time the publisher offers to stay; once for a subscription. */
export async function extendFreely(db: Db, customerId: number, offerId: string, now: number): Promise<Holding> {
  return db.transaction(async (tx) => {
    const { id } = await subscriptionTo(tx, customerId, offerId, now);
    const held = await ownSubscription(tx, id, customerId, now);
    const { extension } = await retentionFor(tx, customerId, held.offerId, now);
    if (!extension || held.expiresAt === null) throw refuse(`There is no free extension for offer ${offerId}`);
    const period = { unit: extension.periodUnit, amount: extension.amount };
    const expiresAt = addPeriod(held.expiresAt, period);
    const [extended] = await tx
      .update(holdings)
      .set({
        expiresAt,
        nextPaymentAt: held.nextPaymentAt === null ? null : addPeriod(held.nextPaymentAt, period),
        extensionUsed: true,
        ...(isOnTrial(held) ? { trialEndsAt: expiresAt } : {}),
      })
      .where(eq(holdings.id, id))
      .returning();
    await record(tx, { ...aboutSubscription(held, now), type: 'subscriptionExtended', data: { ...extension, expiresAt } });
    return extended!;
  });
}
