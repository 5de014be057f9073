import assert from 'node:assert/strict';
import { and, eq } from 'drizzle-orm';
import { createApp } from '../../sandbox/src/app.js';
import { customers, events, holdings, paymentDetails, payments, transactions } from '../../sandbox/src/db/schema.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import type { WorldName } from '../../sandbox/src/db/seed/worlds.js';
import { openPlatform } from '../../sandbox/src/open-platform.js';

/** Where the clock of a test's world stands: on a 31st, the day on which months go wrong. */
export const START = '2026-01-31T12:00:00Z';

export const seconds = (time: string): number => Date.parse(time) / 1000;
export const dayOf = (time: number | null | undefined): string | undefined =>
  time == null ? undefined : new Date(time * 1000).toISOString().slice(0, 10);

export interface Shopper {
  id: number;
  jwt: string;
}

/** The documented card of the platform, as the Drop-in sends it to a sandbox. */
export const CARD = {
  type: 'scheme',
  encryptedCardNumber: 'test_5555444433331111',
  encryptedExpiryMonth: 'test_03',
  encryptedExpiryYear: 'test_2030',
  encryptedSecurityCode: 'test_737',
  holderName: 'Mara Vogt',
};

export const METHODS = { card: 140960101, free: 140960108 } as const;

let newcomers = 0;

/** A sandbox in memory with a stopped clock, asked over its API but without a port. */
export async function openShop(world: WorldName = 'empty', at = START) {
  const { platform, close } = await openPlatform({ data: 'memory', origin: () => 'http://sandbox.test', world, at: seconds(at) });
  const app = createApp(platform);
  const { db } = platform;

  async function call(method: string, path: string, { as, body }: { as?: Shopper | undefined; body?: unknown } = {}) {
    const response = await app.fetch(
      new Request(`http://sandbox.test${path}`, {
        method,
        headers: { 'Content-Type': 'application/json', ...(as ? { Authorization: `Bearer ${as.jwt}` } : {}) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return { status: response.status, body: JSON.parse(text) as Answer };
  }

  /** Asks for what must succeed. @returns the data in the envelope, or an answer without one */
  async function ask<T>(method: string, path: string, how: { as?: Shopper | undefined; body?: unknown } = {}): Promise<T> {
    const { status, body } = await call(method, path, how);
    assert.equal(status, 200, `${method} ${path}: ${JSON.stringify(body)}`);
    return (body.responseData ?? body) as T;
  }

  const shop = {
    platform,
    db,
    call,
    ask,
    close,

    /** Signed in anew: tokens live a quarter of an hour. */
    async signedIn(id: number): Promise<Shopper> {
      const { jwt } = await platform.tokens.start({ customerId: id, publisherId: PUBLISHER_ID });
      return { id, jwt };
    },

    async persona(email: string): Promise<Shopper> {
      const wanted = and(eq(customers.email, email), eq(customers.publisherId, PUBLISHER_ID));
      const [row] = await db.select().from(customers).where(wanted);
      return shop.signedIn(row!.id);
    },

    /** Somebody new, without the cost of hashing a password. */
    async newcomer(): Promise<Shopper> {
      const person = { publisherId: PUBLISHER_ID, email: `newcomer-${++newcomers}@example.org`, passwordHash: '' };
      const place = { country: 'DE', currency: 'EUR', locale: 'de_DE', lastIp: '203.0.113.24' };
      const now = platform.clock.now();
      const [row] = await db
        .insert(customers)
        .values({ ...person, ...place, registeredAt: now, lastLoginAt: now })
        .returning({ id: customers.id });
      return shop.signedIn(row!.id);
    },

    order: (as: Shopper, offerId: string, paymentMethodId: number = METHODS.card, more: Record<string, unknown> = {}) =>
      ask<{ order: { id: number; totalPrice: number } }>('POST', '/orders', {
        as,
        body: { offerId, customerId: as.id, country: 'DE', paymentMethodId, ...more },
      }).then(({ order }) => order),

    pay: (as: Shopper, orderId: number) =>
      ask<{ payment: { id: number; totalAmount: number } }>('POST', '/connectors/adyen/initial-payment', {
        as,
        body: { orderId, paymentMethod: CARD, returnUrl: 'https://shop.example/return' },
      }).then(({ payment }) => payment),

    /** Buys an offer with a card. */
    async buy(as: Shopper, offerId: string, more: Record<string, unknown> = {}) {
      return shop.pay(as, (await shop.order(as, offerId, METHODS.card, more)).id);
    },

    clock: (body: unknown) => ask<{ now: string; frozen: boolean }>('POST', '/sandbox/clock', { body }),

    /** What will happen when the customer's renewals are charged from now on. */
    renewals: (id: number, outcome: 'accepted' | 'refused' | 'needs-authentication') =>
      db.update(paymentDetails).set({ renewals: outcome }).where(eq(paymentDetails.customerId, id)),

    held: (id: number) => db.select().from(holdings).where(eq(holdings.customerId, id)).orderBy(holdings.id),

    /** The only thing somebody has. */
    async onlyOf(id: number) {
      const rows = await shop.held(id);
      assert.equal(rows.length, 1);
      return rows[0]!;
    },

    payments: (id: number) => db.select().from(payments).where(eq(payments.customerId, id)).orderBy(payments.id),
    transactions: (id: number) => db.select().from(transactions).where(eq(transactions.customerId, id)).orderBy(transactions.id),
    events: (id: number) => db.select().from(events).where(eq(events.customerId, id)).orderBy(events.id),

    /** The types of what happened to a customer, in their order. */
    story: async (id: number) => (await shop.events(id)).map(({ type, at: when }) => `${dayOf(when)} ${type}`),
  };
  return shop;
}

interface Answer {
  responseData?: unknown;
  errors?: string[];
  code?: string;
}

export type Shop = Awaited<ReturnType<typeof openShop>>;
