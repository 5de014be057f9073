import { grantsAccess } from './subscriptions.js';

export interface Held {
  /** Long id. */
  offerId: string;
  status: string;
  expiresAt: number | null;
}

export interface Entitlement {
  accessGranted: boolean;
  /** Null without access, and for access without end. */
  expiresAt: number | null;
}

const matches = (held: string, asked: string) => held === asked || held.split('_')[0] === asked;

/** Access to an offer, by its long id or, for any country, its short one: what lasts longest of all that gives it (contract, 4.6). */
export function entitlementTo(asked: string, held: readonly Held[], now: number): Entitlement {
  const ends = held
    .filter((row) => matches(row.offerId, asked) && grantsAccess({ ...row, letter: row.offerId.charAt(0) }, now))
    .map((row) => row.expiresAt ?? Infinity);
  const last = Math.max(...ends);
  return { accessGranted: ends.length > 0, expiresAt: Number.isFinite(last) ? last : null };
}
