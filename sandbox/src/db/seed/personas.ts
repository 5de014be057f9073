import { addPeriod } from '../../rules/periods.js';
import type { Holding } from '../holdings.js';
import type { Annals } from './annals.js';
import { OFFERS } from './offers.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from './publishers.js';
import { pendingSwitch, pausedNow, redeemedGift } from './situations.js';
import { Story, type Means } from './story.js';

/** The password of everybody in the seed. */
export const PERSONA_PASSWORD = 'Password1';

/** What is kept of it. Made once, and no secret: hashing would take longer than all the rest of a reset. */
export const PERSONA_HASH = 'scrypt$16384$1HzNhP4RL3qRpvDaL4xCVg==$mib7FrK+J0MuKpNC64QaDCCB2jbZGl1ZQyoFgKmkCcE=';

/** Somebody the sandbox knows from the start. */
export interface Persona {
  email: string;
  firstName: string;
  lastName: string;
  /** What is special about them, as the end of a sentence that starts with the name. */
  says: string;
}

interface Told extends Persona {
  publisherId?: number;
  country?: 'GB';
  /** The version of the terms agreed to; the newest unless said otherwise. */
  terms?: string;
  /** Whether the publisher's questions are answered. */
  answered?: boolean;
  live?(story: Story, annals: Annals): Promise<void>;
}

const inStore = (store: NonNullable<Holding['store']>, storeName: string, firstName: string, lastName: string): Told => ({
  email: `${store}@example.com`,
  firstName,
  lastName,
  says: `has the monthly plan through ${storeName}`,
  live: async (s) => void (await s.buy(OFFERS.monthly, s.ago(50), { by: store })),
});

/** `MM/YYYY`, a number of months from now. */
const monthFrom = (now: number, months: number): string => {
  const date = new Date(addPeriod(now, { unit: 'month', amount: months }) * 1000);
  return `${String(date.getUTCMonth() + 1).padStart(2, '0')}/${date.getUTCFullYear()}`;
};

const REFUSED: Means = { by: 'card', renewals: 'refused' };

const TOLD = {
  subscriber: {
    email: 'viewer@example.com',
    firstName: 'Mara',
    lastName: 'Vogt',
    says: 'has the annual plan',
    live: async (s) => void (await s.buy(OFFERS.annual, s.ago(30))),
  },
  withoutPlan: { email: 'fresh@example.com', firstName: 'Jonas', lastName: 'Berg', says: 'has no plan and never had one' },
  trial: {
    email: 'trial@example.com',
    firstName: 'Tilda',
    lastName: 'Probst',
    says: 'is in the free trial of the monthly plan',
    live: async (s) => void (await s.buy(OFFERS.monthly, s.ago(5))),
  },
  active: {
    email: 'active@example.com',
    firstName: 'Aksel',
    lastName: 'Ivers',
    says: 'has had the monthly plan for some months',
    live: async (s) => void (await s.buy(OFFERS.monthly, s.ago(100))),
  },
  cancelled: {
    email: 'cancelled@example.com',
    firstName: 'Carla',
    lastName: 'Kern',
    says: 'has cancelled the quarterly plan, which still runs',
    live: async (s) => s.cancel(await s.buy(OFFERS.quarterly, s.ago(40)), s.ago(3), 'Subscription is too expensive'),
  },
  grace: {
    email: 'grace@example.com',
    firstName: 'Gro',
    lastName: 'Frist',
    says: 'is in the grace period: the last renewal was refused',
    live: async (s) => void (await s.buy(OFFERS.halfYear, addPeriod(s.ago(2), { unit: 'month', amount: -6 }), REFUSED)),
  },
  authentication: {
    email: 'authentication@example.com',
    firstName: 'Alva',
    lastName: 'Prüf',
    says: 'is in the grace period until the bank has authenticated the card again',
    live: async (s) =>
      void (await s.buy(OFFERS.halfYear, addPeriod(s.ago(1), { unit: 'month', amount: -6 }), {
        by: 'card',
        renewals: 'needs-authentication',
      })),
  },
  terminated: {
    email: 'terminated@example.com',
    firstName: 'Tjark',
    lastName: 'Ende',
    says: 'lost the quarterly plan, for it could not be renewed',
    live: async (s) => void (await s.buy(OFFERS.quarterly, s.ago(120), REFUSED)),
  },
  lapsed: {
    email: 'lapsed@example.com',
    firstName: 'Lene',
    lastName: 'Pause',
    says: 'cancelled the monthly plan, which has ended',
    live: async (s) => s.cancel(await s.buy(OFFERS.monthly, s.ago(150)), s.ago(60), 'Content I like has ended'),
  },
  paused: {
    email: 'paused@example.com',
    firstName: 'Paul',
    lastName: 'Rast',
    says: 'has paused the quarterly plan',
    live: async (s) => pausedNow(s, await s.buy(OFFERS.quarterly, addPeriod(s.ago(10), { unit: 'month', amount: -3 }))),
  },
  upgrade: {
    email: 'upgrade@example.com',
    firstName: 'Uwe',
    lastName: 'Hoch',
    says: 'is being moved up from the quarterly to the annual plan',
    live: async (s, annals) => pendingSwitch(s, annals, await s.buy(OFFERS.quarterly, s.ago(20)), OFFERS.annual, 'upgrade'),
  },
  downgrade: {
    email: 'downgrade@example.com',
    firstName: 'Nora',
    lastName: 'Unter',
    says: 'will move down from the annual to the monthly plan at the end of the year paid for',
    live: async (s, annals) => pendingSwitch(s, annals, await s.buy(OFFERS.annual, s.ago(200)), OFFERS.monthly, 'downgrade'),
  },
  giver: {
    email: 'giver@example.com',
    firstName: 'Greta',
    lastName: 'Geber',
    says: 'has bought a gift that is sent in a week (code GFTS-WEEK), and one that was redeemed',
    live: async (s) => {
      const delivery = { recipientEmail: 'friend@example.com', personalNote: 'Enjoy!' };
      await s.give(OFFERS.quarterly, s.ago(1), 'GFTS-WEEK', { ...delivery, deliveryDate: s.ago(-7) });
    },
  },
  gifted: {
    email: 'gifted@example.com',
    firstName: 'Gunnar',
    lastName: 'Froh',
    says: 'has redeemed a gift: half a year that is not renewed',
    live: async (s, annals) => redeemedGift(s, annals, 'giver@example.com', OFFERS.halfYear),
  },
  pass: {
    email: 'pass@example.com',
    firstName: 'Peer',
    lastName: 'Saison',
    says: 'has the winter pass, and had a month pass',
    live: async (s) => {
      await s.buy(OFFERS.monthPass, s.ago(70));
      await s.buy(OFFERS.winterPass, s.ago(8));
    },
  },
  rental: {
    email: 'rental@example.com',
    firstName: 'Rita',
    lastName: 'Leihe',
    says: 'rented a film yesterday and owns another one',
    live: async (s) => {
      await s.buy(OFFERS.single, s.ago(90));
      await s.buy(OFFERS.rental, s.ago(1));
    },
  },
  event: {
    email: 'event@example.com',
    firstName: 'Edda',
    lastName: 'Bühne',
    says: 'has a ticket for the concert next month',
    live: async (s) => void (await s.buy(OFFERS.event, s.ago(4))),
  },
  season: {
    email: 'season@example.com',
    firstName: 'Sven',
    lastName: 'Puck',
    says: 'has the seasonal plan, whose end is not known',
    live: async (s) => void (await s.buy(OFFERS.season, s.ago(45))),
  },
  apple: inStore('apple', 'Apple’s App Store', 'Aino', 'Apfel'),
  android: inStore('android', 'Google Play', 'Anders', 'Grün'),
  roku: inStore('roku', 'Roku', 'Rosa', 'Kuhn'),
  amazon: inStore('amazon', 'Amazon', 'Amara', 'Strom'),
  samsung: inStore('samsung', 'Samsung', 'Sami', 'Sommer'),
  vizio: inStore('vizio', 'Vizio', 'Viola', 'Zimmer'),
  several: {
    email: 'several@example.com',
    firstName: 'Selma',
    lastName: 'Viel',
    says: 'has the monthly, the weekly and the seasonal plan at once',
    live: async (s) => {
      await s.buy(OFFERS.monthly, s.ago(64));
      await s.buy(OFFERS.weekly, s.ago(24));
      await s.buy(OFFERS.season, s.ago(12));
    },
  },
  twice: {
    email: 'twice@example.com',
    firstName: 'Toke',
    lastName: 'Doppel',
    says: 'pays the monthly plan twice: here and through Apple’s App Store',
    live: async (s) => {
      await s.buy(OFFERS.monthly, s.ago(80));
      await s.buy(OFFERS.monthly, s.ago(33), { by: 'apple' });
    },
  },
  expiredCard: {
    email: 'expired-card@example.com',
    firstName: 'Esther',
    lastName: 'Alt',
    says: 'has the annual plan and a card that has expired',
    live: async (s) => void (await s.buy(OFFERS.annual, s.ago(200), { by: 'card', expires: monthFrom(s.now, -1) })),
  },
  expiringCard: {
    email: 'expiring-card@example.com',
    firstName: 'Emil',
    lastName: 'Bald',
    says: 'has the annual plan and a card that expires this month',
    live: async (s) => void (await s.buy(OFFERS.annual, s.ago(340), { by: 'card', expires: monthFrom(s.now, 0) })),
  },
  payPal: {
    email: 'paypal@example.com',
    firstName: 'Pia',
    lastName: 'Paal',
    says: 'pays the quarterly plan with PayPal',
    live: async (s) => void (await s.buy(OFFERS.quarterly, s.ago(75), { by: 'paypal' })),
  },
  collector: {
    email: 'collector@example.com',
    firstName: 'Kolja',
    lastName: 'Sammler',
    says: 'has 130 transactions, to turn pages through',
    live: async (s) => {
      for (let i = 130; i > 0; i--) await s.buy(OFFERS.rental, s.ago(i * 3));
    },
  },
  oldTerms: {
    email: 'consents@example.com',
    firstName: 'Konrad',
    lastName: 'Frage',
    says: 'has agreed to an older version of the terms',
    terms: '2',
    live: async (s) => void (await s.buy(OFFERS.quarterly, s.ago(15))),
  },
  captureDue: {
    email: 'capture@example.com',
    firstName: 'Kira',
    lastName: 'Neu',
    says: 'has not answered the publisher’s questions',
    answered: false,
    live: async (s) => void (await s.buy(OFFERS.quarterly, s.ago(6))),
  },
  elsewhere: {
    email: 'viewer@example.com',
    firstName: 'Mara',
    lastName: 'Vogt',
    says: 'is also a customer of the second publisher, and another one there',
    publisherId: SECOND_PUBLISHER_ID,
    country: 'GB',
    terms: '1',
    live: async (s) => void (await s.buy(OFFERS.secondMonthly, s.ago(18))),
  },
} satisfies Record<string, Told>;

export type PersonaName = keyof typeof TOLD;

/** Everybody the sandbox knows from the start, for pages and tests. All of them have the same password. */
export const PERSONAS: Readonly<Record<PersonaName, Persona>> = TOLD;

/** Tells the lives of all personas up to now. */
export async function tellPersonas(annals: Annals, passwordHash: string, now: number): Promise<void> {
  for (const told of Object.values<Told>(TOLD)) {
    const { email, firstName, lastName, publisherId = PUBLISHER_ID, country, terms = '3', answered = true, live } = told;
    const registeredAt = now - 500 * 86_400;
    const story = new Story(annals, now, {
      publisherId,
      email,
      firstName,
      lastName,
      passwordHash,
      registeredAt,
      ...(country ? { country } : {}),
    });
    story.agree(terms, publisherId === PUBLISHER_ID);
    if (publisherId === PUBLISHER_ID && answered) story.answer();
    else story.person.captureSubmitted = false;
    await live?.(story, annals);
  }
}
