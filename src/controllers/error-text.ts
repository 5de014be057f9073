import type { CleengError } from '../api/errors.js';
import type { Localize, Messages } from '../i18n/localize.js';

export type { CleengError } from '../api/errors.js';

/** What a viewer reads about a failure: never the server's own words. */
export function errorText<M extends Messages>(localize: Pick<Localize<M>, 'has' | 'text'>, error: CleengError): string {
  const key = `error.${error.code}`;
  return localize.text(localize.has(key) ? key : 'error.unknown');
}
