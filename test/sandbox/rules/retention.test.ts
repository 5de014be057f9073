import assert from 'node:assert/strict';
import { test } from 'node:test';
import { retentionOffer, type RetentionCase } from '../../../sandbox/src/rules/retention.js';

const all = { eligible: true, extensionUsed: false, canDowngrade: true, canPause: true };
const offer = (change: Partial<RetentionCase>) => retentionOffer({ action: undefined, ...all, ...change });

test('what the publisher has set is offered, if it would work', () => {
  assert.equal(offer({}), '');
  assert.equal(offer({ action: 'FREE_EXTENSION' }), 'FREE_EXTENSION');
  assert.equal(offer({ action: 'DOWNGRADE' }), 'DOWNGRADE');
  assert.equal(offer({ action: 'PAUSE' }), 'PAUSE');
});

test('a free extension is given once; a downgrade needs a cheaper plan, a pause a plan that can be paused', () => {
  assert.equal(offer({ action: 'FREE_EXTENSION', extensionUsed: true }), '');
  assert.equal(offer({ action: 'DOWNGRADE', canDowngrade: false }), '');
  assert.equal(offer({ action: 'PAUSE', canPause: false }), '');
});

test('nothing is offered for what the platform does not renew', () => {
  for (const action of ['FREE_EXTENSION', 'DOWNGRADE', 'PAUSE'] as const) assert.equal(offer({ action, eligible: false }), '');
});
