import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PERSONA_PASSWORD, PERSONAS } from '../../sandbox/src/db/seed/personas.js';
import { PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import type { World } from '../../sandbox/src/db/world.js';
import { CARD, METHODS, openShop, START } from './shop.js';

const data = mkdtempSync(join(tmpdir(), 'sandbox-crash-'));
let url = '';
let child: ChildProcess | undefined;

/** Starts a sandbox of its own process on the folder, and waits until it says where it is. */
async function start(): Promise<void> {
  const env = { ...process.env, SANDBOX_PORT: '0', SANDBOX_DATA: data };
  child = spawn(process.execPath, ['--import', 'tsx', 'sandbox/src/main.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  url = await new Promise<string>((resolve, reject) => {
    child!.once('exit', () => reject(new Error('The sandbox did not start')));
    child!.stdout!.on('data', (chunk: Buffer) => {
      const found = /Sandbox: (http\S+)/.exec(chunk.toString());
      if (found) resolve(found[1]!);
    });
  });
}

async function killed(): Promise<void> {
  const gone = new Promise((resolve) => child!.once('exit', resolve));
  child!.kill('SIGKILL');
  await gone;
}

async function ask<T>(method: string, path: string, body?: unknown, jwt?: string): Promise<T> {
  const response = await fetch(url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(jwt ? { Authorization: `Bearer ${jwt}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { responseData?: T };
  assert.equal(response.status, 200, `${method} ${path}: ${JSON.stringify(answer)}`);
  return answer.responseData ?? (answer as T);
}

const pay = (orderId: number, jwt: string) =>
  ask<{ payment: { id: number } }>(
    'POST',
    '/connectors/adyen/initial-payment',
    { orderId, paymentMethod: CARD, returnUrl: 'https://shop.example/return' },
    jwt,
  );

describe('a sandbox killed in the middle', () => {
  before(async () => {
    await start();
    await ask('POST', '/sandbox/reset', { world: 'default', at: START });
  });
  after(async () => {
    await killed();
    rmSync(data, { recursive: true, force: true });
  });

  test('of purchases has lost nothing that it acknowledged, and charges nothing twice', async () => {
    const shoppers = await Promise.all(
      [PERSONAS.withoutPlan, PERSONAS.terminated, PERSONAS.lapsed, PERSONAS.giver].map(({ email }) =>
        ask<{ customerId: number; jwt: string }>('POST', '/auths', { email, password: PERSONA_PASSWORD, publisherId: PUBLISHER_ID }),
      ),
    );
    const offers = [OFFERS.rental, OFFERS.single, OFFERS.monthPass, OFFERS.winterPass, OFFERS.event, OFFERS.annual, OFFERS.weekly];
    const before = new Map<number, number>();
    for (const { customerId } of shoppers) before.set(customerId, (await stored('payments', customerId)).length);
    const orders: { id: number; customerId: number; jwt: string }[] = [];
    for (const { customerId, jwt } of shoppers)
      for (const offer of offers) {
        const body = { offerId: `${offer}_DE`, customerId, country: 'DE', paymentMethodId: METHODS.card };
        const { order } = await ask<{ order: { id: number } }>('POST', '/orders', body, jwt);
        orders.push({ id: order.id, customerId, jwt });
      }

    // All at once; the sandbox dies when some have been acknowledged and others have not.
    const acknowledged = new Map<number, number>();
    let dying: Promise<void> | undefined;
    await Promise.all(
      orders.map(async ({ id, jwt }) => {
        const paid = await pay(id, jwt).catch(() => undefined);
        if (!paid) return;
        acknowledged.set(id, paid.payment.id);
        if (acknowledged.size === 9) dying = killed();
      }),
    );
    await dying;
    assert.ok(acknowledged.size < orders.length, 'it was killed too late to matter');

    await start();
    const paidFor = async (customerId: number) => new Map((await stored('payments', customerId)).map((row) => [row.orderId, row.id]));
    for (const { id, customerId } of orders) {
      const known = acknowledged.get(id);
      if (known !== undefined) assert.equal((await paidFor(customerId)).get(id), known, `the acknowledged payment of order ${id} is lost`);
    }
    // Whoever got no answer asks again.
    for (const { id, jwt } of orders) {
      const { payment } = await pay(id, jwt);
      assert.equal(payment.id, acknowledged.get(id) ?? payment.id);
    }
    for (const { customerId } of shoppers) {
      const payments = await stored('payments', customerId);
      assert.equal(payments.length, before.get(customerId)! + offers.length);
      const { items } = await ask<{ items: unknown[] }>('GET', `/sandbox/events?customerId=${customerId}&type=transactionCreated`);
      assert.equal(items.length, payments.filter(({ status }) => status === 'captured').length);
    }
  });

  test('of a long way through time goes on from where it was, as if nothing had happened', async () => {
    await ask('POST', '/sandbox/reset', { world: 'default', at: START });
    const world = await ask<World>('GET', '/sandbox/world');
    const moving = ask('POST', '/sandbox/clock', { advance: 'P3Y' }).catch(() => undefined);
    await Promise.race([moving, wait(700)]);
    await killed();
    await moving;
    await start();
    const to = '2029-01-31T12:00:00Z';
    await ask('POST', '/sandbox/clock', { to });
    const interrupted = await ask<World>('GET', '/sandbox/world');

    const undisturbed = await openShop();
    try {
      await undisturbed.ask('PUT', '/sandbox/world', { body: world });
      await undisturbed.clock({ to });
      assert.deepEqual(whatHappened(interrupted), whatHappened(await undisturbed.ask<World>('GET', '/sandbox/world')));
    } finally {
      await undisturbed.close();
    }
  });
});

/** A database that was killed skips some numbers; everything else must be the same. */
const whatHappened = ({ tables }: World) => ({
  events: tables['events']!.map(({ type, at, customerId, offerId, amount }) => [type, at, customerId, offerId, amount]),
  payments: tables['payments']!.map(({ customerId, status, total, createdAt }) => [customerId, status, total, createdAt]),
  holdings: tables['holdings']!.map(({ id: _id, externalPaymentId: _reference, ...row }) => row),
});

const stored = (what: 'payments', customerId: number) =>
  ask<{ id: number; orderId: number | null; status: string }[]>('GET', `/sandbox/${what}?customerId=${customerId}`);
