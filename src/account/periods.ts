const PERIOD = /^(\d*)(week|month|year)s?$/;

/** A billing period taken apart, such as `3months`; `undefined` for a season and whatever else has no known length. */
export function parsePeriod(period: string): { readonly unit: 'week' | 'month' | 'year'; readonly count: number } | undefined {
  const [, count, unit] = PERIOD.exec(period) ?? [];
  return unit ? { unit: unit as 'week' | 'month' | 'year', count: Number(count || 1) } : undefined;
}

/** So many billing periods later; the last day of a month stays the last day. Unix seconds. */
export function addPeriods(from: number, period: string, cycles: number): number {
  const parsed = parsePeriod(period);
  if (!parsed) return from;
  const { unit, count } = parsed;
  const amount = count * cycles;
  if (unit === 'week') return from + amount * 7 * 86_400;
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + amount * (unit === 'year' ? 12 : 1));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() / 1000;
}
