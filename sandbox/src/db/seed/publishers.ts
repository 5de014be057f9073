import type { InferInsertModel } from 'drizzle-orm';
import { newKey } from '../api-keys.js';
import type { Db } from '../open.js';
import { DUNNING } from '../publisher-defaults.js';
import * as t from '../schema.js';

export const PUBLISHER_ID = 204118605;

/** What the first publisher's own server sends as X-Publisher-Token. */
export const PUBLISHER_TOKEN = 'sandbox-publisher-token';

/** A second, small publisher: what it has is never seen from the first one. */
export const SECOND_PUBLISHER_ID = 300400500;
export const SECOND_PUBLISHER_TOKEN = 'sandbox-second-publisher-token';

/** Who works at each of them; the password is the personas'. */
export const TEAMS = [
  { publisherId: PUBLISHER_ID, email: 'team@nordlicht.example' },
  { publisherId: SECOND_PUBLISHER_ID, email: 'team@kestrel.example' },
] as const;

type Method = Omit<InferInsertModel<typeof t.paymentMethods>, 'publisherId'>;

const METHODS: readonly Method[] = [
  { id: 140960101, methodName: 'card', gateway: 'adyen' },
  { id: 140960102, methodName: 'paypal', gateway: 'paypal' },
  { id: 140960103, methodName: 'ideal', gateway: 'adyen' },
  { id: 140960104, methodName: 'bancontact_card', gateway: 'adyen' },
  { id: 140960105, methodName: 'gcash', gateway: 'adyen', feeRate: 200 },
  { id: 140960106, methodName: 'applepay', gateway: 'adyen', enabled: false },
  { id: 140960107, methodName: 'googlepay', gateway: 'adyen', enabled: false },
  { id: 140960108, methodName: 'manual', gateway: 'free-offer' },
  { id: 140960109, methodName: 'manual', gateway: 'coupon' },
  { id: 140960110, methodName: 'bancontact_mobile', gateway: 'adyen' },
];

const SECOND_METHODS: readonly Method[] = [
  { id: 150960101, methodName: 'card', gateway: 'adyen' },
  { id: 150960102, methodName: 'paypal', gateway: 'paypal' },
  { id: 150960108, methodName: 'manual', gateway: 'free-offer' },
  { id: 150960109, methodName: 'manual', gateway: 'coupon' },
];

/** The id of one of a publisher's payment methods. */
export const methodId = (publisherId: number, name: 'card' | 'paypal'): number =>
  (publisherId === PUBLISHER_ID ? METHODS : SECOND_METHODS).find((method) => method.methodName === name)!.id;

const terms = (publisherId: number, name: string, version: string, url: string): InferInsertModel<typeof t.consents> => ({
  publisherId,
  position: 1,
  name: 'broadcaster_terms',
  version,
  value: url,
  required: true,
  enabledByDefault: false,
  label: `I accept the <a href="${url}" target="_blank">Terms and Conditions</a> of ${name}`,
});

const CONSENTS: InferInsertModel<typeof t.consents>[] = [
  terms(PUBLISHER_ID, 'Nordlicht TV', '3', 'https://nordlicht.example/terms'),
  {
    publisherId: PUBLISHER_ID,
    position: 2,
    name: 'broadcaster_marketing',
    version: '1',
    value: 'Send me news about upcoming shows',
    required: false,
    enabledByDefault: true,
    label: 'Send me news about upcoming shows',
  },
  terms(SECOND_PUBLISHER_ID, 'Kestrel Sports', '1', 'https://kestrel.example/terms'),
];

/** A question of the publisher's own: free text, or answers joined with ";". */
const custom = (position: number, question: string, value: string, required = false) => ({
  publisherId: PUBLISHER_ID,
  position,
  key: `custom_${position - 6}`,
  enabled: true,
  required,
  question,
  value,
});
const builtIn = (position: number, key: string, enabled: boolean, required = false) => ({
  publisherId: PUBLISHER_ID,
  position,
  key,
  enabled,
  required,
});

const QUESTIONS: InferInsertModel<typeof t.captureSettings>[] = [
  builtIn(1, 'email', false),
  builtIn(2, 'firstNameLastName', true, true),
  builtIn(3, 'birthDate', true),
  builtIn(4, 'companyName', true),
  builtIn(5, 'phoneNumber', true),
  builtIn(6, 'address', true, true),
  custom(7, 'How did you hear about us?', ''),
  custom(8, 'Favourite club?', 'North;South;East', true),
  custom(9, 'Do you watch on a television?', 'Yes;No'),
  custom(10, 'Newsletter', 'Tell me about matches in my city'),
];

/** Both publishers with everything but what they sell. */
export async function seedPublishers(db: Db, passwordHash: string, now: number): Promise<void> {
  await db.insert(t.publishers).values([
    { id: PUBLISHER_ID, name: 'Nordlicht TV', captureEnabled: true, checkoutUrl: 'https://nordlicht.example/checkout' },
    { id: SECOND_PUBLISHER_ID, name: 'Kestrel Sports', captureEnabled: false },
  ]);
  await db
    .insert(t.apiKeys)
    .values([newKey(PUBLISHER_ID, 'Server', PUBLISHER_TOKEN, now), newKey(SECOND_PUBLISHER_ID, 'Server', SECOND_PUBLISHER_TOKEN, now)]);
  await db.insert(t.accounts).values(TEAMS.map((team) => ({ ...team, passwordHash, createdAt: now })));
  const of = (publisherId: number, methods: readonly Method[]) => methods.map((method) => ({ ...method, publisherId }));
  await db.insert(t.paymentMethods).values([...of(PUBLISHER_ID, METHODS), ...of(SECOND_PUBLISHER_ID, SECOND_METHODS)]);
  await db
    .insert(t.dunningSettings)
    .values([PUBLISHER_ID, SECOND_PUBLISHER_ID].flatMap((publisherId) => DUNNING.map((row) => ({ ...row, publisherId }))));
  await db.insert(t.consents).values(CONSENTS);
  await db.insert(t.captureSettings).values(QUESTIONS);
}
