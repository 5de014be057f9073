import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import * as account from './account.js';
import * as capture from './capture.js';
import * as consents from './consents.js';
import * as gifts from './gifts.js';
import * as identity from './identity.js';
import * as inApp from './in-app.js';
import * as offers from './offers.js';
import * as orders from './orders.js';
import * as payments from './payments.js';
import * as sandboxWorld from './sandbox-world.js';
import * as subscriptions from './subscriptions.js';
import * as switches from './switches.js';

/** Every operation of the contract: what the resources export besides their schemas. */
const resources = [identity, consents, capture, offers, orders, gifts, payments, inApp, account, subscriptions, switches, sandboxWorld];
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
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Subscription platform (MediaStore API), reconstructed',
      version: '0.1.0',
      description: 'Reconstructed from public sources. Each operation says in x-evidence where it comes from.',
    },
  });
}
