import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { exportWorld } from '../../sandbox/src/db/world.js';
import { openApp, type Call, type Person, type TestApp } from './app.js';
import { OPERATIONS, VISITS, type Operation } from './operations.js';

/** Every operation is visited: with a success, which has to be what the contract says, and with each refusal that all of them share. */
describe('every operation', () => {
  let app: TestApp;
  let stranger: Person;
  let foreigner: Person;
  let forged: Person;
  let expired: Person;

  before(async () => {
    app = await openApp();
    expired = await app.register();
    await app.pass('PT16M');
    stranger = await app.register();
    foreigner = await app.register({ publisherId: SECOND_PUBLISHER_ID, country: 'GB', currency: 'GBP', locale: 'en_GB' });
    const [head, , signature] = stranger.jwt.split('.');
    const claims = Buffer.from(JSON.stringify({ customerId: stranger.customerId, exp: 9_999_999_999 })).toString('base64url');
    forged = { ...stranger, jwt: `${head}.${claims}.${signature}` };
  });
  after(() => app.close());

  test('is in the table', () => {
    assert.deepEqual(Object.keys(VISITS).sort(), OPERATIONS.map(({ operationId }) => operationId).sort());
  });

  for (const operation of OPERATIONS) {
    test(`${operation.operationId}: ${operation.method} ${operation.path}`, async () => {
      const somebody = await app.register();
      const { call, owned } = await VISITS[operation.operationId]!(app, somebody);
      if (operation.security) await refusesWithoutSession(operation, call);
      await refusesOddRequests(operation, { ...call, as: somebody });
      if (owned) await refusesOthers(operation, call);
      await app.ok(operation, operation.security ? { ...call, as: somebody } : call);
    });
  }

  async function refusesWithoutSession(operation: Operation, call: Call): Promise<void> {
    const missing = await app.no(operation, call);
    assert.deepEqual(missing, { status: 401, code: 'AUTH0001', text: 'Missing required JWT' });
    const empty = await app.no(operation, { ...call, headers: { Authorization: '' } });
    assert.equal(empty.code, 'AUTH0001');
    const bad = await app.no(operation, { ...call, as: forged });
    assert.deepEqual(bad, { status: 401, code: 'AUTH0002', text: 'Invalid JWT token' });
    const old = await app.no(operation, { ...call, as: expired });
    assert.equal(old.status, 401);
    assert.equal(old.code, 'AUTH0003');
    assert.match(old.text, /JWT/);
  }

  /** Whatever a stranger does, of the same publisher or of another one, is refused and leaves no trace. */
  async function refusesOthers(operation: Operation, call: Call): Promise<void> {
    const before = await exportWorld(app.db, app.platform.clock);
    for (const other of [stranger, foreigner]) {
      const { status } = await app.no(operation, { ...call, as: other });
      assert.ok([401, 404, 422].includes(status), `${operation.operationId} answers ${status} to a stranger`);
    }
    const after = await exportWorld(app.db, app.platform.clock);
    assert.deepEqual(after.tables, before.tables, `${operation.operationId} has changed something for a stranger`);
  }

  async function refusesOddRequests(operation: Operation, call: Call): Promise<void> {
    if (operation.request.body) {
      for (const body of ['{"half":', '[]', '"text"', '7']) {
        const { status, code } = await app.no(operation, { ...call, body });
        assert.deepEqual([status, code], [400, 'REQ0001'], `${operation.operationId} with ${body}`);
      }
    }
    for (const [name, value] of Object.entries(call.params ?? {})) {
      if (!/^\d+$|^[A-Z]\d{9}/.test(String(value))) continue;
      for (const odd of ['abc', '1e9', '99999999999999999999', '-1', "1' or '1'='1"]) {
        const { status, code } = await app.no(operation, { ...call, params: { ...call.params, [name]: odd } });
        assert.deepEqual([status, code], [400, 'REQ0003'], `${operation.operationId} with ${name} ${odd}`);
      }
    }
  }
});
