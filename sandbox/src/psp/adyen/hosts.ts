import { Hono } from 'hono';
import { browserFile } from '../browser-files.js';
import type { PspStore } from '../store.js';
import { text } from '../../text.js';
import { sendProviderPage } from '../../pages/layout.js';
import { unhandled } from '../unhandled.js';
import { brandOf, lookUpBin } from './bins.js';
import { countries, phonePrefixes, states } from './datasets.js';
import { scriptPage, securedFieldPage } from './pages.js';
import { challengeAction, decode, encode, resultOf } from './tokens.js';

const SCRIPTS = {
  'secured-field.js': browserFile(import.meta.url, 'secured-field.js'),
  'secured-field.css': browserFile(import.meta.url, 'secured-field.css'),
  'notify.js': browserFile(import.meta.url, 'notify.js'),
  'submit.js': browserFile(import.meta.url, 'submit.js'),
} as const;

/** What the status of a code on a screen is called, by the state of its attempt. */
const STATUS = { created: 'pending', approved: 'authorised', captured: 'authorised', refused: 'refused', cancelled: 'cancelled' } as const;

/**
 * Adyen's hosts as the unmodified Drop-in calls them. Paths are matched by their end, because the api address carries a marker
 * (`…/test/http://localhost:8080/`) and version numbers change with every release of the library. What nobody answers is marked in the
 * list of requests: the alarm for an upgrade of the library.
 */
export function adyenHosts({ store, origin }: { store: PspStore; origin: () => string }): Hono {
  const app = new Hono();

  app.get('/checkoutshopper/sandbox/:file', (c) => {
    const name = c.req.param('file') as keyof typeof SCRIPTS;
    if (!Object.hasOwn(SCRIPTS, name)) return unhandled(c);
    return c.body(SCRIPTS[name], 200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript' });
  });

  app.get('/checkoutshopper/*', (c) => {
    const { path } = c.req;
    if (/\/securedFields\.html$/.test(path)) return sendProviderPage(c, securedFieldPage('/checkoutshopper/sandbox/secured-field.js'));
    if (/\/dfp\.[\d.]+\.html$/.test(path)) {
      const fingerprint = { type: 'deviceFingerprint', value: 'sandbox', persistentCookie: [], components: {} };
      return sendProviderPage(c, scriptPage('notify.js', fingerprint));
    }
    const image = /\/images\/(logos|components)\/([\w/-]+)\.(?:svg|png|gif)$/.exec(path);
    if (image) return c.body(image[1] === 'logos' ? logo(image[2]!) : icon(), 200, { 'Content-Type': 'image/svg+xml' });
    if (/\/utility\/v1\/barcode\.png$/.test(path)) return c.body(barcode(), 200, { 'Content-Type': 'image/svg+xml' });
    if (/\/translations\/[\w-]+\.json$/.test(path)) return c.json({});
    const locale = /\/datasets\/countries\/([\w-]+)\.json$/.exec(path)?.[1];
    if (locale) return c.json(countries(locale));
    const country = /\/datasets\/states\/(\w\w)\/[\w-]+\.json$/.exec(path)?.[1];
    if (country) return c.json(states(country));
    if (/\/datasets\/phonenumbers(\/[\w-]+)?\.json$/.test(path)) return c.json(phonePrefixes());
    return unhandled(c);
  });

  app.post('/checkoutshopper/*', async (c) => {
    const { path } = c.req;
    const body = await c.req.json<unknown>().catch(() => undefined);
    const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
    if (/\/bin\/binLookup$/.test(path)) return c.json(lookUpBin(fields));
    if (/\/submitThreeDS2Fingerprint$/.test(path)) return c.json(await afterFingerprint(fields['paymentData']));
    if (/\/services\/PaymentInitiation\/v1\/status$/.test(path)) return c.json(await statusOf(fields['paymentData']));
    return unhandled(c);
  });

  app.post('/checkoutanalytics/v3/analytics', async (c) => {
    const body = await c.req.json<{ checkoutAttemptId?: unknown } | null>().catch(() => null);
    return c.json({ checkoutAttemptId: text(body?.checkoutAttemptId) || `sandbox-${crypto.randomUUID()}` });
  });
  app.post('/checkoutanalytics/v3/analytics/:id', (c) => c.body(null, 204));
  app.all('/checkoutanalytics/*', unhandled);
  app.all('/checkoutshopper/*', unhandled);

  async function afterFingerprint(paymentData: unknown) {
    const id = text(decode(paymentData)['sessionId']);
    const session = await store.get(id);
    if (session?.challenge) return { type: 'action', action: challengeAction(origin(), id) };
    await store.decide(id, 'approved');
    return { type: 'completed', details: { threeDSResult: encode({ transStatus: 'Y', authorisationToken: id }) } };
  }

  /** A shop's page asks how the code on its screen is getting on. */
  async function statusOf(paymentData: unknown) {
    const id = text(decode(paymentData)['sessionId']);
    const session = await store.get(id);
    if (!session) return { type: 'validation', resultCode: 'unknown', payload: '' };
    const resultCode = STATUS[session.state];
    return resultCode === 'pending'
      ? { type: 'pending', resultCode, payload: '' }
      : { type: 'complete', resultCode, payload: resultOf(id) };
  }

  return app;
}

const svg = (width: number, height: number, drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;

const label = (x: number, y: number, size: number, words: string) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="700" fill="#3c4250" text-anchor="middle" font-family="sans-serif">${words}</text>`;

/** A neutral stand-in for a brand's logo. */
const logo = (name: string) => svg(40, 26, `<rect width="40" height="26" rx="4" fill="#e8eaed"/>${label(20, 16.5, 9, brandOf(name))}`);

const icon = () => svg(16, 16, '<circle cx="8" cy="8" r="5" fill="none" stroke="#7b8294" stroke-width="1.5"/>');

/** Where a code would be. No camera sees it: it says where the viewer's phone is. */
const barcode = () =>
  svg(
    240,
    240,
    `<rect width="240" height="240" rx="12" fill="#fff" stroke="#3c4250" stroke-width="6" stroke-dasharray="18 12"/>${label(120, 105, 18, 'SANDBOX')}${label(120, 135, 15, 'Answer it on')}${label(120, 157, 15, '/sandbox/phone')}`,
  );
