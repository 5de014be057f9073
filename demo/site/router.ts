import { parseChanges, type Changes } from '../shared/changes.js';

/** The pages of the site, by their hash. */
export type Page =
  | { name: 'home' | 'login' | 'join' | 'welcome' | 'account' | 'all' }
  | { name: 'checkout'; offerId: string }
  | { name: 'show'; tag: string; as: string | null; changes: Changes };

/** The page an address names; unknown ones lead home. */
export function pageOf(hash: string): Page {
  const [path = '', query] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', of] = path.split('/');
  if (name === 'checkout' && of && /^[A-Z]\d{9}(_[A-Z]{2})?$/.test(of)) return { name, offerId: of };
  if (name === 'login' || name === 'join' || name === 'welcome' || name === 'account' || name === 'all') return { name };
  if (name === 'show' && of && /^cleeng-[a-z-]+$/.test(of)) {
    const params = new URLSearchParams(query);
    return { name, tag: of, as: params.get('as'), changes: parseChanges(params.get('changes')) };
  }
  return { name: 'home' };
}

/** Goes to a page of the site. */
export const go = (hash: string): void => {
  location.hash = hash;
};
