import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { eq } from 'drizzle-orm';
import * as contract from '../contract/offers.js';
import { everHeld, findHolding, heldBy } from '../db/holdings.js';
import { findOffer, isSold, listSoldOffers, shortId, trialOf } from '../db/offers.js';
import { refuseBlocked } from '../db/orders.js';
import { customers } from '../db/schema.js';
import { PUBLISHER_ID } from '../db/seed/publishers.js';
import { entitlementDelay } from '../db/settings.js';
import { addressOf, placeOf } from '../geo.js';
import { customerOf, success, type Platform } from '../platform.js';
import { refusals } from '../refusal.js';
import { entitlementTo } from '../rules/entitlements.js';
import { offerV1, offerV2 } from './views/offers.js';

export function offerRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.listOffers, async (c) => {
    const { pageLimit = 100, page = 1, publisherId, offerType } = c.req.valid('query');
    const { country } = placeOf(addressOf(c));
    const own = (await viewerOf(c))?.publisherId;
    const list = (await listSoldOffers(db, own ?? publisherId ?? PUBLISHER_ID, country, clock.now())).map(offerV2);
    const wanted = list.filter(({ type }) => offerType === undefined || type === offerType);
    return c.json(success(wanted.slice((page - 1) * pageLimit, page * pageLimit)), 200);
  });

  app.openapi(contract.getOffer, async (c) => {
    const { country } = placeOf(addressOf(c, c.req.valid('query').customerIP));
    const offer = await visibleOffer(c.req.valid('param').offerId, country);
    return c.json(success(offerV1(offer, country, clock.now())), 200);
  });

  app.openapi(contract.getOfferV2, async (c) => {
    const { offerId } = c.req.valid('param');
    const viewer = await viewerOf(c);
    const offer = await findOffer(db, shortId(offerId), placeOf(addressOf(c)).country);
    if (!offer || (viewer && viewer.publisherId !== offer.publisherId)) throw refusals.unknownOffer(offerId);
    return c.json(success(offerV2(offer)), 200);
  });

  app.openapi(contract.getOfferForCustomer, async (c) => {
    const { offerId, customerEmail } = c.req.valid('param');
    const { customerId, publisherId } = await customerOf(platform, c);
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    if (!customer || customer.email.toLowerCase() !== customerEmail.toLowerCase()) throw refusals.invalidJwt();
    const offer = await visibleOffer(offerId, customer.country, publisherId);
    const accessGranted = Boolean(await findHolding(db, customerId, offer.id, clock.now()));
    const view = offerV1(offer, customer.country, clock.now());
    // A page for something that can be given away is of use to those who have it (contract, 12.5).
    if (accessGranted && !offer.giftable) throw refusals.accessGranted();
    const trialAvailable = trialOf(offer) !== null && !(await everHeld(db, customerId, offer.id));
    return c.json(success({ ...view, trialAvailable, accessGranted }), 200);
  });

  app.openapi(contract.getEntitlement, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const now = clock.now();
    // Access may appear some time after the purchase: as long as the settings say.
    const shownFrom = now - (await entitlementDelay(db));
    const held = (await heldBy(db, customerId, now)).filter(({ startedAt }) => startedAt <= shownFrom);
    return c.json(success(entitlementTo(c.req.valid('param').offerId, held, now)), 200);
  });

  /** Whom a request speaks for that needs nobody: a JWT that is sent is checked. */
  const viewerOf = async (c: Context) => (c.req.header('Authorization')?.trim() ? customerOf(platform, c) : undefined);

  async function visibleOffer(offerId: string, country: string, publisherId?: number) {
    const offer = await findOffer(db, offerId, country);
    if (!offer || (publisherId !== undefined && publisherId !== offer.publisherId)) throw refusals.unknownOffer(offerId);
    if (!isSold(offer, clock.now())) throw refusals.inactiveOffer();
    await refuseBlocked(db, offer, country);
    return offer;
  }
}
