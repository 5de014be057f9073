import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/switches.js';
import { availability, giveUpSwitch, listSwitches, ownSwitch, requestSwitch } from '../db/switches.js';
import { customerOf, ownCustomer, success, type Platform } from '../platform.js';
import { availabilityView, switchView } from './views/switches.js';

export function switchRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;

  app.openapi(contract.getSwitchAvailability, async (c) => {
    const { customerId: id, offerId } = c.req.valid('param');
    const { customerId } = await ownCustomer(platform, c, id);
    return c.json(success(availabilityView(await availability(db, customerId, offerId, clock.now()))), 200);
  });

  app.openapi(contract.requestSwitch, async (c) => {
    const { customerId: id, offerId } = c.req.valid('param');
    const { customerId } = await ownCustomer(platform, c, id);
    return c.json(success(switchView(await requestSwitch(db, customerId, offerId, c.req.valid('json'), clock.now()))), 200);
  });

  app.openapi(contract.getSwitch, async (c) => {
    const { customerId } = await customerOf(platform, c);
    return c.json(success(switchView(await ownSwitch(db, c.req.valid('param').switchId, customerId))), 200);
  });

  app.openapi(contract.listSwitches, async (c) => {
    const { customerId } = await customerOf(platform, c);
    return c.json(success((await listSwitches(db, customerId, c.req.valid('query'))).map(switchView)), 200);
  });

  app.openapi(contract.cancelSwitch, async (c) => {
    const { customerId } = await customerOf(platform, c);
    return c.json(success(switchView(await giveUpSwitch(db, c.req.valid('param').switchId, customerId, clock.now()))), 200);
  });
}
