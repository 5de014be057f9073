import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { and, eq } from 'drizzle-orm';
import { customers, settings } from '../../sandbox/src/db/schema.js';
import { PERSONA_HASH, PERSONA_PASSWORD, PERSONAS } from '../../sandbox/src/db/seed/personas.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openPlatform } from '../../sandbox/src/open-platform.js';
import { verifyPassword } from '../../sandbox/src/passwords.js';

/** Starts a sandbox in memory and ends it. @returns what shows whether it told its world itself */
async function started() {
  const { platform, close } = await openPlatform({ data: 'memory', origin: () => 'http://sandbox.test' });
  const wanted = and(eq(customers.email, PERSONAS.subscriber.email), eq(customers.publisherId, PUBLISHER_ID));
  const [person] = await platform.db.select().from(customers).where(wanted);
  const [key] = await platform.db.select().from(settings).where(eq(settings.key, 'signing-key'));
  const { frozen, offset } = platform.clock;
  await close();
  return { registeredAt: person?.registeredAt, key: JSON.stringify(key?.value), clock: { frozen, offset } };
}

describe('a fresh start in memory', () => {
  test('takes the world that an earlier one told the same day, and shares no secret with it', async () => {
    const first = await started();
    const second = await started();
    assert.ok(first.registeredAt);
    assert.equal(second.registeredAt, first.registeredAt);
    assert.notEqual(second.key, first.key);
    assert.deepEqual(second.clock, { frozen: false, offset: 0 });
  });

  test('lets everybody in it log in with the password that is shown', async () => {
    assert.equal(await verifyPassword(PERSONA_PASSWORD, PERSONA_HASH), true);
  });
});
