import { Hono } from 'hono';
import { formatAmount } from '../amount.js';
import { browserFile } from '../browser-files.js';
import { PAYPAL_BUYER } from '../../db/capture.js';
import { sendProviderPage } from '../../pages/layout.js';
import { formOf } from '../form.js';
import type { PspStore } from '../store.js';
import { unhandled } from '../unhandled.js';
import { approvalPage, buttonPage, decidedPage, gonePage } from './pages.js';
import { payPalSession, paymentTokenOf } from './payments.js';

const FILES = {
  'sdk.js': browserFile(import.meta.url, 'sdk.js'),
  'button.js': browserFile(import.meta.url, 'button.js'),
  'button.css': browserFile(import.meta.url, 'button.css'),
  'decided.js': browserFile(import.meta.url, 'decided.js'),
} as const;

/** Query keys PayPal's script takes; any other is answered with 400, as is an empty value. */
const KEYS = new Set([
  'client-id',
  'merchant-id',
  'components',
  'currency',
  'intent',
  'commit',
  'vault',
  'locale',
  'disable-funding',
  'enable-funding',
  'buyer-country',
  'debug',
  'integration-date',
]);
const LOCALES = new Set(
  'en_US en_AU en_GB fr_CA es_ES it_IT fr_FR de_DE pt_BR zh_CN da_DK zh_HK id_ID he_IL ja_JP ko_KR nl_NL no_NO pl_PL pt_PT ru_RU sv_SE th_TH zh_TW'.split(
    ' ',
  ),
);
/** The pages where a buyer approves, and who waits for the answer: the opener of a popup, or the platform after a redirect. */
const APPROVALS = ['/checkoutnow', '/cgi-bin/webscr', '/agreements/approve'] as const;

/** PayPal's hosts as the unmodified loader and the redirect flow use them. */
export function payPalHosts({ store, origin }: { store: PspStore; origin: () => string }): Hono {
  const app = new Hono();

  app.get('/sdk/js', (c) => {
    const query = Object.entries(c.req.query());
    const wrong = query.find(([key, value]) => !KEYS.has(key) || value === '' || (key === 'locale' && !LOCALES.has(value)));
    if (wrong) return c.text(`Disallowed query param: ${wrong[0]}`, 400);
    if (!c.req.query('client-id')) return c.text('Expected client-id to be passed', 400);
    return c.body(FILES['sdk.js'], 200, { 'Content-Type': 'text/javascript' });
  });

  app.get('/browser/:file', (c) => {
    const name = c.req.param('file') as keyof typeof FILES;
    if (!Object.hasOwn(FILES, name)) return unhandled(c);
    return c.body(FILES[name], 200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript' });
  });

  app.get('/smart/buttons', (c) => sendProviderPage(c, buttonPage('Pay with')));

  for (const path of APPROVALS) {
    app.get(path, async (c) => {
      const session = await payPalSession(store, c.req.query('ba_token') ?? c.req.query('token') ?? '');
      if (!session) return sendProviderPage(c, gonePage(), 404);
      const waits = c.req.query('context') === 'popup' ? 'popup' : 'platform';
      const amount = session.orderId === null ? null : formatAmount(session.amount);
      return sendProviderPage(c, approvalPage({ token: session.id, amount, waits }));
    });
  }

  app.post('/decision', async (c) => {
    const field = await formOf(c);
    const decision = field('decision');
    const session = await payPalSession(store, field('token'));
    if (!session) return sendProviderPage(c, gonePage(), 404);
    const answer = decision === 'approve' ? 'approved' : decision === 'fail' ? 'refused' : 'cancelled';
    // Who cancels may come back and approve after all: only an approval and a failure are final.
    if (answer !== 'cancelled') {
      await store.decide(session.id, answer, answer === 'refused' ? { code: 0, reason: 'INSTRUMENT_DECLINED' } : undefined);
    }
    const agreement = session.orderId === null ? session.id : null;
    const paymentToken = agreement ? paymentTokenOf(agreement) : session.id;
    if (field('waits') === 'popup') {
      const message = { paypalDecision: answer, orderID: paymentToken, billingToken: agreement, payerID: PAYPAL_BUYER.payerId };
      return sendProviderPage(c, decidedPage(message));
    }
    const query = new URLSearchParams({ token: paymentToken, ...(agreement ? { ba_token: agreement } : {}) });
    if (answer === 'approved') query.set('PayerID', PAYPAL_BUYER.payerId);
    return c.redirect(`${origin()}/sandbox/paypal/${answer === 'cancelled' ? 'cancel' : 'callback'}?${query.toString()}`, 303);
  });

  /** The payment token the script makes of an agreement's token. */
  app.post('/v1/billing-agreements/:token/ec-token', async (c) => {
    const session = await payPalSession(store, c.req.param('token'));
    if (session?.orderId !== null) return c.json({ name: 'RESOURCE_NOT_FOUND' }, 404);
    return c.json({ orderID: paymentTokenOf(session.id) });
  });

  /** What the script checks before it opens the approval page. */
  app.get('/session/:token', async (c) => {
    const session = await payPalSession(store, c.req.param('token'));
    if (!session) return c.json({ name: 'RESOURCE_NOT_FOUND' }, 404);
    return c.json({ currency: session.amount.currency, agreement: session.orderId === null });
  });

  app.all('*', unhandled);

  return app;
}
