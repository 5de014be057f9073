import type { InferSelectModel } from 'drizzle-orm';
import { createOffer, type OfferDraft } from './offer-editing.js';
import { takeNumbers } from './ids.js';
import type { Db } from './open.js';
import { DUNNING, METHODS, QUESTIONS } from './publisher-defaults.js';
import {
  campaigns,
  captureSettings,
  consents,
  coupons,
  dunningSettings,
  paymentMethods,
  publishers,
  retentionActions,
  switchSettings,
} from './schema.js';

export interface NewTenant {
  name: string;
  /** Where the first offers are sold, and in which currency. */
  country: string;
  currency: string;
}

/** A publisher of its own, with everything that selling takes: what to pay with, consents, dunning, and a few offers to begin with. */
export async function createTenant(tx: Db, tenant: NewTenant, now: number): Promise<InferSelectModel<typeof publishers>> {
  const [id] = await takeNumbers(tx, 'publisher_numbers', 1);
  const publisherId = id!;
  const [publisher] = await tx.insert(publishers).values({ id: publisherId, name: tenant.name, captureEnabled: false }).returning();
  const methodIds = await takeNumbers(tx, 'payment_method_numbers', METHODS.length);
  await tx.insert(paymentMethods).values(METHODS.map((method, i) => ({ ...method, publisherId, id: methodIds[i]! })));
  await tx.insert(dunningSettings).values(DUNNING.map((row) => ({ ...row, publisherId })));
  await tx.insert(consents).values(consentsOf(publisherId, tenant.name));
  await tx
    .insert(captureSettings)
    .values(QUESTIONS.map((key, i) => ({ publisherId, position: i + 1, key, enabled: false, required: false })));
  await stock(tx, publisherId, tenant, now);
  return publisher!;
}

function consentsOf(publisherId: number, name: string) {
  const url = 'https://publisher.example/terms';
  const common = { publisherId, version: '1', enabledByDefault: false };
  const news = `Send me news from ${name}`;
  return [
    { ...common, position: 1, name: 'broadcaster_terms', value: url, required: true, label: termsLabel(url, name) },
    { ...common, position: 2, name: 'broadcaster_marketing', value: news, required: false, label: news },
  ];
}

const termsLabel = (url: string, name: string) =>
  `I accept the <a href="${url}" target="_blank">Terms and Conditions</a> of ${escaped(name)}`;

/** A consent's label is HTML; a publisher's name is not. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

/** The first offers: a monthly plan with a trial, an annual one to switch to, a pass, and a coupon. */
async function stock(tx: Db, publisherId: number, { name, country, currency }: NewTenant, now: number): Promise<void> {
  const offer = (letter: 'S' | 'P', title: string, description: string, price: number, more: Partial<OfferDraft>) =>
    createOffer(
      tx,
      publisherId,
      {
        letter,
        localizations: [{ country, currency, title: `${name} ${title}`, description, price, taxIncluded: country !== 'US', rules: [] }],
        ...more,
      },
      now,
    );
  const monthly = await offer('S', 'Monthly', 'Everything, month by month', 999, {
    periodUnit: 'month',
    periodAmount: 1,
    trialType: 'day',
    trialDuration: 7,
    giftable: true,
    pauseMaxCycles: 3,
  });
  const annual = await offer('S', 'Annual', 'Everything, a whole year', 8999, { periodUnit: 'year', periodAmount: 1, giftable: true });
  await offer('P', 'Month Pass', 'Everything for a month, once', 1299, { periodUnit: 'month', periodAmount: 1 });
  const way = (fromOfferId: string, toOfferId: string) => ({ publisherId, fromOfferId, toOfferId });
  await tx.insert(switchSettings).values([
    { ...way(monthly, annual), direction: 'upgrade', algorithm: 'IMMEDIATE_AND_CHARGE_WITH_REFUND' },
    { ...way(annual, monthly), direction: 'downgrade', algorithm: 'DEFERRED' },
  ]);
  await tx
    .insert(retentionActions)
    .values({ publisherId, offerId: monthly, type: 'FREE_EXTENSION', extensionUnit: 'week', extensionAmount: 1 });
  const [campaign] = await tx
    .insert(campaigns)
    .values({
      publisherId,
      name: '20 % off, three periods',
      status: 'active',
      rate: 2000,
      paymentType: 'all',
      offerTypes: [],
      offers: [],
      tags: [],
      appliedPeriods: 3,
      paymentDetailsRequired: true,
    })
    .returning({ id: campaigns.id });
  await tx.insert(coupons).values({ publisherId, code: 'WELCOME20', campaignId: campaign!.id });
}
