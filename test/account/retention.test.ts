import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonText } from '../../src/account/retention.js';

test('a reason and the viewer’s own words are one text, no longer than the platform takes', () => {
  assert.equal(reasonText('', '  '), undefined);
  assert.equal(reasonText('Too dark', ''), 'Too dark');
  assert.equal(reasonText('', ' In winter. '), 'In winter.');
  assert.equal(reasonText('Too dark', 'In winter.'), 'Too dark: In winter.');
  assert.equal(reasonText('Too dark', 'x'.repeat(600))?.length, 500);
});
