import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { customers, events, holdings, switches } from '../../sandbox/src/db/schema.js';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PERSONA_PASSWORD, PERSONAS, type PersonaName } from '../../sandbox/src/db/seed/personas.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import type { World } from '../../sandbox/src/db/world.js';
import { dueAt } from '../../sandbox/src/rules/lifecycle.js';
import { openShop, seconds, START, type Shop } from './shop.js';

let shop: Shop;
let other: Shop;
before(async () => ([shop, other] = await Promise.all([openShop(), openShop('empty', '2029-01-01T00:00:00Z')])));
after(() => Promise.all([shop.close(), other.close()]));

const reset = (where: Shop, world: string, at?: string) => where.ask('POST', '/sandbox/reset', { body: { world, ...(at ? { at } : {}) } });
const exported = (where: Shop) => where.ask<World>('GET', '/sandbox/world');

/** What a world is, but for its secrets, which no two worlds share. */
const comparable = ({ tables, ...world }: World) => {
  const { customers: people = [], ...rest } = tables;
  return {
    ...world,
    tables: { ...rest, settings: [], refresh_tokens: [], customers: people.map((person) => ({ ...person, passwordHash: '' })) },
  };
};

/** Some months in the life of a few people. */
async function livesOn(where: Shop): Promise<void> {
  const one = await where.persona('fresh@example.com');
  await where.buy(one, OFFERS.monthly);
  await where.clock({ advance: 'P20D' });
  const two = await where.persona('grace@example.com');
  await where.renewals(two.id, 'accepted');
  await where.clock({ advance: 'P2M' });
  await where.buy(await where.signedIn(one.id), OFFERS.rental);
  await where.clock({ advance: 'P5M' });
}

describe('the clock', () => {
  beforeEach(() => reset(shop, 'empty', START));

  test('says where it stands', async () => {
    const view = await shop.ask<{ now: string; frozen: boolean; offsetSeconds: number }>('GET', '/sandbox/clock');
    assert.deepEqual([view.now, view.frozen], ['2026-01-31T12:00:00.000Z', true]);
  });

  test('goes forward by durations and to moments, over any distance', async () => {
    assert.equal((await shop.clock({ advance: 'P1M' })).now, '2026-02-28T12:00:00.000Z');
    assert.equal((await shop.clock({ advance: 'PT90M' })).now, '2026-02-28T13:30:00.000Z');
    assert.equal((await shop.clock({ to: '2036-03-01T00:00:00+02:00' })).now, '2036-02-29T22:00:00.000Z');
    assert.equal((await shop.clock({ to: '9999-12-31T23:59:59Z' })).now, '9999-12-31T23:59:59.000Z');
  });

  test('never goes back, and takes nothing that is no time', async () => {
    const back = await shop.call('POST', '/sandbox/clock', { body: { to: '2026-01-31T11:59:59Z' } });
    assert.deepEqual([back.status, back.body.errors], [422, ['The clock only goes forward: it is 2026-01-31T12:00:00.000Z']]);
    for (const advance of ['P8000Y', 'P99999999999999Y']) {
      const far = await shop.call('POST', '/sandbox/clock', { body: { advance } });
      assert.deepEqual([far.status, far.body.errors], [422, ['The clock goes as far as 9999-12-31T23:59:59.000Z']]);
    }
    for (const body of [
      {},
      { advance: '1 month' },
      { advance: 'P' },
      { to: 'tomorrow' },
      { advance: 'P1D', to: START },
      { freeze: 'yes' },
    ]) {
      const { status, body: answer } = await shop.call('POST', '/sandbox/clock', { body });
      assert.deepEqual([status, answer.code], [400, 'REQ0001'], JSON.stringify(body));
    }
  });

  test('runs on from where it stood', async () => {
    const running = await shop.clock({ freeze: false });
    assert.equal(running.frozen, false);
    assert.ok(Math.abs(seconds(running.now) - seconds(START)) <= 2);
    const stopped = await shop.clock({ freeze: true, advance: 'P1D' });
    assert.equal(stopped.frozen, true);
    assert.ok(seconds(stopped.now) >= seconds('2026-02-01T12:00:00Z'));
  });
});

describe('worlds', () => {
  test('empty has the catalogue and nobody', async () => {
    await reset(shop, 'empty', START);
    assert.deepEqual(await shop.db.select().from(customers), []);
    assert.deepEqual(await shop.db.select().from(events), []);
    assert.equal((await shop.ask<{ offerTitle: string }>('GET', `/offers/${OFFERS.monthly}_DE`)).offerTitle, 'Nordlicht Monthly');
  });

  test('the same start and the same calls give the same ids, events and order', async () => {
    const runs: unknown[] = [];
    for (const where of [shop, other]) {
      await reset(where, 'default', START);
      await livesOn(where);
      runs.push(comparable(await exported(where)));
    }
    assert.deepEqual(runs[0], runs[1]);
  });

  test('one advance over months and many small ones end the same', async () => {
    for (const [where, steps] of [
      [shop, ['P6M']],
      [other, Array.from({ length: 6 }, (_, i) => `2026-0${i + 2}-28T12:00:00Z`)],
    ] as const) {
      await reset(where, 'default', '2026-01-28T12:00:00Z');
      for (const step of steps) await where.clock(step.startsWith('P') ? { advance: step } : { to: step });
    }
    assert.deepEqual(comparable(await exported(shop)), comparable(await exported(other)));
  });

  test('an exported world goes on elsewhere exactly as here', async () => {
    await reset(shop, 'default', START);
    const one = await shop.persona('fresh@example.com');
    const world = await exported(shop);
    await other.ask('PUT', '/sandbox/world', { body: world });
    assert.deepEqual(await exported(other), world);
    // Whoever was signed in still is.
    assert.equal((await other.ask<{ email: string }>('GET', `/customers/${one.id}`, { as: one })).email, 'fresh@example.com');
    for (const where of [shop, other]) await where.buy(one, OFFERS.monthly);
    for (const where of [shop, other]) await where.clock({ advance: 'P20D' });
    for (const where of [shop, other]) await where.buy(await where.signedIn(one.id), OFFERS.quarterly);
    for (const where of [shop, other]) await where.clock({ advance: 'P1Y' });
    assert.deepEqual(comparable(await exported(shop)), comparable(await exported(other)));
  });

  test('a world that does not fit is refused, and nothing is lost', async () => {
    await reset(shop, 'default', START);
    const world = await exported(shop);
    const spoilt: [Partial<World> | string, number, RegExp][] = [
      ['not a world', 400, /Invalid param/],
      [{ format: 'something' as World['format'] }, 400, /Invalid param format/],
      [{ migrations: ['000-older'] }, 422, /database of another form/],
      [{ tables: { ...world.tables, films: [] } }, 422, /there is no table films here/],
      [{ tables: { ...world.tables, holdings: undefined as never } }, 422, /table holdings is missing/],
      [{ tables: { ...world.tables, offers: [{ id: 'S000000001' }] } }, 422, /offers, row 1, has not the columns/],
      [{ tables: { ...world.tables, orders: [{ ...world.tables['orders']![0], total: 'much' }] } }, 422, /orders: .*"much"/],
      [{ tables: { ...world.tables, orders: [world.tables['orders']![0]!, world.tables['orders']![0]!] } }, 422, /orders: duplicate key/],
      [{ clock: { now: 9e15, frozen: true } }, 400, /Invalid param clock.now/],
      [{ tables: { ...world.tables, settings: [{ key: 'signing-key', value: { kty: 'none' } }] } }, 422, /signing key is none/],
      [{ sequences: { ...world.sequences, nothing: 1 } }, 422, /there is no sequence nothing here/],
      [{ sequences: {} }, 422, /sequence .+ is missing/],
      [{ sequences: { ...world.sequences, draws: -1 } }, 422, /sequence draws cannot be at -1/],
      [{ sequences: { ...world.sequences, customers_id_seq: 1 } }, 422, /sequence customers_id_seq is behind its table/],
      [{ sequences: { ...world.sequences, events_id_seq: null } }, 422, /sequence events_id_seq is behind its table/],
    ];
    for (const [change, status, says] of spoilt) {
      const body = typeof change === 'string' ? [change] : { ...world, ...change };
      const answer = await shop.call('PUT', '/sandbox/world', { body });
      assert.equal(answer.status, status, JSON.stringify(answer.body));
      assert.match(answer.body.errors?.[0] ?? '', says);
    }
    assert.deepEqual(await exported(shop), world);
  });

  test('a reset signs everybody out', async () => {
    await reset(shop, 'default', START);
    const one = await shop.persona('viewer@example.com');
    assert.equal((await shop.call('GET', `/customers/${one.id}`, { as: one })).status, 200);
    await reset(shop, 'default', START);
    const answer = await shop.call('GET', `/customers/${one.id}`, { as: one });
    assert.deepEqual([answer.status, answer.body.code], [401, 'AUTH0002']);
  });

  test('an unknown world is refused', async () => {
    assert.equal((await shop.call('POST', '/sandbox/reset', { body: { world: 'mars' } })).status, 400);
  });
});

describe('events', () => {
  before(() => reset(shop, 'default', START));
  const list = (query: string) =>
    shop.ask<{ items: { id: number; type: string; customerId: number }[] }>('GET', `/sandbox/events?${query}`);

  test('can be read on from the last one seen', async () => {
    const first = (await list('limit=5')).items;
    const next = (await list(`limit=5&after=${first.at(-1)!.id}`)).items;
    assert.deepEqual(
      [...first, ...next].map(({ id }) => id),
      Array.from({ length: 10 }, (_, i) => i + 1),
    );
  });

  test('of one customer, or of one type', async () => {
    const one = await shop.persona('trial@example.com');
    const mine = (await list(`customerId=${one.id}`)).items;
    assert.deepEqual(
      mine.map(({ type }) => type),
      ['customerRegistered', 'transactionCreated', 'subscriptionCreated', 'paymentDetailsUpdated'],
    );
    assert.deepEqual(
      (await list('type=subscriptionPaused')).items.map(({ type }) => type),
      ['subscriptionPaused'],
    );
    assert.equal((await shop.call('GET', '/sandbox/events?type=nothing')).status, 400);
    assert.equal((await shop.call('GET', '/sandbox/events?limit=0')).status, 400);
  });
});

describe('personas', () => {
  before(() => reset(shop, 'default', START));

  const heldBy = async (name: PersonaName) => (await shop.held((await shop.persona(PERSONAS[name].email)).id)).map(({ status }) => status);

  test('are in the states they are said to be in', async () => {
    const states = {
      subscriber: ['active'],
      withoutPlan: [],
      trial: ['active'],
      active: ['active'],
      cancelled: ['cancelled'],
      grace: ['active'],
      terminated: ['terminated'],
      lapsed: ['expired'],
      paused: ['paused'],
      upgrade: ['active'],
      downgrade: ['active'],
      giver: [],
      gifted: ['active'],
      pass: ['expired', 'active'],
      rental: ['active', 'active'],
      event: ['active'],
      season: ['active'],
      apple: ['active'],
      several: ['active', 'active', 'active'],
      twice: ['active', 'active'],
    } satisfies Partial<Record<PersonaName, string[]>>;
    for (const [name, expected] of Object.entries(states)) assert.deepEqual(await heldBy(name as PersonaName), expected, name);
  });

  test('show what they are there for', async () => {
    const now = seconds(START);
    const row = async (name: PersonaName) => (await shop.held((await shop.persona(PERSONAS[name].email)).id)).at(-1)!;
    assert.ok((await row('trial')).trialEndsAt! > now);
    for (const name of ['grace', 'authentication'] as const)
      assert.ok((await row(name)).expiresAt! < now && (await row(name)).graceEndsAt! > now);
    for (const store of ['apple', 'android', 'roku', 'amazon', 'samsung', 'vizio'] as const) assert.equal((await row(store)).store, store);
    assert.equal((await row('gifted')).renews, false);
    const pending = await shop.db.select().from(switches);
    assert.deepEqual(
      pending.map(({ direction, status }) => [direction, status]),
      [
        ['upgrade', 'inprogress'],
        ['downgrade', 'pending'],
      ],
    );
    assert.equal((await shop.transactions((await shop.persona(PERSONAS.collector.email)).id)).length, 130);
    const consent = await shop.persona(PERSONAS.oldTerms.email);
    const { consents } = await shop.ask<{ consents: { needsUpdate: boolean }[] }>('GET', `/customers/${consent.id}/consents`, {
      as: consent,
    });
    assert.deepEqual(
      consents.map(({ needsUpdate }) => needsUpdate),
      [true, false],
    );
    const capture = await shop.persona(PERSONAS.captureDue.email);
    const status = await shop.ask<{ shouldCaptureBeDisplayed: boolean }>('GET', `/customers/${capture.id}/capture/status`, { as: capture });
    assert.equal(status.shouldCaptureBeDisplayed, true);
  });

  test('log in with the documented password', async () => {
    const body = { email: PERSONAS.grace.email, password: PERSONA_PASSWORD, publisherId: PUBLISHER_ID };
    await shop.ask('POST', '/auths', { body });
  });

  test('of one publisher are nobody at the other', async () => {
    const login = (publisherId: number) =>
      shop.ask<{ customerId: number }>('POST', '/auths', {
        body: { email: 'viewer@example.com', password: PERSONA_PASSWORD, publisherId },
      });
    const [here, there] = [await login(PUBLISHER_ID), await login(SECOND_PUBLISHER_ID)];
    assert.notEqual(here.customerId, there.customerId);
    const foreign = await shop.call('POST', '/auths', {
      body: { email: PERSONAS.trial.email, password: PERSONA_PASSWORD, publisherId: SECOND_PUBLISHER_ID },
    });
    assert.ok([401, 422].includes(foreign.status));
    const [row] = await shop.db
      .select()
      .from(customers)
      .where(and(eq(customers.publisherId, SECOND_PUBLISHER_ID), eq(customers.email, 'viewer@example.com')));
    const { jwt } = await shop.platform.tokens.start({ customerId: row!.id, publisherId: SECOND_PUBLISHER_ID });
    const as = { id: row!.id, jwt };
    assert.equal((await shop.call('GET', `/customers/${here.customerId}`, { as })).status, 401);
    const order = await shop.call('POST', '/orders', {
      as,
      body: { offerId: `${OFFERS.monthly}_DE`, customerId: as.id, paymentMethodId: 0 },
    });
    assert.equal(order.status, 422);
    const offers = await shop.ask<{ id: string }[]>('GET', '/offers', { as });
    assert.deepEqual(offers.map(({ id }) => id).sort(), [OFFERS.secondMonthly, OFFERS.secondPass].sort());
  });

  test('are due when the rules say so: the database derives the same', async () => {
    for (const row of await shop.db.select().from(holdings)) assert.equal(row.dueAt, dueAt(row) ?? null, JSON.stringify(row));
  });
});
