import { getOffer, listOffers, OFFERS_PER_PAGE, type ApiListedOffer, type ApiOffer } from '../api/catalogue.js';
import type { Client } from '../api/client.js';
import { getLocales } from '../api/locales.js';
import type { Timers } from '../ports.js';
import { hasCode } from './has-code.js';
import { listedOffer, needsQuote, type ListedOffer } from './listing.js';
import { shortId } from './offer-id.js';
import { customerIdOf, type Viewer } from './viewer.js';

/**
 * The publisher's active offers, priced for where the viewer is. List and place are asked for at once; only offers whose price the list
 * does not tell are asked for by their ids afterwards. Signed out no call has a header, so that none needs a preflight.
 */
export async function readOffers(viewer: Viewer, timers: Timers, signal?: AbortSignal): Promise<ListedOffer[]> {
  const [offers, { country }] = await Promise.all([readList(viewer, signal), getLocales(viewer.guest, signal)]);
  const priced = await Promise.all(
    offers
      .filter((offer) => offer.active)
      .map(async (offer) => {
        const quote = needsQuote(offer, country) ? await readQuote(viewer.guest, offer, signal) : undefined;
        if (quote === 'gone') return [];
        const listed = listedOffer(offer, country, quote === 'blocked' ? undefined : quote, timers.now() / 1000);
        return [quote === 'blocked' ? { ...listed, available: false } : listed];
      }),
  );
  return priced.flat();
}

/** A session that ends on the way is no reason to hide what is for sale. */
async function readList(viewer: Viewer, signal: AbortSignal | undefined): Promise<ApiListedOffer[]> {
  if (customerIdOf(viewer) === undefined) return readPages(viewer.guest, viewer.publisherId, signal);
  try {
    return await readPages(viewer.customer, viewer.publisherId, signal);
  } catch (thrown) {
    if (!hasCode(thrown, 'unauthenticated', 'session-ended')) throw thrown;
    return readPages(viewer.guest, viewer.publisherId, signal);
  }
}

async function readPages(client: Client, publisherId: string, signal: AbortSignal | undefined): Promise<ApiListedOffer[]> {
  const offers = new Map<string, ApiListedOffer>();
  for (let page = 1; ; page++) {
    const known = offers.size;
    const list = await listOffers(client, publisherId, page, signal);
    for (const offer of list) offers.set(offer.id, offer);
    // A host that knows no pages sends the same ones again.
    if (list.length < OFFERS_PER_PAGE || offers.size === known) return [...offers.values()];
  }
}

/** What the viewer would pay; or that the offer is not for them, or no longer for anybody. */
async function readQuote(client: Client, offer: ApiListedOffer, signal: AbortSignal | undefined): Promise<ApiOffer | 'blocked' | 'gone'> {
  try {
    return await getOffer(client, shortId(offer.longId), signal);
  } catch (thrown) {
    if (hasCode(thrown, 'offer-geo-blocked')) return 'blocked';
    if (hasCode(thrown, 'offer-inactive', 'offer-not-found')) return 'gone';
    throw thrown;
  }
}
