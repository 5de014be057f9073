import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgePause, nextResume, pauseDates, type PauseCase } from '../../../sandbox/src/rules/pauses.js';
import type { Period } from '../../../sandbox/src/rules/periods.js';

const at = (text: string) => Date.parse(`${text}T00:00:00Z`) / 1000;
const FINE: PauseCase = {
  status: 'active',
  external: false,
  inTrial: false,
  renews: true,
  renewing: false,
  pending: null,
  period: { unit: 'month', amount: 1 },
  maxCycles: 3,
};

test('weekly, monthly and three-monthly subscriptions can be paused; longer and seasonal ones cannot', () => {
  const periods: [Period, boolean][] = [
    [{ unit: 'week', amount: 1 }, true],
    [{ unit: 'month', amount: 1 }, true],
    [{ unit: 'month', amount: 3 }, true],
    [{ unit: 'month', amount: 6 }, false],
    [{ unit: 'year', amount: 1 }, false],
    [{ unit: 'season', amount: 1 }, false],
  ];
  for (const [period, may] of periods) {
    assert.equal(judgePause({ ...FINE, period }, 1), may ? undefined : 'period', `${period.amount} ${period.unit}`);
  }
});

test('a pause is refused for every other reason the contract names', () => {
  const cases: [Partial<PauseCase>, string][] = [
    [{ external: true }, 'external'],
    [{ status: 'cancelled' }, 'not-active'],
    [{ renews: false }, 'not-active'],
    [{ inTrial: true }, 'trial'],
    [{ maxCycles: null }, 'offer'],
    [{ maxCycles: 1 }, 'cycles'],
    [{ pending: 'pause' }, 'paused'],
    [{ pending: 'switch' }, 'switch'],
    [{ renewing: true }, 'renewal'],
  ];
  for (const [change, reason] of cases) assert.equal(judgePause({ ...FINE, ...change }, 2), reason);
  assert.equal(judgePause(FINE, 3), undefined);
});

test('a pause begins at the end of the period and lasts whole cycles', () => {
  assert.deepEqual(pauseDates(at('2027-03-15'), { unit: 'month', amount: 1 }, 2), {
    pauseDate: at('2027-03-15'),
    resumeDate: at('2027-05-15'),
  });
  assert.equal(pauseDates(at('2027-03-15'), { unit: 'month', amount: 3 }, 2).resumeDate, at('2027-09-15'));
});

test('an end that was refused is tried again a while after the last attempt', () => {
  assert.equal(nextResume({ resumeDate: 200, failedResumes: [] }, 50), 200);
  assert.equal(nextResume({ resumeDate: 200, failedResumes: [200, 260] }, 50), 310);
});
