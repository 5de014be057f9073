import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entitlementTo, type Held } from '../../../sandbox/src/rules/entitlements.js';

const NOW = 1_800_000_000;
const held = (status: string, expiresAt: number | null, offerId = 'S274093615_DE'): Held => ({ offerId, status, expiresAt });
const to = (asked: string, ...rows: Held[]) => entitlementTo(asked, rows, NOW);

test('access follows the status: an active subscription gives it even after its date, for it is in the grace period', () => {
  assert.deepEqual(to('S274093615_DE', held('active', NOW - 5)), { accessGranted: true, expiresAt: NOW - 5 });
});

test('what was cancelled lasts to its end; what is paused, ended or switched away from gives nothing', () => {
  assert.equal(to('S274093615_DE', held('cancelled', NOW + 1)).accessGranted, true);
  assert.equal(to('S274093615_DE', held('cancelled', NOW)).accessGranted, false);
  for (const status of ['paused', 'expired', 'terminated', 'switched']) {
    assert.deepEqual(to('S274093615_DE', held(status, NOW + 99)), { accessGranted: false, expiresAt: null });
  }
});

test('a pass ends with its date, a purchase without end does not', () => {
  assert.equal(to('P830557165_DE', held('active', NOW, 'P830557165_DE')).accessGranted, false);
  assert.deepEqual(to('A502938117', held('active', null, 'A502938117_DE')), { accessGranted: true, expiresAt: null });
});

test('a short id asks for any country, a long id for one', () => {
  assert.equal(to('S274093615', held('active', NOW + 1)).accessGranted, true);
  assert.equal(to('S274093615_US', held('active', NOW + 1)).accessGranted, false);
});

test('of several, the one that lasts longest counts', () => {
  const rows = [held('active', NOW + 10), held('cancelled', NOW + 30), held('expired', NOW + 90)];
  assert.deepEqual(to('S274093615', ...rows), { accessGranted: true, expiresAt: NOW + 30 });
});
