import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as contract from '../contract/in-app.js';
import { receive } from '../db/receipts.js';
import { addressOf, placeOf } from '../geo.js';
import { customerOf, success, type Platform } from '../platform.js';
import type { Receipt, Store } from '../rules/receipts.js';

/** Purchases in the stores' apps. */
export function inAppRoutes(app: OpenAPIHono, platform: Platform): void {
  app.openapi(contract.payAndroid, async (c) => c.json(await handIn(c, 'android', c.req.valid('json')), 200));
  app.openapi(contract.payApple, async (c) => c.json(await handIn(c, 'apple', c.req.valid('json')), 200));
  app.openapi(contract.payRoku, async (c) => c.json(await handIn(c, 'roku', c.req.valid('json')), 200));
  app.openapi(contract.payAmazon, async (c) => c.json(await handIn(c, 'amazon', c.req.valid('json')), 200));

  async function handIn(c: Context, store: Store, body: Body) {
    const { customerId, publisherId } = await customerOf(platform, c);
    const { offerId, receipt } = body;
    const { country } = placeOf(addressOf(c, body.customerIP ?? undefined));
    const couponCode = body.couponCode || null;
    await receive(platform.db, { customerId, publisherId, store, offerId, receipt, country, couponCode }, platform.clock.now());
    return success({ success: true as const });
  }
}

interface Body {
  offerId: string;
  receipt: Receipt;
  customerIP?: string | null | undefined;
  couponCode?: string | null | undefined;
}
