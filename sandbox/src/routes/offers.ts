import type { OpenAPIHono } from '@hono/zod-openapi';
import { eq } from 'drizzle-orm';
import * as contract from '../contract/offers.js';
import { everHeld, findHolding } from '../db/holdings.js';
import { findOffer, isBlocked, listActiveOffers, shortId, trialOf } from '../db/offers.js';
import { customers } from '../db/schema.js';
import { PUBLISHER_ID } from '../db/seed/publishers.js';
import { entitlementDelay } from '../db/settings.js';
import { addressOf, placeOf } from '../geo.js';
import { customerOf, success, type Platform } from '../platform.js';
import { Refusal, refusals } from '../refusal.js';
import { offerV1, offerV2 } from './views/offers.js';

export function offerRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.listOffers, async (c) => {
    const { pageLimit = 100, page = 1, publisherId } = c.req.valid('query');
    const { country } = placeOf(addressOf(c));
    const id = c.req.header('Authorization')?.trim() ? (await customerOf(platform, c)).publisherId : (publisherId ?? PUBLISHER_ID);
    const list = await listActiveOffers(db, id, country);
    return c.json(success(list.slice((page - 1) * pageLimit, page * pageLimit).map(offerV2)), 200);
  });

  app.openapi(contract.getOffer, async (c) => {
    const { country } = placeOf(addressOf(c, c.req.valid('query').customerIP));
    return c.json(success(offerV1(await visibleOffer(c.req.valid('param').offerId, country), country)), 200);
  });

  app.openapi(contract.getOfferV2, async (c) => {
    const { offerId } = c.req.valid('param');
    const offer = await findOffer(db, shortId(offerId), placeOf(addressOf(c)).country);
    if (!offer) throw unknownOffer(offerId);
    return c.json(success(offerV2(offer)), 200);
  });

  app.openapi(contract.getOfferForCustomer, async (c) => {
    const { offerId, customerEmail } = c.req.valid('param');
    const { customerId } = await customerOf(platform, c);
    const [customer] = await db.select().from(customers).where(eq(customers.id, customerId));
    if (!customer || customer.email.toLowerCase() !== customerEmail.toLowerCase()) throw refusals.invalidJwt();
    const offer = await visibleOffer(offerId, customer.country);
    const accessGranted = Boolean(await findHolding(db, customerId, offer.id, clock.now()));
    if (accessGranted && !offer.giftable) throw new Refusal(422, 'Access already granted');
    const trialAvailable = trialOf(offer) !== null && !(await everHeld(db, customerId, offer.id));
    return c.json(success({ ...offerV1(offer, customer.country), trialAvailable, accessGranted }), 200);
  });

  app.openapi(contract.getEntitlement, async (c) => {
    const { customerId } = await customerOf(platform, c);
    const found = await findHolding(db, customerId, c.req.valid('param').offerId, clock.now());
    // Access may appear some time after the purchase: as long as the settings say.
    const held = found && found.startedAt + (await entitlementDelay(db)) <= clock.now() ? found : undefined;
    return c.json(success({ accessGranted: held !== undefined, expiresAt: held?.expiresAt ?? null }), 200);
  });

  async function visibleOffer(offerId: string, country: string) {
    const offer = await findOffer(db, offerId, country);
    if (!offer) throw unknownOffer(offerId);
    if (!offer.active) throw new Refusal(422, 'Offer is inactive');
    if (isBlocked(offer, country)) throw new Refusal(422, `Offer is blocked for country ${country}`);
    return offer;
  }
}

const unknownOffer = (offerId: string) => new Refusal(422, `Offer ${offerId} doesn't exist`);
