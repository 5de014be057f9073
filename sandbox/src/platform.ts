import type { Context } from 'hono';
import type { SandboxClock } from './clock.js';
import type { Db } from './db/open.js';
import type { Lifecycle } from './lifecycle/engine.js';
import { refusals } from './refusal.js';
import type { PspStore } from './psp/store.js';
import type { Identity, Tokens } from './tokens.js';
import type { Dispatcher } from './webhooks/dispatcher.js';

/** What every route works with. */
export interface Platform {
  db: Db;
  clock: SandboxClock;
  lifecycle: Lifecycle;
  tokens: Tokens;
  psp: PspStore;
  webhooks: Dispatcher;
  /** The sandbox's own address, for links to the pages it plays. */
  origin: () => string;
}

/** The customer a request speaks for. */
export const customerOf = (platform: Platform, c: Context): Promise<Identity> => platform.tokens.identify(c.req.header('Authorization'));

/** The same, for paths that name the customer: nobody reads or changes another customer's data. */
export async function ownCustomer(platform: Platform, c: Context, customerId: string | number): Promise<Identity> {
  const identity = await customerOf(platform, c);
  if (String(customerId) !== String(identity.customerId)) throw refusals.invalidJwt();
  return identity;
}

/** The envelope of a success. */
export const success = <T>(responseData: T) => ({ responseData, errors: [] as [] });
