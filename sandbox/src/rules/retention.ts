export type RetentionType = 'FREE_EXTENSION' | 'DOWNGRADE' | 'PAUSE';

export interface RetentionCase {
  /** What the publisher has set for the offer. */
  action: RetentionType | undefined;
  /** An active subscription that the platform itself renews. */
  eligible: boolean;
  extensionUsed: boolean;
  /** Whether there is a cheaper plan to go to. */
  canDowngrade: boolean;
  canPause: boolean;
}

/** What to offer before a cancellation; "" when there is nothing, or nothing that would work (contract, 8). */
export function retentionOffer({ action, eligible, extensionUsed, canDowngrade, canPause }: RetentionCase): RetentionType | '' {
  if (!action || !eligible) return '';
  const works = { FREE_EXTENSION: !extensionUsed, DOWNGRADE: canDowngrade, PAUSE: canPause };
  return works[action] ? action : '';
}
