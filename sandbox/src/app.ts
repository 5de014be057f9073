import { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { openApiDocument } from './contract/document.js';
import { pageRoutes } from './pages/routes.js';
import type { Platform } from './platform.js';
import { adyenHosts } from './psp/adyen/hosts.js';
import { issuerPages } from './psp/adyen/issuer.js';
import { payPalCallback } from './psp/paypal/callback.js';
import { payPalHosts } from './psp/paypal/hosts.js';
import { Refusal, refusalFor } from './refusal.js';
import { accountRoutes } from './routes/account.js';
import { captureRoutes } from './routes/capture.js';
import { consentRoutes } from './routes/consents.js';
import { coreRoutes } from './routes/core/index.js';
import { giftRoutes } from './routes/gifts.js';
import { identityRoutes } from './routes/identity.js';
import { inAppRoutes } from './routes/in-app.js';
import { offerRoutes } from './routes/offers.js';
import { orderRoutes } from './routes/orders.js';
import { passwordRoutes } from './routes/passwords.js';
import { paymentRoutes } from './routes/payments.js';
import { publisherSettingsRoutes } from './routes/publisher-settings.js';
import { publisherRoutes } from './routes/publisher.js';
import { sandboxToolRoutes } from './routes/sandbox-tools.js';
import { changesTime, sandboxWorldRoutes } from './routes/sandbox-world.js';
import { subscriptionRoutes } from './routes/subscriptions.js';
import { switchRoutes } from './routes/switches.js';
import { waitsForReceivers, webhookRoutes } from './routes/webhooks.js';
import { Faults } from './tools/faults.js';
import { injection } from './tools/inject.js';
import { intake } from './tools/intake.js';
import { RequestLog } from './tools/requests.js';
import { watch } from './tools/watch.js';
import { refuseInvalid } from './validation.js';

/** The whole sandbox on one origin: the platform at the root, the payment providers' hosts and what is ours below their own paths. */
export function createApp(platform: Platform) {
  const { clock, origin, psp } = platform;
  const tools = { faults: new Faults(), requests: new RequestLog() };
  const app = new OpenAPIHono({ defaultHook: refuseInvalid });

  // Outermost first: what is noted of every answer, who may read it, what comes in at all, what goes wrong on purpose.
  const { observe, note } = watch(tools.requests, clock);
  app.use('*', observe);
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
  app.use('*', intake(note));
  app.use('*', injection(tools.faults, note));
  // Whatever happened goes out once it is answered.
  app.use('*', async (_c, next) => {
    await next();
    platform.webhooks.kick();
  });
  // Nothing is overdue while a request is served, and time stands still for it. What moves time itself waits for all others to end.
  const inTime: MiddlewareHandler = (c, next) => (changesTime(c) || waitsForReceivers(c) ? next() : platform.lifecycle.serve(next));
  app.use('*', inTime);
  // A world that begins anew begins without faults.
  app.use('/sandbox/reset', async (c, next) => {
    await next();
    if (c.res.ok) tools.faults.replace([]);
  });

  for (const routes of [
    identityRoutes,
    passwordRoutes,
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
    coreRoutes,
    publisherRoutes,
    publisherSettingsRoutes,
    webhookRoutes,
    sandboxWorldRoutes,
  ])
    routes(app, platform);
  sandboxToolRoutes(app, platform, tools);
  const document = openApiDocument();
  app.get('/openapi.json', (c) => c.json(document));
  app.route('/', pageRoutes(platform));
  app.route('/sandbox/paypal', payPalCallback(platform));
  app.route('/', issuerPages({ store: psp, origin }));
  app.route('/', adyenHosts({ store: psp, origin }));
  app.route('/paypal', payPalHosts({ store: psp, origin }));

  app.notFound((c) => fail(c, new Refusal(404, `There is no ${c.req.method} ${c.req.path}`)));
  app.onError((error, c) => fail(c, refusalFor(error)));
  return { fetch: (request: Request, env?: object) => app.fetch(request, env) };
}

function fail(c: Context, { status, message, code }: Refusal) {
  if (status === 429) {
    c.header('Retry-After', '10');
    if (!code) return c.json({ message }, status);
  }
  return c.json({ errors: [message], ...(code ? { code } : {}), message }, status);
}
