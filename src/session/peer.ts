import { readClaims } from './jwt.js';
import type { Session } from './session.js';

const NAMES = ['CLEENG_AUTH_TOKEN', 'CLEENG_REFRESH_TOKEN'] as const;

/**
 * Goes on with the session that Cleeng's own SDK has left in local storage, where nobody is signed in here. The tokens are taken away from
 * there: the refresh token works once, and the SDK must not use it too. Tokens of another publisher are left alone.
 */
export function adoptPeerSession(session: Session, storage: Pick<Storage, 'getItem' | 'removeItem'>): void {
  if (session.state.status !== 'anonymous') return;
  for (const prefix of [`${session.publisherId}_`, '']) {
    const [jwt, refreshToken] = NAMES.map((name) => storage.getItem(prefix + name) ?? undefined);
    try {
      // A name without a prefix says nothing about whose tokens these are.
      if (!jwt || String(readClaims(jwt).publisherId ?? prefix.slice(0, -1)) !== session.publisherId) continue;
      // Nobody knows how old they are: they are renewed before their first use.
      session.signIn({ jwt, refreshToken }, 0);
    } catch {
      continue;
    }
    for (const name of NAMES) storage.removeItem(prefix + name);
    return;
  }
}
