import { Hono } from 'hono';
import { formatAmount } from '../amount.js';
import { browserFile } from '../browser-files.js';
import type { PspStore } from '../store.js';
import { approvalPage, buttonPage, decidedPage } from './pages.js';
import { text } from '../../text.js';

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
const PAYER = 'Z7Y6X5W4V3U2T';

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
    if (!(name in FILES)) return c.notFound();
    return c.body(FILES[name], 200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript' });
  });

  app.get('/smart/buttons', (c) => c.html(buttonPage('Pay with')));

  for (const [path, mode] of [
    ['/checkoutnow', 'popup'],
    ['/cgi-bin/webscr', 'redirect'],
  ] as const) {
    app.get(path, async (c) => {
      const session = await store.get(c.req.query('token') ?? '');
      if (session?.gateway !== 'paypal') return c.text('This payment is not known. Go back to the shop and start again.', 404);
      return c.html(approvalPage(session.id, formatAmount(session.amount), mode));
    });
  }

  app.post('/decision', async (c) => {
    const { token, mode, decision } = await c.req.parseBody();
    const session = await store.get(text(token));
    if (session?.gateway !== 'paypal') return c.text('This payment is not known. Go back to the shop and start again.', 404);
    const approved = decision === 'approve';
    if (approved && session.state === 'created') await store.setState(session.id, 'approved');
    if (mode === 'popup')
      return c.html(decidedPage({ paypalDecision: approved ? 'approve' : 'cancel', token: session.id, payerID: PAYER }));
    const path = approved ? `callback?token=${session.id}&PayerID=${PAYER}` : `cancel?token=${session.id}`;
    return c.redirect(`${origin()}/sandbox/paypal/${path}`, 303);
  });

  /** What the script checks before it opens the approval page. */
  app.get('/session/:token', async (c) => {
    const session = await store.get(c.req.param('token'));
    return session?.gateway === 'paypal' ? c.json({ currency: session.amount.currency }) : c.json({ name: 'RESOURCE_NOT_FOUND' }, 404);
  });

  return app;
}
