import type { InferInsertModel } from 'drizzle-orm';
import { addPeriod } from '../../rules/periods.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from './publishers.js';

/** What personas and tests call the offers by. */
export const OFFERS = {
  monthly: 'S274093615',
  annual: 'S598310247',
  quarterly: 'S730118264',
  halfYear: 'S482650913',
  weekly: 'S556201387',
  plus: 'S667318540',
  season: 'S615027743',
  free: 'S401772935',
  winterPass: 'P830557164',
  monthPass: 'P830557165',
  event: 'E719204458',
  rental: 'R346610927',
  single: 'A502938117',
  alps: 'S913365520',
  classic: 'S118840376',
  secondMonthly: 'S300400501',
  secondPass: 'P300400502',
} as const;

type Localization = Omit<InferInsertModel<typeof t.offerLocalizations>, 'offerId' | 'main'>;
type SeedOffer = Omit<InferInsertModel<typeof t.offers>, 'publisherId'> & { localizations: Localization[] };

/** A price in a country, in the smallest unit of its currency. Tax comes on top in the United States only. */
const at = (country: string, currency: string, price: number, title: string, description: string): Localization => ({
  country,
  title,
  description,
  price,
  currency,
  taxIncluded: country !== 'US',
});
const euro = (title: string, description: string, price: number) => at('DE', 'EUR', price, title, description);
const dollar = (title: string, description: string, price: number) => at('US', 'USD', price, title, description);

const month = (amount: number) => ({ periodUnit: 'month' as const, periodAmount: amount });
const DAY = 86_400;

/** One offer of each kind. `now` in unix seconds: fixed dates lie around the day of the seeding. */
function nordlichtOffers(now: number): SeedOffer[] {
  const offer = (id: string, localizations: Localization[], more: Partial<SeedOffer> = {}): SeedOffer => ({
    id,
    active: true,
    giftable: false,
    geoCountries: [],
    createdAt: now - 900 * DAY,
    updatedAt: now - 30 * DAY,
    localizations,
    ...more,
  });
  const monthly = ['Nordlicht Monthly', 'All shows, monthly'] as const;
  const annual = ['Nordlicht Annual', 'All shows, a whole year'] as const;
  return [
    offer(
      OFFERS.monthly,
      [
        euro(...monthly, 999),
        dollar(...monthly, 1199),
        at('GB', 'GBP', 899, ...monthly),
        at('JP', 'JPY', 1480, ...monthly),
        at('KW', 'KWD', 3250, ...monthly),
      ],
      {
        ...month(1),
        trialType: 'day',
        trialDuration: 14,
        giftable: true,
        pauseMaxCycles: 3,
        externalProperties: { badge: 'popular' },
        appStoreProductIds: { apple: 'tv.nordlicht.monthly', android: 'tv.nordlicht.monthly' },
      },
    ),
    offer(OFFERS.annual, [euro(...annual, 8999), dollar(...annual, 9999)], { periodUnit: 'year', periodAmount: 1, giftable: true }),
    offer(OFFERS.quarterly, [euro('Nordlicht Quarterly', 'All shows, three months at a time', 2499)], {
      ...month(3),
      giftable: true,
      pauseMaxCycles: 2,
    }),
    offer(OFFERS.halfYear, [euro('Nordlicht Half Year', 'All shows, six months at a time', 4799)], { ...month(6), giftable: true }),
    offer(OFFERS.weekly, [euro('Nordlicht Weekly', 'All shows, week by week', 349)], {
      periodUnit: 'week',
      periodAmount: 1,
      pauseMaxCycles: 4,
    }),
    offer(OFFERS.plus, [euro('Nordlicht Plus', 'All shows in 4K, on four screens', 1499)], {
      ...month(1),
      trialType: 'period',
      trialDuration: 1,
      sessionsLimit: 4,
    }),
    offer(OFFERS.season, [euro('Hockey Season', 'Every match of the season', 4999)], { periodUnit: 'season', periodAmount: 1 }),
    offer(OFFERS.free, [euro('Nordlicht Free', 'A taste of Nordlicht', 0)], month(1)),
    offer(OFFERS.winterPass, [euro('Winter Pass', 'Everything until the end of winter', 2999)], {
      expiresAt: addPeriod(now, { unit: 'month', amount: 4 }),
    }),
    offer(OFFERS.monthPass, [euro('Month Pass', 'Everything for a month, once', 1299)], month(1)),
    offer(OFFERS.event, [euro('Midsummer Night Live', 'The concert, live from the archipelago', 1499)], {
      startsAt: addPeriod(now, { unit: 'day', amount: 30 }),
      endsAt: addPeriod(now, { unit: 'day', amount: 30 }) + 4 * 3600,
      timeZone: 'Europe/Stockholm',
    }),
    offer(OFFERS.rental, [euro('The Long Thaw', 'Watch within 48 hours', 399)], { periodUnit: 'hour', periodAmount: 48 }),
    offer(OFFERS.single, [euro('Fjord: The Making Of', 'Yours without end', 699)]),
    offer(OFFERS.alps, [euro('Nordlicht Alps', 'Not sold everywhere', 799)], { ...month(1), geoType: 'blacklist', geoCountries: ['DE'] }),
    offer(OFFERS.classic, [euro('Nordlicht Classic', 'No longer sold', 599)], { ...month(1), active: false }),
  ];
}

function kestrelOffers(now: number): SeedOffer[] {
  const common = { active: true, giftable: false, geoCountries: [], createdAt: now - 400 * DAY, updatedAt: now - 40 * DAY };
  return [
    { id: OFFERS.secondMonthly, ...common, ...month(1), localizations: [at('GB', 'GBP', 599, 'Kestrel Monthly', 'Every race, monthly')] },
    {
      id: OFFERS.secondPass,
      ...common,
      periodUnit: 'week',
      periodAmount: 1,
      localizations: [at('GB', 'GBP', 299, 'Race Week', 'One week of races')],
    },
  ];
}

/** What both publishers sell. */
export async function seedOffers(db: Db, now: number): Promise<void> {
  const all = [
    ...nordlichtOffers(now).map((offer) => ({ ...offer, publisherId: PUBLISHER_ID })),
    ...kestrelOffers(now).map((offer) => ({ ...offer, publisherId: SECOND_PUBLISHER_ID })),
  ];
  await db.insert(t.offers).values(all.map(({ localizations: _, ...offer }) => offer));
  await db
    .insert(t.offerLocalizations)
    .values(all.flatMap(({ id, localizations }) => localizations.map((l, i) => ({ ...l, offerId: id, main: i === 0 }))));
  await db.insert(t.priceRules).values({
    offerId: OFFERS.plus,
    country: 'DE',
    startsAt: now - 10 * DAY,
    endsAt: now + 20 * DAY,
    price: 1099,
    name: 'Launch price',
  });
}
