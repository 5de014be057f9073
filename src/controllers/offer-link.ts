import { readOfferLink, withoutOfferLink, type OfferLink } from '../catalogue/link.js';

/**
 * The offer the page's address asks to open, if `mine` says that it is for this element. It leaves the address at once, so that only one
 * element takes it and a reload does not open it again; the rest of the address stays.
 */
export function takeOfferLink(mine: (offerId: string) => boolean): OfferLink | undefined {
  const link = readOfferLink(location.href);
  if (!link || !mine(link.offerId)) return undefined;
  history.replaceState(history.state, '', withoutOfferLink(location.href));
  return link;
}
