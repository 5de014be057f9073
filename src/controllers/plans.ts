import { readPlans } from '../account/account.js';
import type { Plan } from '../account/plans.js';
import { Resource } from '../session/resource.js';
import { browserTimers } from './browser-ports.js';
import type { Kit } from './kit.js';

/** What the signed-in customer has, shared by all elements; `undefined` while nobody is signed in. Not read before somebody asks. */
export function plansOf(kit: Kit): Resource<Plan[]> | undefined {
  return kit.customerStore('plans', () => new Resource((signal) => readPlans(kit.session, browserTimers, signal)));
}
