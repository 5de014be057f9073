import { getEntitlement } from '../api/catalogue.js';
import type { Client } from '../api/client.js';
import type { Timers } from '../ports.js';
import type { Entitlement } from './state.js';

/**
 * Access may come a moment after the money (platform contract, 4.6): it is looked for at once, then after these pauses, ten seconds in
 * all. A failed look is one without an answer.
 */
const PAUSES_MS = [0, 1000, 2000, 3000, 4000];

/** @returns the access, or `undefined` when it has not come yet, or `still` says that nobody waits for it any more */
export async function waitForAccess(
  client: Client,
  offerId: string,
  timers: Timers,
  still: () => boolean,
): Promise<Entitlement | undefined> {
  for (const ms of PAUSES_MS) {
    if (ms > 0) await pause(timers, ms);
    if (!still()) return undefined;
    const entitlement = await getEntitlement(client, offerId).catch(() => undefined);
    if (entitlement?.accessGranted) return entitlement;
  }
  return undefined;
}

export const pause = (timers: Timers, ms: number): Promise<void> => new Promise((resolve) => void timers.after(ms, resolve));
