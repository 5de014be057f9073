import { Redemption } from '../checkout/redemption.js';
import { pagePorts } from './checkout.js';
import type { Kit } from './kit.js';

/** A gift to be redeemed in this page. */
export const redemptionOf = (kit: Kit, code: string): Redemption => new Redemption(code, pagePorts(kit));
