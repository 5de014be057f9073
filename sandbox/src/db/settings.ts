import { and, eq } from 'drizzle-orm';
import type { Db } from './open.js';
import { paymentMethods, publishers, settings } from './schema.js';

/** How PayPal's stand-in names its payments: as Express Checkout does, or as the newer Orders API. */
export type PayPalTokens = 'express' | 'orders';

/** The switches a tester sets. */
export interface SandboxSettings {
  /** How long after a purchase access appears, in seconds of the sandbox's clock. */
  entitlementDelay: number;
  payPalTokens: PayPalTokens;
  /** Of the publisher. */
  captchaRequired: boolean;
  /** Of the publisher: which methods are offered, by name. */
  paymentMethods: Record<string, boolean>;
}

/** Seconds between a purchase and access to what was bought (contract, 4.6). */
export const entitlementDelay = async (db: Db): Promise<number> => (await value<number>(db, 'entitlement-delay')) ?? 0;

export const payPalTokens = async (db: Db): Promise<PayPalTokens> => (await value<PayPalTokens>(db, 'paypal-tokens')) ?? 'express';

export async function readSettings(db: Db, publisherId: number): Promise<SandboxSettings> {
  const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
  const methods = await db.select().from(paymentMethods).where(eq(paymentMethods.publisherId, publisherId)).orderBy(paymentMethods.id);
  return {
    entitlementDelay: await entitlementDelay(db),
    payPalTokens: await payPalTokens(db),
    captchaRequired: publisher?.captchaRequired ?? false,
    paymentMethods: Object.fromEntries(methods.map(({ methodName, enabled }) => [methodName, enabled])),
  };
}

export type SettingsChange = { [Name in keyof SandboxSettings]?: SandboxSettings[Name] | undefined };

/** Changes what is named and leaves the rest. */
export async function changeSettings(db: Db, publisherId: number, change: SettingsChange): Promise<void> {
  await db.transaction(async (tx) => {
    if (change.entitlementDelay !== undefined) await store(tx, 'entitlement-delay', change.entitlementDelay);
    if (change.payPalTokens !== undefined) await store(tx, 'paypal-tokens', change.payPalTokens);
    if (change.captchaRequired !== undefined) {
      await tx.update(publishers).set({ captchaRequired: change.captchaRequired }).where(eq(publishers.id, publisherId));
    }
    for (const [methodName, enabled] of Object.entries(change.paymentMethods ?? {})) {
      await tx
        .update(paymentMethods)
        .set({ enabled })
        .where(and(eq(paymentMethods.publisherId, publisherId), eq(paymentMethods.methodName, methodName)));
    }
  });
}

async function value<T>(db: Db, key: string): Promise<T | undefined> {
  const [row] = await db.select().from(settings).where(eq(settings.key, key));
  return row?.value as T | undefined;
}

async function store(db: Db, key: string, stored: unknown): Promise<void> {
  await db
    .insert(settings)
    .values({ key, value: stored })
    .onConflictDoUpdate({ target: settings.key, set: { value: stored } });
}
