import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainDenial, readAccess } from '../../src/catalogue/access.js';
import { Gate, type GateState } from '../../src/catalogue/gate.js';
import { NOW, refusal, settled, world } from './world.js';

const OFFER = 'S274093615_DE';
const ENTITLEMENT = `/entitlements/${OFFER}`;
const HELD = '/customers/7/offers';
const plan = { offerId: 'S274093615_DE', offerType: 'S', status: 'active', expiresAt: NOW + 100 };
const granted = (expiresAt: number | null) => ({ accessGranted: true, expiresAt });
const denied = { accessGranted: false, expiresAt: null };
const nothing = { [ENTITLEMENT]: denied, [HELD]: { items: [] }, [`/offers/${OFFER}`]: {} };
const MINUTE = 60_000;

const why = (change: object, blocked = false) => explainDenial({ ...plan, ...change } as never, blocked, NOW);

test('a reason for every way to have no access', () => {
  assert.deepEqual(explainDenial(undefined, false, NOW), { reason: 'no-plan' });
  assert.deepEqual(explainDenial(undefined, true, NOW), { reason: 'geo-blocked' });
  assert.deepEqual(why({ status: 'terminated' }, true), { reason: 'payment-failed' });
  assert.deepEqual(why({ expiresAt: NOW - 1 }), { reason: 'payment-failed' }, 'grace is over');
  assert.deepEqual(why({}), { reason: 'no-plan' }, 'bought a moment ago: access comes');
  assert.deepEqual(why({ status: 'cancelled', expiresAt: NOW - 1 }), { reason: 'no-plan' });
  assert.deepEqual(why({ offerType: 'P', expiresAt: NOW - 1 }), { reason: 'no-plan' }, 'a pass is over');
});

test('paused is from the day of the pause until the day it goes on', () => {
  const at = (pauseDate: number, resumeDate: number) => why({ pause: { pauseDate, resumeDate } });
  assert.deepEqual(at(NOW, NOW + 5), { reason: 'paused', resumesAt: NOW + 5 });
  assert.equal(at(NOW + 1, NOW + 5).reason, 'no-plan', 'scheduled only');
  assert.equal(at(NOW - 5, NOW).reason, 'no-plan', 'over');
});

test('signed out is known without asking', async () => {
  const w = world({});
  assert.deepEqual(await readAccess(w.viewer, w.clock, OFFER), { granted: false, expiresAt: null, reason: 'signed-out' });
  assert.deepEqual(w.calls, []);
});

test('with access one call is enough; without, two more say why', async () => {
  const w = world({ ...nothing, [ENTITLEMENT]: granted(NOW + 100) });
  w.signIn('7');
  assert.deepEqual(await readAccess(w.viewer, w.clock, OFFER), { granted: true, expiresAt: NOW + 100 });
  assert.deepEqual(w.paths(), [ENTITLEMENT]);
  w.answers[ENTITLEMENT] = denied;
  w.answers[HELD] = { items: [{ ...plan, offerId: 'S274093615_US', status: 'terminated' }] };
  assert.deepEqual(await readAccess(w.viewer, w.clock, OFFER), { granted: false, expiresAt: null, reason: 'payment-failed' });
  w.answers[HELD] = { items: [] };
  w.answers[`/offers/${OFFER}`] = refusal('offer-geo-blocked');
  assert.deepEqual(await readAccess(w.viewer, w.clock, OFFER), { granted: false, expiresAt: null, reason: 'geo-blocked' });
});

test('no answer is neither yes nor no; an ended session is signed out', async () => {
  const w = world({ ...nothing, [ENTITLEMENT]: refusal('server') });
  w.signIn('7');
  await assert.rejects(readAccess(w.viewer, w.clock, OFFER), { code: 'server' });
  w.answers[ENTITLEMENT] = refusal('session-ended');
  assert.deepEqual(await readAccess(w.viewer, w.clock, OFFER), { granted: false, expiresAt: null, reason: 'signed-out' });
  w.answers[ENTITLEMENT] = denied;
  w.answers[HELD] = refusal('network');
  await assert.rejects(readAccess(w.viewer, w.clock, OFFER), { code: 'network' }, 'why is not guessed');
});

function gate(answers: Parameters<typeof world>[0], customerId: string | undefined = '7') {
  const w = world({ ...nothing, ...answers });
  if (customerId) w.signIn(customerId);
  const opened = new Gate(OFFER, { session: w.viewer, timers: w.clock });
  const states: GateState[] = [];
  const leave = opened.subscribe(() => states.push(opened.state));
  return { ...w, gate: opened, states, leave };
}
const shows = ({ state }: Gate) => ('access' in state && state.access ? state.access.granted || state.access.reason : state.status);

test('a gate follows login, logout and another viewer, and never shows one the other’s answer', async () => {
  const g = gate({ [ENTITLEMENT]: granted(null) });
  await settled();
  assert.equal(shows(g.gate), true);
  g.signOut();
  assert.equal(shows(g.gate), 'checking', 'closed at once');
  await settled();
  assert.equal(shows(g.gate), 'signed-out');
  g.answers[ENTITLEMENT] = denied;
  g.answers['/customers/8/offers'] = { items: [] };
  g.signIn('8');
  assert.equal(shows(g.gate), 'checking');
  await settled();
  assert.equal(shows(g.gate), 'no-plan');
});

test('tokens being renewed ask nothing anew: where that fails, a platform out of reach would be asked for ever', async () => {
  const g = gate({ [ENTITLEMENT]: granted(null) });
  await settled();
  const asked = g.calls.length;
  g.renewing('7', true);
  g.renewing('7', false);
  await settled();
  assert.equal(g.calls.length, asked);
  assert.equal(shows(g.gate), true);
});

test('while the session’s storage has not answered, nobody is taken for signed out', async () => {
  const g = gate({ [ENTITLEMENT]: granted(null) });
  g.restoring();
  await settled();
  assert.equal(shows(g.gate), 'checking');
  g.signIn('7');
  await settled();
  assert.equal(shows(g.gate), true);
  g.restoring();
  g.signOut();
  await settled();
  assert.equal(shows(g.gate), 'signed-out');
});

test('an answer to a question that is no longer asked is dropped', async () => {
  const g = gate({ [ENTITLEMENT]: granted(null) });
  g.signOut();
  await settled();
  assert.equal(shows(g.gate), 'signed-out');
});

test('a purchase opens it on the next check, without closing anything on the way', async () => {
  const g = gate({});
  await settled();
  g.answers[ENTITLEMENT] = granted(NOW + 1000);
  g.states.length = 0;
  await g.gate.check();
  assert.deepEqual(
    g.states.map(({ status }) => status),
    ['checking', 'answered'],
  );
  assert.equal(shows(g.gate), true);
});

test('when access is due to end the platform is asked, and its answer counts', async () => {
  const g = gate({ [ENTITLEMENT]: granted(NOW + 120) });
  await settled();
  g.answers[ENTITLEMENT] = denied;
  g.pass(119_000);
  await settled();
  assert.equal(shows(g.gate), true, 'not before');
  g.pass(4000);
  await settled();
  assert.equal(shows(g.gate), 'no-plan');
  assert.equal(g.timers.size, 0, 'nobody asks about what has ended');
});

test('a far end is not trusted to the device’s clock', async () => {
  const g = gate({ [ENTITLEMENT]: granted(NOW + 30 * 86_400) });
  await settled();
  g.answers[ENTITLEMENT] = denied;
  g.pass(10 * MINUTE);
  await settled();
  assert.equal(shows(g.gate), 'no-plan');
});

test('in a grace period it is asked at a calm pace', async () => {
  const g = gate({ [ENTITLEMENT]: granted(NOW - 1) });
  await settled();
  const asked = g.calls.length;
  g.pass(9 * MINUTE);
  await settled();
  assert.equal(g.calls.length, asked);
  g.pass(MINUTE);
  await settled();
  assert.equal(g.calls.length, asked + 1);
});

test('a network fault takes nothing away that is paid for, but does not outlive it', async () => {
  const g = gate({ [ENTITLEMENT]: granted(NOW + 900) });
  await settled();
  g.answers[ENTITLEMENT] = refusal('network');
  await g.gate.check();
  assert.equal(shows(g.gate), true);
  g.pass(10 * MINUTE);
  await settled();
  assert.equal(shows(g.gate), true);
  g.pass(5 * MINUTE + 2000);
  await settled();
  assert.equal(shows(g.gate), 'failed');
});

test('after a denial a fault is said, and trying again helps', async () => {
  const g = gate({});
  await settled();
  g.answers[ENTITLEMENT] = refusal('timeout');
  await g.gate.check();
  assert.equal(shows(g.gate), 'failed');
  g.answers[ENTITLEMENT] = granted(null);
  await g.gate.check();
  assert.equal(shows(g.gate), true);
});

test('unwatched it asks nothing, keeps no timer, and forgets', async () => {
  const g = gate({ [ENTITLEMENT]: granted(NOW + 100) });
  await settled();
  g.leave();
  assert.deepEqual([g.timers.size, g.watchers.size, shows(g.gate)], [0, 0, 'checking']);
  const asked = g.calls.length;
  await g.gate.check();
  assert.equal(g.calls.length, asked);
  g.gate.subscribe(() => undefined);
  await settled();
  assert.equal(shows(g.gate), true, 'and asks anew for who comes back');
});
