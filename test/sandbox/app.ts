import assert from 'node:assert/strict';
import { eq } from 'drizzle-orm';
import { createApp } from '../../sandbox/src/app.js';
import { createOrder } from '../../sandbox/src/contract/orders.js';
import { settle, type StoredPayment } from '../../sandbox/src/db/purchase.js';
import { customers, holdings, orders } from '../../sandbox/src/db/schema.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openPlatform } from '../../sandbox/src/open-platform.js';
import { hashPassword } from '../../sandbox/src/passwords.js';
import { parseDuration } from '../../sandbox/src/rules/duration.js';

/** The moment at which every test world begins: 1 February 2027, 12:00 UTC. */
export const START = Date.UTC(2027, 1, 1, 12) / 1000;

/** An operation of the contract, as far as calling it needs. */
interface Operation {
  operationId?: string | undefined;
  method: string;
  path: string;
  responses: { 200: { content: { 'application/json': { schema: { parse(value: unknown): unknown } } } } };
}

type Schema<O extends Operation> = O['responses'][200]['content']['application/json']['schema'];
type Answered<O extends Operation> = ReturnType<Schema<O>['parse']> extends { responseData: infer D } ? D : never;

export interface Person {
  customerId: number;
  publisherId: number;
  email: string;
  jwt: string;
}

export interface Call {
  params?: Record<string, string | number>;
  query?: Record<string, string | number>;
  body?: unknown;
  as?: Person | undefined;
  headers?: Record<string, string>;
}

/** What the platform said when it refused. */
export interface Failure {
  status: number;
  code: string | undefined;
  text: string;
}

/** What a purchase is paid with; a card unless said otherwise. */
export interface Means {
  gateway?: string;
  renewals?: 'accepted' | 'refused' | 'needs-authentication';
  order?: Record<string, unknown>;
}

export interface Visit {
  call: Call;
  /** The call names a customer, or something of theirs: nobody else may make it. */
  owned?: true;
}

/** How to call an operation so that it succeeds, for somebody who has nothing yet. */
export type Prepare = (app: TestApp, as: Person) => Promise<Visit> | Visit;

let people = 0;
let hash: Promise<string> | undefined;

/** A sandbox in memory, with the catalogue, no people, and its clock stopped at `START`. */
export async function openApp() {
  const { platform, close } = await openPlatform({ data: 'memory', origin: () => 'http://sandbox.test', world: 'empty', at: START });
  const app = createApp(platform);
  async function send(operation: Operation, { params = {}, query = {}, body, as, headers = {} }: Call): Promise<Response> {
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
    const url = new URL(path, 'http://sandbox.test');
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
    return app.fetch(
      new Request(url, {
        method: operation.method.toUpperCase(),
        headers: {
          ...(as ? { Authorization: `Bearer ${as.jwt}` } : {}),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    );
  }

  async function session({ customerId, publisherId, email }: Omit<Person, 'jwt'>): Promise<Person> {
    const { jwt } = await platform.tokens.start({ customerId, publisherId });
    return { customerId, publisherId, email, jwt };
  }

  return {
    platform,
    db: platform.db,
    send,
    /** A page, as a browser asks for it; a redirect is not followed. */
    fetch: async (url: string, init?: RequestInit): Promise<Response> => app.fetch(new Request(new URL(url, 'http://sandbox.test'), init)),
    now: () => platform.clock.now(),

    /** Calls an operation that has to succeed. The answer has to be what the contract says, no more and no less. */
    async ok<O extends Operation>(operation: O, call: Call = {}): Promise<Answered<O>> {
      const response = await send(operation, call);
      const body: unknown = await response.json();
      assert.equal(response.status, 200, `${operation.method} ${operation.path}: ${JSON.stringify(body)}`);
      const schema = operation.responses[200].content['application/json'].schema;
      assert.deepEqual(schema.parse(body), body, `${operation.operationId} answers with fields that are not in the contract`);
      return (body as { responseData: Answered<O> }).responseData;
    },

    /** Calls an operation that has to be refused. */
    async no(operation: Operation, call: Call = {}): Promise<Failure> {
      const response = await send(operation, call);
      const body = (await response.json()) as { errors?: string[]; code?: string; message?: string; responseData?: unknown };
      assert.notEqual(response.status, 200, `${operation.operationId} succeeded: ${JSON.stringify(body)}`);
      assert.equal(body.responseData, undefined);
      assert.equal(body.errors?.length, 1);
      assert.equal(body.message, body.errors?.[0]);
      return { status: response.status, code: body.code, text: body.errors?.[0] ?? '' };
    },

    /** Somebody new, with the password `Password1`. */
    async register(more: { publisherId?: number; country?: string; currency?: string; locale?: string } = {}): Promise<Person> {
      const email = `person${++people}@example.com`;
      const { publisherId = PUBLISHER_ID, country = 'DE', currency = 'EUR', locale = 'de_DE' } = more;
      // Hashing takes its time on purpose: all share one.
      hash ??= hashPassword('Password1');
      const at = platform.clock.now();
      const seen = { registeredAt: at, lastLoginAt: at, lastIp: '203.0.113.24' };
      const row = { publisherId, email, passwordHash: await hash, country, currency, locale, ...seen };
      const [added] = await platform.db.insert(customers).values(row).returning();
      return session({ customerId: added!.id, publisherId, email });
    },

    /** Gives somebody another address, without any question. */
    rename: (customerId: number, email: string) => platform.db.update(customers).set({ email }).where(eq(customers.id, customerId)),

    order(as: Person, offerId: string, more: Record<string, unknown> = {}) {
      return this.ok(createOrder, { as, body: { offerId, customerId: as.customerId, ...more } }).then(({ order }) => order);
    },

    /** Buys an offer as if the payment had gone through. */
    async buy(as: Person, offerId: string, { gateway = 'adyen', renewals = 'accepted', order = {} }: Means = {}): Promise<StoredPayment> {
      const { id } = await this.order(as, offerId, { paymentMethodId: 140960101, ...order });
      const [stored] = await platform.db.select().from(orders).where(eq(orders.id, id));
      const params = { variant: 'visa', lastCardFourDigits: '4242', holderName: 'Mara Vogt', cardExpirationDate: '03/2040' };
      const how = { gateway, method: gateway === 'paypal' ? 'paypal' : 'card', externalId: `EXT${id}`, params, renewals };
      return settle(platform.db, stored!, how, platform.clock.now());
    },

    /** What the database holds of a customer, oldest first. */
    holdingsOf: (as: Person) => platform.db.select().from(holdings).where(eq(holdings.customerId, as.customerId)).orderBy(holdings.id),

    /** Lets time pass: an ISO 8601 duration, or up to a moment. The JWTs of the past stay what they were: expired. */
    async pass(time: string | number): Promise<void> {
      await platform.lifecycle.advance((now) => (typeof time === 'number' ? time : now + parseDuration(time, now)!));
    },

    /** The same person with a fresh session. */
    again: (as: Person): Promise<Person> => session(as),
    close,
  };
}

export type TestApp = Awaited<ReturnType<typeof openApp>>;
