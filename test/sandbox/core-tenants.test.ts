import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { exportWorld } from '../../sandbox/src/db/world.js';
import { openApp, type TestApp } from './app.js';
import { CORE_OPERATIONS, CORE_VISITS, newPublisher, newThings, type Publisher, type Things } from './core-operations.js';
import type { Operation } from './operations.js';

/** Every operation of the Core API succeeds with the key of the publisher whose things it names, and with nobody else's. */
describe('every operation of the Core API', () => {
  let app: TestApp;
  let mine: Publisher;
  let theirs: Publisher;
  let own: Things;
  let foreign: Things;

  before(async () => {
    app = await openApp();
    mine = await newPublisher(app, 'Mine');
    theirs = await newPublisher(app, 'Theirs');
    own = await newThings(app, mine);
    foreign = await newThings(app, theirs);
  });
  after(() => app.close());

  test('is in the table', () => {
    assert.deepEqual(Object.keys(CORE_VISITS).sort(), CORE_OPERATIONS.map(({ operationId }) => operationId).sort());
  });

  test('succeeds with the key of the publisher, and answers as the contract says', async () => {
    for (const operation of inOrder()) {
      const call = { ...CORE_VISITS[operation.operationId]!(own, app), headers: mine.headers };
      for (const headers of [{}, { 'X-Publisher-Token': '' }, { 'X-Publisher-Token': 'sandbox_wrong' }] as Record<string, string>[]) {
        assert.equal((await app.no(operation, { ...call, headers })).status, 401, operation.operationId);
      }
      await app.ok(operation, call);
    }
    own = await newThings(app, mine);
  });

  /** Those that take away what others need come last. */
  function inOrder(): Operation[] {
    const last = [
      'coreCreatePayment',
      'coreRedeemGift',
      'coreUpdateSubscription',
      'corePauseSubscription',
      'coreUpdatePayment',
      'coreDeleteCustomer',
    ];
    const rank = ({ operationId }: Operation) => 1 + last.indexOf(operationId);
    return [...CORE_OPERATIONS].sort((one, other) => rank(one) - rank(other));
  }

  test('never reads nor writes across, whatever ids a key is used with', async () => {
    const before = await rowsOf(theirs.id);
    const secrets = valuesOf(before);
    const fields = Object.keys(own) as (keyof Things)[];
    const mixed = fc.record({
      id: fc.constantFrom(...Object.keys(CORE_VISITS)),
      foreignFields: fc.subarray(fields, { minLength: 1 }),
      all: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(mixed, async ({ id, foreignFields, all }) => {
        const operation = CORE_OPERATIONS.find(({ operationId }) => operationId === id)!;
        const things = { ...own };
        for (const field of all ? fields : foreignFields) Object.assign(things, { [field]: foreign[field] });
        const response = await app.send(operation, { ...CORE_VISITS[id]!(things, app), headers: mine.headers });
        const body = (await response.json()) as { responseData?: unknown };
        assert.ok(response.status < 500, `${id} answers ${response.status}`);
        const leaked = leaves(body.responseData).filter((value) => secrets.has(String(value)));
        assert.deepEqual(leaked, [], `${id} tells of another publisher`);
      }),
      { numRuns: process.env['FULL'] ? 2000 : 250 },
    );
    assert.deepEqual(await rowsOf(theirs.id), before);
  });

  /** What the database holds of a publisher, its customers' belongings included. */
  async function rowsOf(publisherId: number): Promise<Record<string, Record<string, unknown>[]>> {
    const { tables } = await exportWorld(app.db, app.platform.clock);
    const customers = new Set(tables['customers']!.filter((row) => row['publisherId'] === publisherId).map((row) => row['id']));
    const ids = new Set(tables['offers']!.filter((row) => row['publisherId'] === publisherId).map((row) => row['id']));
    const belongs = (row: Record<string, unknown>) =>
      row['publisherId'] === publisherId ||
      customers.has(row['customerId']) ||
      (row['publisherId'] === undefined && ids.has(row['offerId']));
    return Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.filter(belongs)]));
  }

  /** Ids, addresses and codes by which a leak would be known. */
  function valuesOf(rows: Record<string, Record<string, unknown>[]>): Set<string> {
    const named = ['customers', 'orders', 'payments', 'holdings', 'gifts', 'campaigns', 'switches', 'payment_details'];
    const ids = named.flatMap((name) => (rows[name] ?? []).flatMap(({ id, email, code }) => [id, email, code]));
    const sold = (rows['offers'] ?? []).flatMap(({ id }) => [id, `${String(id)}_DE`]);
    return new Set([...ids, ...sold].filter((value) => value !== undefined && value !== null).map(String));
  }

  function leaves(value: unknown): unknown[] {
    if (typeof value !== 'object' || value === null) return [value];
    return Object.values(value).flatMap(leaves);
  }
});
