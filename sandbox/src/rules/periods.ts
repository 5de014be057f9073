export type PeriodUnit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'season';

export interface Period {
  unit: PeriodUnit;
  amount: number;
}

/** "No known end": what the platform sends for seasonal subscriptions. */
export const SEASON_END = 2_145_913_200;

const DAY = 86_400;

/** The end of a period that starts at `start` (unix seconds, UTC). A month ends on the same day, or on its last one. */
export function addPeriod(start: number, { unit, amount }: Period): number {
  switch (unit) {
    case 'hour':
      return start + amount * 3600;
    case 'day':
      return start + amount * DAY;
    case 'week':
      return start + amount * 7 * DAY;
    case 'month':
      return addMonths(start, amount);
    case 'year':
      return addMonths(start, amount * 12);
    case 'season':
      return SEASON_END;
  }
}

function addMonths(start: number, months: number): number {
  const from = new Date(start * 1000);
  const day = from.getUTCDate();
  const to = new Date(from);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  const last = new Date(Date.UTC(to.getUTCFullYear(), to.getUTCMonth() + 1, 0)).getUTCDate();
  to.setUTCDate(Math.min(day, last));
  return to.getTime() / 1000;
}

/** The period's name in the older endpoints (contract, 1.8). */
export function periodName(letter: string, period: Period | null): string | null {
  if (!period) return null;
  if (letter === 'R') return String(period.unit === 'hour' ? period.amount : period.amount * 24);
  return period.amount === 1 ? period.unit : `${period.amount}${period.unit}s`;
}
