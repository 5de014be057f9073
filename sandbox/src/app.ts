import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { cors } from 'hono/cors';
import { HTTPException } from 'hono/http-exception';
import { openApiDocument } from './contract/document.js';
import { homePage } from './pages/home.js';
import type { Platform } from './platform.js';
import { adyenHosts } from './psp/adyen/hosts.js';
import { payPalHosts } from './psp/paypal/hosts.js';
import { Refusal } from './refusal.js';
import { accountRoutes } from './routes/account.js';
import { captureRoutes } from './routes/capture.js';
import { consentRoutes } from './routes/consents.js';
import { giftRoutes } from './routes/gifts.js';
import { identityRoutes } from './routes/identity.js';
import { inAppRoutes } from './routes/in-app.js';
import { offerRoutes } from './routes/offers.js';
import { orderRoutes } from './routes/orders.js';
import { paymentRoutes } from './routes/payments.js';
import { sandboxRoutes } from './routes/sandbox.js';
import { changesTime, sandboxWorldRoutes } from './routes/sandbox-world.js';
import { subscriptionRoutes } from './routes/subscriptions.js';
import { switchRoutes } from './routes/switches.js';
import { refuseInvalid } from './validation.js';

/** The whole sandbox on one origin: the platform at the root, the payment providers' hosts and what is ours below their own paths. */
export function createApp(platform: Platform) {
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.use(
    '*',
    cors({
      origin: '*',
      allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      allowHeaders: ['Authorization', 'Content-Type', 'Accept', 'X-Requested-By'],
      exposeHeaders: ['Date', 'Retry-After', 'X-Request-Id'],
      maxAge: 7200,
    }),
  );
  app.use('*', async (c, next) => {
    c.header('X-Request-Id', crypto.randomUUID());
    await next();
    c.header('Date', new Date(platform.clock.now() * 1000).toUTCString());
  });
  // Nothing is overdue while a request is served, and time stands still for it. What moves time itself waits for all others to end.
  app.use('*', (c, next) => (changesTime(c) ? next() : platform.lifecycle.serve(next)));
  const document = openApiDocument();
  app.get('/', (c) => c.html(homePage(platform.origin())));
  app.get('/openapi.json', (c) => c.json(document));
  for (const routes of [
    identityRoutes,
    consentRoutes,
    captureRoutes,
    offerRoutes,
    orderRoutes,
    giftRoutes,
    paymentRoutes,
    inAppRoutes,
    accountRoutes,
    subscriptionRoutes,
    switchRoutes,
    sandboxWorldRoutes,
  ])
    routes(app, platform);
  app.route('/sandbox', sandboxRoutes(platform));
  app.route('/', adyenHosts({ store: platform.psp, origin: platform.origin }));
  app.route('/paypal', payPalHosts({ store: platform.psp, origin: platform.origin }));
  app.notFound((c) => fail(c, new Refusal(404, `There is no ${c.req.method} ${c.req.path}`)));
  app.onError((error, c) => {
    if (error instanceof Refusal) return fail(c, error);
    if (error instanceof HTTPException) return fail(c, new Refusal(400, 'Invalid request body', 'REQ0001'));
    console.error(error);
    return fail(c, new Refusal(500, 'Internal Server Error', 'S0001'));
  });
  return { fetch: async (request: Request) => app.fetch(await asJson(request)) };
}

function fail(c: Context, refusal: Refusal) {
  const { status, message, code } = refusal;
  if (status === 429) {
    c.header('Retry-After', '10');
    if (!code) return c.json({ message }, status);
  }
  return c.json({ errors: [message], ...(code ? { code } : {}), message }, status);
}

/** Clients send JSON under another content type, or none: it is read as JSON all the same. Forms are the payment pages' own. */
async function asJson(request: Request): Promise<Request> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!['POST', 'PUT', 'PATCH'].includes(request.method) || /json|form/.test(type)) return request;
  const headers = new Headers(request.headers);
  headers.set('Content-Type', 'application/json');
  return new Request(request.url, { method: request.method, headers, body: (await request.text()) || '{}' });
}
