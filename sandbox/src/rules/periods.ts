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

/**
 * The next end of a plan that began at `anchor`: one of 31 January renews on 28 February, and on 31 March again. A moment that has left the
 * series, for a free week was given or a gift put on top, counts from its own day.
 */
export function addAnchored(from: number, period: Period, anchor: number): number {
  if (period.unit !== 'month' && period.unit !== 'year') return addPeriod(from, period);
  const months = period.unit === 'year' ? period.amount * 12 : period.amount;
  const day = dayOf(anchor);
  return addMonths(from, months, dayOf(from) === Math.min(day, lastDayOf(new Date(from * 1000))) ? day : dayOf(from));
}

function addMonths(start: number, months: number, day = dayOf(start)): number {
  const to = new Date(start * 1000);
  to.setUTCDate(1);
  to.setUTCMonth(to.getUTCMonth() + months);
  to.setUTCDate(Math.min(day, lastDayOf(to)));
  return to.getTime() / 1000;
}

const dayOf = (at: number) => new Date(at * 1000).getUTCDate();
const lastDayOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** The period's name in the older endpoints (contract, 1.8). */
export function periodName(letter: string, period: Period | null): string | null {
  if (!period) return null;
  if (letter === 'R') return String(period.unit === 'hour' ? period.amount : period.amount * 24);
  return period.amount === 1 ? period.unit : `${period.amount}${period.unit}s`;
}

/** The period behind the name of a subscription's or a pass's, such as `3months`; null for what is no such name. */
export function parsePeriod(name: string | null): Period | null {
  const match = /^(\d*)(day|week|month|year|season)s?$/.exec(name ?? '');
  return match ? { unit: match[2] as PeriodUnit, amount: Number(match[1] || 1) } : null;
}
