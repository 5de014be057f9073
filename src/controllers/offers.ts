import { readOffers } from '../catalogue/catalogue.js';
import type { ListedOffer } from '../catalogue/listing.js';
import { Resource } from '../session/resource.js';
import { browserTimers } from './browser-ports.js';
import type { Kit } from './kit.js';

/** What the publisher sells, read once for all elements. */
export const offersOf = (kit: Kit): Resource<ListedOffer[]> =>
  kit.store('offers', () => new Resource((signal) => readOffers(kit.session, browserTimers, signal)));
