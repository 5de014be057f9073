/** The pages of the site, by their hash. */
export type Page = { name: 'home' | 'login' | 'join' | 'welcome' | 'account' | 'all' } | { name: 'checkout'; offerId: string };

/** The page an address names; unknown ones lead home. */
export function pageOf(hash: string): Page {
  const [name = '', offerId] = hash.replace(/^#\/?/, '').split('/');
  if (name === 'checkout' && offerId && /^[A-Z]\d{9}(_[A-Z]{2})?$/.test(offerId)) return { name, offerId };
  if (name === 'login' || name === 'join' || name === 'welcome' || name === 'account' || name === 'all') return { name };
  return { name: 'home' };
}

/** Goes to a page of the site. */
export const go = (hash: string): void => {
  location.hash = hash;
};
