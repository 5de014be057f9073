import type { InferInsertModel } from 'drizzle-orm';
import type { dunningSettings } from './schema.js';

/** The first attempt is made three days ahead; all hours count from the due date. */
export const DUNNING: readonly Omit<InferInsertModel<typeof dunningSettings>, 'publisherId'>[] = [
  { cycle: 'weekly', graceHours: 48, attempts: [-72, 0, 24] },
  { cycle: 'monthly', graceHours: 168, attempts: [-72, 0, 24, 72, 120] },
  { cycle: '3-months', graceHours: 240, attempts: [-72, 0, 24, 72, 168] },
  { cycle: '6-months', graceHours: 336, attempts: [-72, 0, 72, 168, 264] },
  { cycle: 'annual', graceHours: 336, attempts: [-72, 0, 72, 168, 264] },
  { cycle: 'seasonal', graceHours: 168, attempts: [-72, 0, 72] },
];

/** What a new publisher offers to pay with: cards and PayPal at once, the others when they are turned on. */
export const METHODS = [
  { methodName: 'card', gateway: 'adyen', enabled: true },
  { methodName: 'paypal', gateway: 'paypal', enabled: true },
  { methodName: 'ideal', gateway: 'adyen', enabled: false },
  { methodName: 'bancontact_card', gateway: 'adyen', enabled: false },
  { methodName: 'bancontact_mobile', gateway: 'adyen', enabled: false },
  { methodName: 'gcash', gateway: 'adyen', enabled: false },
  { methodName: 'applepay', gateway: 'adyen', enabled: false },
  { methodName: 'googlepay', gateway: 'adyen', enabled: false },
  { methodName: 'manual', gateway: 'free-offer', enabled: true },
  { methodName: 'manual', gateway: 'coupon', enabled: true },
] as const;

/** The questions the platform knows; a new publisher asks none of them. */
export const QUESTIONS = ['email', 'firstNameLastName', 'birthDate', 'companyName', 'phoneNumber', 'address'] as const;
