import type { OpenAPIHono, z } from '@hono/zod-openapi';
import * as contract from '../../contract/core/catalogue.js';
import { changeCampaign, createCampaign, listCampaigns, type CampaignTerms, type CampaignWithCodes } from '../../db/campaign-editing.js';
import { changeOffer, createOffer } from '../../db/offer-editing.js';
import { offerOf, offersOf, shortId } from '../../db/offers.js';
import { success, type Platform } from '../../platform.js';
import { publisherOf } from '../../publisher-access.js';
import { BASIS } from '../../rules/money.js';
import { campaignView } from '../views/campaigns.js';
import { offerV2 } from '../views/offers.js';
import { changeOf, draftOf } from './offer-terms.js';

/** What a publisher sells, and its coupons. */
export function coreCatalogueRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.coreListOffers, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { offerType, active, pageLimit, page } = c.req.valid('query');
    const wanted = (await offersOf(db, publisherId))
      .map(offerV2)
      .filter(
        (offer) => (offerType === undefined || offer.type === offerType) && (active === undefined || String(offer.active) === active),
      );
    return c.json(success(wanted.slice((page - 1) * pageLimit, page * pageLimit)), 200);
  });

  app.openapi(contract.coreCreateOffer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const draft = draftOf(c.req.valid('json'), clock.now());
    const id = await db.transaction((tx) => createOffer(tx, publisherId, draft, clock.now()));
    return c.json(success(offerV2(await offerOf(db, publisherId, id))), 200);
  });

  app.openapi(contract.coreGetOffer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    return c.json(success(offerV2(await offerOf(db, publisherId, c.req.valid('param').offerId))), 200);
  });

  app.openapi(contract.coreUpdateOffer, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const id = shortId(c.req.valid('param').offerId);
    const terms = changeOf(c.req.valid('json'), await offerOf(db, publisherId, id), clock.now());
    await db.transaction((tx) => changeOffer(tx, publisherId, id, terms, clock.now()));
    return c.json(success(offerV2(await offerOf(db, publisherId, id))), 200);
  });

  app.openapi(contract.coreListCampaigns, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const list = await listCampaigns(db, publisherId, { couponCode: c.req.valid('query').couponCode });
    return c.json(success({ items: list.map(view) }), 200);
  });

  app.openapi(contract.coreCreateCampaign, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { couponCodes, ...body } = c.req.valid('json');
    const terms = { ...DEFAULTS, ...termsOf(body), name: body.name, rate: rateOf(body.discount) };
    return c.json(success(view(await createCampaign(db, publisherId, terms, couponCodes))), 200);
  });

  app.openapi(contract.coreUpdateCampaign, async (c) => {
    const publisherId = await publisherOf(platform, c);
    const { couponCodes = [], ...body } = c.req.valid('json');
    const id = Number(c.req.valid('param').campaignId);
    return c.json(success(view(await changeCampaign(db, publisherId, id, termsOf(body), couponCodes))), 200);
  });

  const view = (campaign: CampaignWithCodes) => ({ ...campaignView(campaign, clock.now()), couponCodes: campaign.codes });
}

/** A campaign of which nothing is said: for everything, once, on the first payment or any other. */
const DEFAULTS = {
  status: 'active',
  paymentType: 'all',
  offerTypes: [],
  offers: [],
  tags: [],
  appliedPeriods: 1,
  paymentDetailsRequired: true,
} satisfies Partial<CampaignTerms>;

type CampaignBody = Omit<z.infer<(typeof contract.coreUpdateCampaign.request.body.content)['application/json']['schema']>, 'couponCodes'>;

const rateOf = (discount: number) => Math.round(discount * BASIS);

function termsOf(body: CampaignBody): Partial<CampaignTerms> {
  const { discount, usagePerCoupon, numberOfAppliedPeriods, applicableOnFirstPeriod, expirationDate, ...same } = body;
  const terms: { [K in keyof CampaignTerms]?: CampaignTerms[K] | undefined } = {
    ...same,
    rate: discount === undefined ? undefined : rateOf(discount),
    usagePerCoupon: usagePerCoupon === undefined ? undefined : usagePerCoupon === 'unlimited' ? null : Number(usagePerCoupon),
    appliedPeriods: numberOfAppliedPeriods,
    firstPeriod: applicableOnFirstPeriod,
    expiresAt: expirationDate,
  };
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined));
}
