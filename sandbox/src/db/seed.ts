import { hashPassword } from '../passwords.js';
import { addPeriod } from '../rules/periods.js';
import { hashOf } from '../secrets.js';
import type { Db } from './open.js';
import * as t from './schema.js';
import { PUBLISHER_ID, PUBLISHER_TOKEN, seedCaptureSettings, seedConsents, seedOffers, seedPaymentMethods } from './seed-data.js';

/** People the sandbox knows from the start. Both have agreed to the terms and answered the questions. */
export const personas = {
  subscriber: { email: 'viewer@example.com', password: 'Password1', firstName: 'Mara', lastName: 'Vogt' },
  withoutPlan: { email: 'fresh@example.com', password: 'Password1', firstName: 'Jonas', lastName: 'Berg' },
} as const;

/** Fills a new database: a publisher with its offers, consents and questions, and the personas. */
export async function seed(db: Db): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  await db
    .insert(t.publishers)
    .values({ id: PUBLISHER_ID, name: 'Nordlicht TV', captureEnabled: true, tokenHash: hashOf(PUBLISHER_TOKEN) });
  await db.insert(t.paymentMethods).values(seedPaymentMethods);
  await db.insert(t.consents).values(seedConsents);
  await db.insert(t.captureSettings).values(seedCaptureSettings);
  for (const { localizations, ...offer } of seedOffers(now)) {
    await db.insert(t.offers).values(offer);
    await db.insert(t.offerLocalizations).values(localizations.map((l, i) => ({ ...l, offerId: offer.id, main: i === 0 })));
  }
  const subscriber = await addPersona(db, personas.subscriber, now);
  await addPersona(db, personas.withoutPlan, now);
  const startedAt = now - 30 * 86_400;
  const expiresAt = addPeriod(startedAt, { unit: 'year', amount: 1 });
  await db.insert(t.holdings).values({
    publisherId: PUBLISHER_ID,
    customerId: subscriber,
    offerId: 'S598310247_DE',
    offerTitle: 'Nordlicht Annual',
    status: 'active',
    startedAt,
    expiresAt,
    nextPaymentAt: expiresAt - 3 * 86_400,
    price: 8999,
    periodStartedAt: startedAt,
    periodPaid: 8999,
    country: 'DE',
    taxRate: 1900,
    renews: true,
    currency: 'EUR',
    period: 'year',
    gateway: 'adyen',
    method: 'card',
    externalPaymentId: 'QF7N2T6XG5R5LZB2',
  });
  await db.insert(t.paymentDetails).values({
    customerId: subscriber,
    paymentMethodId: 140960101,
    gateway: 'adyen',
    method: 'card',
    active: true,
    params: { variant: 'mc', lastCardFourDigits: '1111', holderName: 'Mara Vogt', cardExpirationDate: '03/2030' },
  });
}

interface Persona {
  email: string;
  password: string;
  firstName: string;
  lastName: string;
}

async function addPersona(db: Db, persona: Persona, now: number): Promise<number> {
  const { email, password, firstName, lastName } = persona;
  const [row] = await db
    .insert(t.customers)
    .values({
      publisherId: PUBLISHER_ID,
      email,
      passwordHash: await hashPassword(password),
      firstName,
      lastName,
      country: 'DE',
      currency: 'EUR',
      locale: 'de_DE',
      registeredAt: now - 60 * 86_400,
      lastLoginAt: now - 86_400,
      lastIp: '203.0.113.24',
      captureSubmitted: true,
    })
    .returning({ id: t.customers.id });
  const customerId = row!.id;
  await db.insert(t.customerConsents).values([
    { customerId, name: 'broadcaster_terms', version: '3', state: 'accepted', date: now },
    { customerId, name: 'broadcaster_marketing', version: '1', state: 'declined', date: now },
  ]);
  await db.insert(t.captureAnswers).values([
    { customerId, key: 'firstNameLastName', answer: { firstName, lastName } },
    {
      customerId,
      key: 'address',
      answer: { address: 'Hafenstraße 4', address2: null, city: 'Hamburg', state: null, postCode: '20457', country: 'DE' },
    },
    { customerId, key: 'custom_2', answer: 'North' },
  ]);
  return customerId;
}
