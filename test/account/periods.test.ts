import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPeriods, parsePeriod } from '../../src/account/periods.js';

const at = (text: string) => Date.parse(`${text}T12:00:00Z`) / 1000;
const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);

test('periods of the platform are taken apart', () => {
  assert.deepEqual(parsePeriod('month'), { unit: 'month', count: 1 });
  assert.deepEqual(parsePeriod('3months'), { unit: 'month', count: 3 });
  assert.deepEqual(parsePeriod('week'), { unit: 'week', count: 1 });
  for (const unknown of ['season', '', '48', 'fortnight']) assert.equal(parsePeriod(unknown), undefined, unknown);
});

test('periods are added by the calendar, and a short month ends on its last day', () => {
  assert.equal(day(addPeriods(at('2027-01-31'), 'month', 1)), '2027-02-28');
  assert.equal(day(addPeriods(at('2027-11-15'), '3months', 2)), '2028-05-15');
  assert.equal(day(addPeriods(at('2028-02-29'), 'year', 1)), '2029-02-28');
  assert.equal(day(addPeriods(at('2027-01-31'), 'week', 2)), '2027-02-14');
  assert.equal(addPeriods(5, 'season', 1), 5);
});
