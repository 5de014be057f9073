import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import * as account from './account.js';
import * as capture from './capture.js';
import * as coreCatalogue from './core/catalogue.js';
import * as coreCustomers from './core/customers.js';
import * as coreGifts from './core/gifts.js';
import * as coreOrders from './core/orders.js';
import * as coreSubscriptions from './core/subscriptions.js';
import * as coreWebhooks from './core/webhooks.js';
import * as consents from './consents.js';
import * as gifts from './gifts.js';
import * as identity from './identity.js';
import * as inApp from './in-app.js';
import * as offers from './offers.js';
import * as orders from './orders.js';
import * as passwords from './passwords.js';
import * as payments from './payments.js';
import * as publisher from './publisher.js';
import * as publisherSettings from './publisher-settings.js';
import * as sandboxTools from './sandbox-tools.js';
import * as sandboxWorld from './sandbox-world.js';
import * as subscriptions from './subscriptions.js';
import * as switches from './switches.js';

/** Every operation of the contract: what the resources export besides their schemas. */
const resources = [
  identity,
  passwords,
  consents,
  capture,
  offers,
  orders,
  gifts,
  payments,
  inApp,
  account,
  subscriptions,
  switches,
  coreCustomers,
  coreOrders,
  coreSubscriptions,
  coreCatalogue,
  coreGifts,
  coreWebhooks,
  publisher,
  publisherSettings,
  sandboxTools,
  sandboxWorld,
];
const operations = resources.flatMap((resource) => Object.values(resource as Record<string, unknown>).filter(isRoute));

function isRoute(value: unknown): value is RouteConfig {
  return typeof value === 'object' && value !== null && 'getRoutingPath' in value;
}

/** The contract as an OpenAPI 3.1 document. It needs no database and no server. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  for (const route of operations) app.openAPIRegistry.registerPath(route);
  app.openAPIRegistry.registerComponent('securitySchemes', 'customer', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The JWT of a customer, valid for 15 minutes.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'publisher', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Publisher-Token',
    description: 'A key of a publisher, for its server. Never sent by a browser.',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'dashboard', {
    type: 'apiKey',
    in: 'cookie',
    name: 'sandbox_session',
    description: 'Whoever is signed in at the sandbox’s dashboard.',
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Subscription platform (MediaStore API), reconstructed',
      version: '0.1.0',
      description:
        'Reconstructed from public sources. Each operation says in x-evidence where it comes from. Below /3.1 is the Core API for publishers’ servers, which the platform has on another host; below /sandbox is what is the sandbox’s own.',
    },
  });
}
