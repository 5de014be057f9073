import type { Context } from 'hono';

/** The address ranges kept for documentation stand for countries, so that a location can be tried out; all others are Germany. */
const RANGES: readonly [prefix: string, country: string][] = [
  ['203.0.113.', 'DE'],
  ['198.51.100.', 'US'],
  ['192.0.2.', 'GB'],
];
const CURRENCY: Readonly<Record<string, string>> = { DE: 'EUR', US: 'USD', GB: 'GBP' };
const LOCALE: Readonly<Record<string, string>> = { DE: 'de_DE', US: 'en_US', GB: 'en_GB' };

export interface Place {
  ipAddress: string;
  country: string;
  currency: string;
  locale: string;
}

export function placeOf(ipAddress: string): Place {
  const country = RANGES.find(([prefix]) => ipAddress.startsWith(prefix))?.[1] ?? 'DE';
  return { ipAddress, country, currency: CURRENCY[country] ?? 'EUR', locale: LOCALE[country] ?? 'de_DE' };
}

/** The address a client names, else one it was forwarded for, else the documentation address of Germany. */
export const addressOf = (c: Context, named?: string): string =>
  named ?? c.req.header('X-Forwarded-For')?.split(',')[0]?.trim() ?? '203.0.113.24';
