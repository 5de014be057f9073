import type { DueKind } from './due.js';
import { giftDeliveries } from './gifts.js';
import { pauses } from './pauses.js';
import { receiptValidation } from './receipts.js';
import { pendingSwitches } from './switches.js';

/** What customers asked for and what happens later. Before renewals at the same moment: a switch or a pause decides what is renewed. */
export const commerceKinds: readonly DueKind[] = [pendingSwitches, pauses, giftDeliveries, receiptValidation];
