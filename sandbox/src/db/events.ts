import type { InferInsertModel } from 'drizzle-orm';
import type { Db } from './open.js';
import { events } from './schema.js';
import { fanOut } from './webhooks.js';

/** The log's format; a reader refuses one it does not know. */
export const SCHEMA_VERSION = 1;

/**
 * What can happen. The names are the platform's webhook topics where one fits (contract, 14); the others are this sandbox's own.
 */
export const EVENT_TYPES = [
  'customerRegistered',
  'customerLoggedIn',
  'customerUpdated',
  'consentsUpdated',
  'captureAnswered',
  'passwordReset',
  'subscriptionCreated',
  'trialConverted',
  'subscriptionRenewed',
  'subscriptionCancelled',
  'subscriptionResumed',
  'subscriptionPauseScheduled',
  'subscriptionPaused',
  'subscriptionUnpaused',
  'subscriptionSwitchRequested',
  'subscriptionSwitchCancelled',
  'subscriptionSwitched',
  'subscriptionExtended',
  'subscriptionExpired',
  'subscriptionTerminated',
  'passBought',
  'passExpired',
  'paymentRefused',
  'transactionCreated',
  'refundPayment',
  'couponApplied',
  'paymentDetailsUpdated',
  'paymentDetailsRemoved',
  'giftBought',
  'giftReadyForDelivery',
  'giftRedeemed',
  'offerCreated',
  'offerUpdated',
  'offerDeactivated',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

type Row = InferInsertModel<typeof events>;
export type NewEvent = Omit<Row, 'id' | 'schemaVersion' | 'type' | 'channel' | 'inTrial' | 'data'> & {
  type: EventType;
  channel?: string;
  inTrial?: boolean;
  data?: Record<string, unknown>;
};

const complete = (event: NewEvent): Row => ({ channel: 'web', inTrial: false, data: {}, ...event, schemaVersion: SCHEMA_VERSION });

/** Adds to the log, and puts on its way to whoever wants to hear of it, in the transaction that made it true. */
export async function record(db: Db, ...happened: NewEvent[]): Promise<void> {
  if (happened.length === 0) return;
  const rows = await db.insert(events).values(happened.map(complete)).returning({ id: events.id });
  await fanOut(
    db,
    rows.map(({ id }) => id),
  );
}
