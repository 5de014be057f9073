import type { Timers, TokenHost } from '../ports.js';
import { hold, type TokenStore } from './tokens.js';

/** So long the publisher's own storage may take to answer. */
const PATIENCE_MS = 10_000;

/** The publisher's own storage, given a bounded time to answer. */
export function hostTokens(host: TokenHost, timers: Timers): TokenStore {
  /** The JWT the host knows of: it is not told what it said itself. */
  let known: string | undefined;

  const within = <T>(ask: () => T | Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const stop = timers.after(PATIENCE_MS, () => reject(new Error('The token host did not answer in time')));
      void (async () => resolve(await ask()))().catch(reject).finally(stop);
    });

  return {
    async read(stale) {
      const given = await within(() => host.getTokens(stale));
      const tokens = given ? hold(given, timers.now()) : undefined;
      known = tokens?.jwt;
      return tokens;
    },
    async write(tokens) {
      if (tokens?.jwt === known) return true;
      known = tokens?.jwt;
      // A host that cannot keep tokens now has not signed anybody out: this page goes on with them.
      await within(() => host.setTokens(tokens ? { jwt: tokens.jwt, refreshToken: tokens.refreshToken } : null)).catch(() => undefined);
      return true;
    },
    watch: () => undefined,
  };
}
