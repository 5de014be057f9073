import type { InferInsertModel } from 'drizzle-orm';
import { addPeriod } from '../rules/periods.js';
import type * as t from './schema.js';

export const PUBLISHER_ID = 204118605;
/** What the publisher's own server sends as X-Publisher-Token. */
export const PUBLISHER_TOKEN = 'sandbox-publisher-token';
const publisherId = PUBLISHER_ID;

export const seedPaymentMethods: InferInsertModel<typeof t.paymentMethods>[] = [
  { id: 140960101, publisherId, methodName: 'card', gateway: 'adyen' },
  { id: 140960102, publisherId, methodName: 'paypal', gateway: 'paypal' },
  { id: 140960103, publisherId, methodName: 'ideal', gateway: 'adyen' },
  { id: 140960108, publisherId, methodName: 'manual', gateway: 'free-offer' },
  { id: 140960109, publisherId, methodName: 'manual', gateway: 'coupon' },
];

export const seedConsents: InferInsertModel<typeof t.consents>[] = [
  {
    publisherId,
    position: 1,
    name: 'broadcaster_terms',
    version: '3',
    value: 'https://nordlicht.example/terms',
    required: true,
    enabledByDefault: false,
    label: 'I accept the <a href="https://nordlicht.example/terms" target="_blank">Terms and Conditions</a> of Nordlicht TV',
  },
  {
    publisherId,
    position: 2,
    name: 'broadcaster_marketing',
    version: '1',
    value: 'Send me news about upcoming shows',
    required: false,
    enabledByDefault: true,
    label: 'Send me news about upcoming shows',
  },
];

/** A question of the publisher's own: free text, or answers joined with ";". */
const custom = (position: number, question: string, value: string, required = false) => ({
  publisherId,
  position,
  key: `custom_${position - 6}`,
  enabled: true,
  required,
  question,
  value,
});
const builtIn = (position: number, key: string, enabled: boolean, required = false) => ({ publisherId, position, key, enabled, required });

export const seedCaptureSettings: InferInsertModel<typeof t.captureSettings>[] = [
  builtIn(1, 'email', false),
  builtIn(2, 'firstNameLastName', true, true),
  builtIn(3, 'birthDate', true),
  builtIn(4, 'companyName', true),
  builtIn(5, 'phoneNumber', true),
  builtIn(6, 'address', true, true),
  custom(7, 'How did you hear about us?', ''),
  custom(8, 'Favourite club?', 'North;South;East', true),
  custom(9, 'Do you watch on a television?', 'Yes;No'),
  custom(10, 'Newsletter', 'Tell me about matches in my city'),
];

type Localization = Omit<InferInsertModel<typeof t.offerLocalizations>, 'offerId' | 'main'>;
type SeedOffer = InferInsertModel<typeof t.offers> & { localizations: Localization[] };

const euro = (title: string, description: string, price: number): Localization => ({
  country: 'DE',
  title,
  description,
  price,
  currency: 'EUR',
  taxIncluded: true,
});
const dollar = (title: string, description: string, price: number): Localization => ({
  country: 'US',
  title,
  description,
  price,
  currency: 'USD',
  taxIncluded: false,
});

/** One offer of each kind. `now` in unix seconds: fixed dates lie around the day of the seeding. */
export function seedOffers(now: number): SeedOffer[] {
  const offer = (id: string, localizations: Localization[], more: Partial<SeedOffer> = {}): SeedOffer => ({
    id,
    publisherId,
    active: true,
    giftable: false,
    geoCountries: [],
    createdAt: now - 180 * 86_400,
    updatedAt: now - 30 * 86_400,
    localizations,
    ...more,
  });
  return [
    offer('S274093615', [euro('Nordlicht Monthly', 'All shows, monthly', 999), dollar('Nordlicht Monthly', 'All shows, monthly', 1199)], {
      periodUnit: 'month',
      periodAmount: 1,
      trialType: 'day',
      trialDuration: 14,
      giftable: true,
    }),
    offer(
      'S598310247',
      [euro('Nordlicht Annual', 'All shows, a whole year', 8999), dollar('Nordlicht Annual', 'All shows, a whole year', 9999)],
      {
        periodUnit: 'year',
        periodAmount: 1,
        giftable: true,
      },
    ),
    offer('S730118264', [euro('Nordlicht Quarterly', 'All shows, three months at a time', 2499)], { periodUnit: 'month', periodAmount: 3 }),
    offer('S615027743', [euro('Hockey Season', 'Every match of the season', 4999)], { periodUnit: 'season', periodAmount: 1 }),
    offer('S401772935', [euro('Nordlicht Free', 'A taste of Nordlicht', 0)], { periodUnit: 'month', periodAmount: 1 }),
    offer('P830557164', [euro('Winter Pass', 'Everything until the end of winter', 2999)], {
      expiresAt: addPeriod(now, { unit: 'month', amount: 4 }),
    }),
    offer('P830557165', [euro('Month Pass', 'Everything for a month, once', 1299)], { periodUnit: 'month', periodAmount: 1 }),
    offer('E719204458', [euro('Midsummer Night Live', 'The concert, live from the archipelago', 1499)], {
      startsAt: addPeriod(now, { unit: 'day', amount: 30 }),
      endsAt: addPeriod(now, { unit: 'day', amount: 30 }) + 4 * 3600,
      timeZone: 'Europe/Stockholm',
    }),
    offer('R346610927', [euro('The Long Thaw', 'Watch within 48 hours', 399)], { periodUnit: 'hour', periodAmount: 48 }),
    offer('A502938117', [euro('Fjord: The Making Of', 'Yours without end', 699)]),
    offer('S913365520', [euro('Nordlicht Alps', 'Not sold everywhere', 799)], {
      periodUnit: 'month',
      periodAmount: 1,
      geoType: 'blacklist',
      geoCountries: ['DE'],
    }),
    offer('S118840376', [euro('Nordlicht Classic', 'No longer sold', 599)], { periodUnit: 'month', periodAmount: 1, active: false }),
  ];
}
