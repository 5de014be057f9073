import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Platform } from '../../platform.js';
import { coreCatalogueRoutes } from './catalogue.js';
import { coreCustomerRoutes } from './customers.js';
import { coreGiftRoutes } from './gifts.js';
import { coreOrderRoutes } from './orders.js';
import { coreSubscriptionRoutes } from './subscriptions.js';

/** The Core API, for publishers' servers. On the platform it has a host of its own. */
export function coreRoutes(app: OpenAPIHono, platform: Platform): void {
  coreCustomerRoutes(app, platform);
  coreOrderRoutes(app, platform);
  coreSubscriptionRoutes(app, platform);
  coreCatalogueRoutes(app, platform);
  coreGiftRoutes(app, platform);
}
