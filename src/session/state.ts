/**
 * Why somebody who was signed in is not any more, without having asked for it here.
 *
 * - `expired`: the platform refuses to renew the tokens. Expired, used elsewhere or revoked: it does not say which.
 * - `signed-out-elsewhere`: they signed out in another tab, or the browser's storage was emptied.
 * - `storage`: the publisher's own token storage could not be asked, so that nobody knows.
 */
export type LostReason = 'expired' | 'signed-out-elsewhere' | 'storage';

/**
 * Who is signed in. `restoring` is seen only where the publisher's own storage answers later, and ends in bounded time. While tokens are
 * being renewed the viewer stays who they are: ask `signedInAs()` rather than for one status.
 */
export type SessionState =
  | { readonly status: 'anonymous' }
  | { readonly status: 'restoring' }
  | { readonly status: 'authenticated'; readonly customerId: string }
  | { readonly status: 'refreshing'; readonly customerId: string }
  | { readonly status: 'lost'; readonly reason: LostReason };

/** The signed-in customer's id; `undefined` while nobody is signed in. */
export const signedInAs = (state: SessionState): string | undefined => ('customerId' in state ? state.customerId : undefined);
