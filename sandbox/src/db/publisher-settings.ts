import { and, eq, inArray, type InferSelectModel } from 'drizzle-orm';
import { invalidBody, refuse } from '../refusal.js';
import type { Db } from './open.js';
import * as t from './schema.js';

type Without<T, K extends string> = Omit<T, 'publisherId' | K>;

/** All a publisher has set. */
export interface PublisherSettings {
  name: string;
  checkoutUrl: string;
  captchaRequired: boolean;
  captureEnabled: boolean;
  blockedCountries: string[];
  paymentMethods: Without<InferSelectModel<typeof t.paymentMethods>, never>[];
  consents: Without<InferSelectModel<typeof t.consents>, 'position'>[];
  capture: Without<InferSelectModel<typeof t.captureSettings>, 'position'>[];
  dunning: Without<InferSelectModel<typeof t.dunningSettings>, never>[];
  switches: Without<InferSelectModel<typeof t.switchSettings>, never>[];
  retention: Without<InferSelectModel<typeof t.retentionActions>, never>[];
}

export type PublisherSettingsChange = {
  [K in keyof Omit<PublisherSettings, 'paymentMethods'>]?: PublisherSettings[K] | undefined;
} & { paymentMethods?: { id: number; feeRate?: number | undefined; enabled: boolean }[] | undefined };

export async function readPublisherSettings(db: Db, id: number): Promise<PublisherSettings> {
  const [publisher] = await db.select().from(t.publishers).where(eq(t.publishers.id, id));
  if (!publisher) throw refuse(`Publisher ${id} not found`);
  const { name, checkoutUrl, captchaRequired, captureEnabled, blockedCountries } = publisher;
  const consents = await db.select().from(t.consents).where(eq(t.consents.publisherId, id)).orderBy(t.consents.position);
  const capture = await db
    .select()
    .from(t.captureSettings)
    .where(eq(t.captureSettings.publisherId, id))
    .orderBy(t.captureSettings.position);
  const methods = await db.select().from(t.paymentMethods).where(eq(t.paymentMethods.publisherId, id)).orderBy(t.paymentMethods.id);
  const dunning = await db.select().from(t.dunningSettings).where(eq(t.dunningSettings.publisherId, id)).orderBy(t.dunningSettings.cycle);
  const switches = await db
    .select()
    .from(t.switchSettings)
    .where(eq(t.switchSettings.publisherId, id))
    .orderBy(t.switchSettings.fromOfferId, t.switchSettings.toOfferId);
  const retention = await db
    .select()
    .from(t.retentionActions)
    .where(eq(t.retentionActions.publisherId, id))
    .orderBy(t.retentionActions.offerId);
  return {
    ...{ name, checkoutUrl, captchaRequired, captureEnabled, blockedCountries },
    consents: consents.map(({ publisherId: _, position: __, ...row }) => row),
    capture: capture.map(({ publisherId: _, position: __, ...row }) => row),
    paymentMethods: methods.map(({ publisherId: _, ...row }) => row),
    dunning: dunning.map(({ publisherId: _, ...row }) => row),
    switches: switches.map(({ publisherId: _, ...row }) => row),
    retention: retention.map(({ publisherId: _, ...row }) => row),
  };
}

/** Replaces what is named, all of it or nothing. */
export async function changePublisherSettings(db: Db, publisherId: number, change: PublisherSettingsChange): Promise<void> {
  const { paymentMethods, consents, capture, dunning, switches, retention, ...plain } = change;
  await db.transaction(async (tx) => {
    // Whoever changes something at the same time takes turns.
    await tx.select({ id: t.publishers.id }).from(t.publishers).where(eq(t.publishers.id, publisherId)).for('update');
    if (Object.values(plain).some((value) => value !== undefined))
      await tx.update(t.publishers).set(plain).where(eq(t.publishers.id, publisherId));
    if (consents) {
      refuseDoubles(
        'consents',
        consents.map(({ name }) => name),
      );
      await tx.delete(t.consents).where(eq(t.consents.publisherId, publisherId));
      if (consents.length > 0) await tx.insert(t.consents).values(consents.map((row, i) => ({ ...row, publisherId, position: i + 1 })));
    }
    if (capture) {
      refuseDoubles(
        'capture',
        capture.map(({ key }) => key),
      );
      const silent = capture.find(({ key, question }) => key.startsWith('custom_') && !question);
      if (silent) throw invalidBody(`Invalid param capture: ${silent.key} asks nothing`);
      await tx.delete(t.captureSettings).where(eq(t.captureSettings.publisherId, publisherId));
      if (capture.length > 0)
        await tx.insert(t.captureSettings).values(capture.map((row, i) => ({ ...wellFormed(row), publisherId, position: i + 1 })));
    }
    if (dunning) await replaceDunning(tx, publisherId, dunning);
    if (switches) await replaceSwitches(tx, publisherId, switches);
    if (retention) await replaceRetention(tx, publisherId, retention);
    for (const { id, feeRate, enabled } of paymentMethods ?? []) {
      const [known] = await tx
        .update(t.paymentMethods)
        .set({ enabled, ...(feeRate === undefined ? {} : { feeRate }) })
        .where(and(eq(t.paymentMethods.id, id), eq(t.paymentMethods.publisherId, publisherId)))
        .returning({ id: t.paymentMethods.id });
      if (!known) throw refuse(`Payment method ${id} not found`);
    }
  });
}

/** Only a question of the publisher's own says what it asks and takes. */
const wellFormed = (row: PublisherSettings['capture'][number]) =>
  row.key.startsWith('custom_') ? { ...row, value: row.value ?? '' } : { ...row, question: null, value: null };

/** A cycle that is not named keeps what it has: without dunning nothing of it would be renewed. */
async function replaceDunning(tx: Db, publisherId: number, rows: PublisherSettings['dunning']): Promise<void> {
  refuseDoubles(
    'dunning',
    rows.map(({ cycle }) => cycle),
  );
  for (const { cycle, graceHours, attempts } of rows) {
    if (attempts.some((hours, i) => hours > graceHours || hours <= (attempts[i - 1] ?? -Infinity)))
      throw invalidBody(`Invalid param dunning: the attempts of ${cycle} must ascend and end within ${graceHours} hours`);
    await tx
      .insert(t.dunningSettings)
      .values({ publisherId, cycle, graceHours, attempts })
      .onConflictDoUpdate({ target: [t.dunningSettings.publisherId, t.dunningSettings.cycle], set: { graceHours, attempts } });
  }
}

async function replaceSwitches(tx: Db, publisherId: number, rows: PublisherSettings['switches']): Promise<void> {
  refuseDoubles(
    'switches',
    rows.map(({ fromOfferId, toOfferId }) => `${fromOfferId} to ${toOfferId}`),
  );
  const idle = rows.find(({ fromOfferId, toOfferId }) => fromOfferId === toOfferId);
  if (idle) throw invalidBody(`Invalid param switches: ${idle.fromOfferId} to itself`);
  await refuseForeignOffers(
    tx,
    publisherId,
    rows.flatMap(({ fromOfferId, toOfferId }) => [fromOfferId, toOfferId]),
  );
  await tx.delete(t.switchSettings).where(eq(t.switchSettings.publisherId, publisherId));
  if (rows.length > 0) await tx.insert(t.switchSettings).values(rows.map((row) => ({ ...row, publisherId })));
}

async function replaceRetention(tx: Db, publisherId: number, rows: PublisherSettings['retention']): Promise<void> {
  refuseDoubles(
    'retention',
    rows.map(({ offerId }) => offerId),
  );
  await refuseForeignOffers(
    tx,
    publisherId,
    rows.map(({ offerId }) => offerId),
  );
  await tx.delete(t.retentionActions).where(eq(t.retentionActions.publisherId, publisherId));
  if (rows.length > 0) await tx.insert(t.retentionActions).values(rows.map((row) => ({ ...row, publisherId })));
}

function refuseDoubles(param: string, keys: readonly string[]): void {
  const double = keys.find((key, i) => keys.indexOf(key) !== i);
  if (double !== undefined) throw invalidBody(`Invalid param ${param}: ${double} is there twice`);
}

async function refuseForeignOffers(tx: Db, publisherId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const own = await tx
    .select({ id: t.offers.id })
    .from(t.offers)
    .where(and(eq(t.offers.publisherId, publisherId), inArray(t.offers.id, [...ids])));
  const foreign = ids.find((id) => !own.some((offer) => offer.id === id));
  if (foreign !== undefined) throw refuse(`Offer ${foreign} doesn't exist`);
}
