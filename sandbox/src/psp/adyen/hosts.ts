import { Hono } from 'hono';
import { browserFile } from '../browser-files.js';
import { formatAmount } from '../amount.js';
import type { PspSession, PspStore } from '../store.js';
import { brandOf, lookUpBin } from './bins.js';
import { challengePage, gonePage, methodPage, redirectPage, scriptPage, securedFieldPage } from './pages.js';
import { challengeAction, decode, encode } from './tokens.js';
import { text } from '../../text.js';

const SCRIPTS = {
  'secured-field.js': browserFile(import.meta.url, 'secured-field.js'),
  'secured-field.css': browserFile(import.meta.url, 'secured-field.css'),
  'notify.js': browserFile(import.meta.url, 'notify.js'),
  'submit.js': browserFile(import.meta.url, 'submit.js'),
} as const;

const COUNTRIES = ['AT', 'DE', 'FR', 'GB', 'NL', 'PL', 'SE', 'US'];

/**
 * Adyen's hosts as the unmodified Drop-in calls them, for cards and 3-D Secure 2. Paths are matched by their end, because the api address
 * carries a marker (`…/test/http://localhost:8080/`) and version numbers change with every release of the library.
 */
export function adyenHosts({ store, origin }: { store: PspStore; origin: () => string }): Hono {
  const app = new Hono();
  /** Calls nobody answered: the alarm for an upgrade of the library. */
  const unhandled: string[] = [];

  app.get('/checkoutshopper/sandbox/:file', (c) => {
    const name = c.req.param('file') as keyof typeof SCRIPTS;
    if (!(name in SCRIPTS)) return c.notFound();
    return c.body(SCRIPTS[name], 200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript' });
  });

  app.get('/checkoutshopper/*', (c) => {
    const { path } = c.req;
    if (/\/securedFields\.html$/.test(path)) return c.html(securedFieldPage('/checkoutshopper/sandbox/secured-field.js'));
    if (/\/dfp\.[\d.]+\.html$/.test(path)) {
      return c.html(scriptPage('notify.js', { type: 'deviceFingerprint', value: 'sandbox', persistentCookie: [], components: {} }));
    }
    const image = /\/images\/(logos|components)\/([\w/-]+)\.(?:svg|png|gif)$/.exec(path);
    if (image) return c.body(image[1] === 'logos' ? logo(image[2]!) : icon(), 200, { 'Content-Type': 'image/svg+xml' });
    if (/\/translations\/[\w-]+\.json$/.test(path)) return c.json({});
    const locale = /\/datasets\/countries\/([\w-]+)\.json$/.exec(path)?.[1];
    if (locale) {
      const names = new Intl.DisplayNames(locale, { type: 'region' });
      return c.json(COUNTRIES.map((id) => ({ id, name: names.of(id) })));
    }
    if (/\/datasets\/(states\/\w\w\/[\w-]+|phonenumbers)\.json$/.test(path)) return c.json([]);
    return unknown(c.req.method, path);
  });

  app.post('/checkoutshopper/*', async (c) => {
    const { path } = c.req;
    const body = await c.req.json<Record<string, unknown>>().catch((): Record<string, unknown> => ({}));
    if (/\/bin\/binLookup$/.test(path)) return c.json(lookUpBin(body));
    if (/\/submitThreeDS2Fingerprint$/.test(path)) return c.json(await afterFingerprint(body['paymentData']));
    return unknown(c.req.method, path);
  });

  app.post('/checkoutanalytics/v3/analytics', async (c) => {
    const { checkoutAttemptId } = await c.req.json<{ checkoutAttemptId?: string }>();
    return c.json({ checkoutAttemptId: checkoutAttemptId ?? `sandbox-${crypto.randomUUID()}` });
  });
  app.post('/checkoutanalytics/v3/analytics/:id', (c) => c.body(null, 204));

  app.post('/sandbox/3ds/method', async (c) => {
    const data = text((await c.req.parseBody())['threeDSMethodData']);
    return c.html(methodPage(data, `${origin()}/sandbox/3ds/method-notification`));
  });
  app.post('/sandbox/3ds/method-notification', (c) =>
    c.html(scriptPage('notify.js', { result: { threeDSCompInd: 'Y' }, type: 'fingerPrintResult' })),
  );
  app.post('/sandbox/3ds/acs', async (c) => {
    const session = await store.get(text(decode((await c.req.parseBody())['creq'])['acsTransID']));
    return session ? c.html(challengePage(session.id, formatAmount(session.amount))) : c.html(gonePage(), 404);
  });
  app.post('/sandbox/3ds/challenge-notification', async (c) => {
    const { session: id, outcome, password } = await c.req.parseBody();
    const passed = outcome === 'confirm' && password === 'password';
    await decide(text(id), passed ? 'approved' : outcome === 'cancel' ? 'cancelled' : 'refused');
    const transStatus = passed ? 'Y' : outcome === 'cancel' ? 'U' : 'N';
    return c.html(scriptPage('notify.js', { result: { transStatus }, type: 'challengeResult' }));
  });

  app.get('/sandbox/redirect', async (c) => {
    const session = await store.get(c.req.query('session') ?? '');
    return session ? c.html(redirectPage(session.id, formatAmount(session.amount))) : c.html(gonePage(), 404);
  });
  app.post('/sandbox/redirect', async (c) => {
    const { session: id, outcome } = await c.req.parseBody();
    const session = await store.get(text(id));
    if (!session?.returnUrl) return c.html(gonePage(), 404);
    await decide(session.id, outcome === 'approved' || outcome === 'refused' ? outcome : 'cancelled');
    const back = new URL(session.returnUrl);
    back.searchParams.set('redirectResult', session.id);
    return c.redirect(back.href, 303);
  });

  app.get('/sandbox/psp/unhandled', (c) => c.json(unhandled));

  /** The issuer's word; the first one counts. */
  async function decide(id: string, state: PspSession['state']): Promise<void> {
    const session = await store.get(id);
    if (session?.state === 'created') await store.setState(id, state);
  }

  async function afterFingerprint(paymentData: unknown) {
    const id = text(decode(paymentData)['sessionId']);
    const session = await store.get(id);
    if (session?.challenge) return { type: 'action', action: challengeAction(origin(), id) };
    await decide(id, 'approved');
    return { type: 'completed', details: { threeDSResult: encode({ transStatus: 'Y', authorisationToken: id }) } };
  }

  function unknown(method: string, path: string): Response {
    unhandled.push(`${method} ${path}`);
    return Response.json({ error: `The sandbox does not play ${path}` }, { status: 404 });
  }

  return app;
}

/** A neutral stand-in for a brand's logo. */
const logo = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="26"><rect width="40" height="26" rx="4" fill="#e8eaed"/><text x="20" y="16.5" font-size="9" font-weight="700" fill="#3c4250" text-anchor="middle" font-family="sans-serif">${brandOf(name)}</text></svg>`;

const icon = () =>
  '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"><circle cx="8" cy="8" r="5" fill="none" stroke="#7b8294" stroke-width="1.5"/></svg>';
