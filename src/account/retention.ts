import { CleengError } from '../api/errors.js';
import { getRetentionAction, postRetentionAction } from '../api/subscriptions.js';
import type { Session } from '../session/session.js';
import { confirmed, type SubscriptionChange } from './account.js';
import type { Plan } from './plans.js';
import { switchOptionFromApi, type SwitchOption } from './switches.js';

export const RETENTION_KINDS = ['extension', 'downgrade', 'pause'] as const;
export type RetentionKind = (typeof RETENTION_KINDS)[number];

/** What the publisher offers somebody who is about to cancel. */
export type Retention =
  | { readonly kind: 'extension'; readonly unit: 'day' | 'week' | 'month'; readonly count: number }
  | { readonly kind: 'downgrade'; readonly option: SwitchOption }
  | { readonly kind: 'pause' };

/** At most one offer to stay, and only one that can be taken. */
export async function readRetention(session: Session, offerId: string, signal?: AbortSignal): Promise<Retention | undefined> {
  const { type, extensionDetails, downgradeDetails } = await getRetentionAction(session.customer, offerId, signal);
  const [first] = downgradeDetails.offers;
  if (type === 'FREE_EXTENSION' && extensionDetails) {
    return { kind: 'extension', unit: extensionDetails.periodUnit, count: extensionDetails.amount };
  }
  if (type === 'DOWNGRADE' && first) return { kind: 'downgrade', option: switchOptionFromApi(first) };
  return type === 'PAUSE' ? { kind: 'pause' } : undefined;
}

/** Takes the free extension. Only an answer with a later end counts as success. */
export async function takeExtension(session: Session, plan: Plan): Promise<SubscriptionChange> {
  const answer = confirmed(await postRetentionAction(session.customer, plan.offerId), 'active');
  if (answer.expiresAt <= (plan.endsAt ?? 0)) throw new CleengError('bad-answer', 'The platform has not moved the end');
  return answer;
}

/** What the platform accepts as reasons (contract, 6.4); the words shown are the kit's own. */
export const CANCELLATION_REASONS = [
  { value: 'Subscription is too expensive', key: 'price' },
  { value: 'Not enough interesting content', key: 'content' },
  { value: 'Content I like has ended', key: 'ended' },
  { value: 'Video streaming issues', key: 'streaming' },
  { value: 'Service is hard to use', key: 'usability' },
  { value: 'Poor customer support', key: 'support' },
  { value: 'Switch to a different service', key: 'other-service' },
] as const;

/** The most the platform keeps of a reason. */
const REASON_LENGTH = 500;

/** A chosen reason and the viewer's own words as the one text the platform keeps. */
export const reasonText = (chosen: string, words: string): string | undefined =>
  [chosen, words.trim()].filter(Boolean).join(': ').slice(0, REASON_LENGTH) || undefined;
