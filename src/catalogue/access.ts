import { listCustomerOffers, type ApiCustomerOffer } from '../api/account.js';
import { getEntitlement, getOffer } from '../api/catalogue.js';
import type { Timers } from '../ports.js';
import { hasCode } from './has-code.js';
import { shortId } from './offer-id.js';
import { customerIdOf, type Viewer } from './viewer.js';

/** Why somebody may not watch. Each leads to something they can do about it. */
export const DENIED_REASONS = ['signed-out', 'no-plan', 'geo-blocked', 'payment-failed', 'paused'] as const;
export type DeniedReason = (typeof DENIED_REASONS)[number];

/** The platform's answer to whether the viewer may watch what an offer gives access to. Times are unix seconds. */
export type Access =
  | {
      readonly granted: true;
      /** `null` when the platform names no end. In a grace period it lies in the past: access follows the platform's word, not the date. */
      readonly expiresAt: number | null;
    }
  | {
      readonly granted: false;
      readonly expiresAt: null;
      readonly reason: DeniedReason;
      /** When a paused plan goes on. */
      readonly resumesAt?: number;
    };

/** What the platform lists of a plan besides the documented fields, where plans can be paused (platform contract, 6.6). */
type HeldOffer = ApiCustomerOffer & { pause?: { pauseDate: number; resumeDate: number } | null };

const SIGNED_OUT: Access = { granted: false, expiresAt: null, reason: 'signed-out' };

/**
 * Asks the platform whether the viewer has access; when not, also why. The session is renewed first where it needs to be.
 * @throws {CleengError} when the platform cannot be reached or does not answer: that is neither yes nor no
 */
export async function readAccess(viewer: Viewer, timers: Timers, offerId: string, signal?: AbortSignal): Promise<Access> {
  const customerId = customerIdOf(viewer);
  if (customerId === undefined) return SIGNED_OUT;
  try {
    const { accessGranted, expiresAt } = await getEntitlement(viewer.customer, offerId, signal);
    if (accessGranted) return { granted: true, expiresAt };
    const [held, blocked] = await Promise.all([
      listCustomerOffers(viewer.customer, customerId, signal),
      isBlocked(viewer, offerId, signal),
    ]);
    const plan = held.find((item) => shortId(item.offerId) === shortId(offerId));
    return { granted: false, expiresAt: null, ...explainDenial(plan, blocked, timers.now() / 1000) };
  } catch (thrown) {
    if (hasCode(thrown, 'unauthenticated', 'session-ended')) return SIGNED_OUT;
    throw thrown;
  }
}

/**
 * Why there is no access, told from the plan the viewer has for the offer, if any.
 * @param now unix seconds
 */
export function explainDenial(
  plan: HeldOffer | undefined,
  blocked: boolean,
  now: number,
): { reason: Exclude<DeniedReason, 'signed-out'>; resumesAt?: number } {
  const pause = plan?.pause;
  if (pause && pause.pauseDate <= now && now < pause.resumeDate) return { reason: 'paused', resumesAt: pause.resumeDate };
  if (plan && isUnpaid(plan, now)) return { reason: 'payment-failed' };
  return { reason: blocked ? 'geo-blocked' : 'no-plan' };
}

/** Ended because it could not be charged, or about to: still active, though what was paid for is over (platform contract, 11.4). */
function isUnpaid({ offerType, status, expiresAt }: HeldOffer, now: number): boolean {
  if (status === 'terminated') return true;
  return offerType === 'S' && status === 'active' && expiresAt !== null && expiresAt < now;
}

/** Whether the offer is not sold where the viewer is. An offer that is not sold at all any more is not blocked. */
async function isBlocked({ guest }: Viewer, offerId: string, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await getOffer(guest, offerId, signal);
    return false;
  } catch (thrown) {
    if (hasCode(thrown, 'offer-geo-blocked')) return true;
    if (hasCode(thrown, 'offer-inactive', 'offer-not-found')) return false;
    throw thrown;
  }
}
