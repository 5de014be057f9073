import { Hono } from 'hono';
import { formatAmount } from '../amount.js';
import { withParam } from '../addresses.js';
import { formOf } from '../form.js';
import type { PspSession, PspStore } from '../store.js';
import { text } from '../../text.js';
import { sendProviderPage } from '../../pages/layout.js';
import { titleOf } from './methods.js';
import { challengePage, decidedPage, gonePage, methodPage, phonePage, redirectPage, scriptPage } from './pages.js';
import { NOT_AUTHENTICATED } from './payments.js';
import { decode, resultOf } from './tokens.js';

const MOBILE = 'bancontact_mobile';

/** What 3-D Secure calls the outcome of a challenge. */
const TRANS_STATUS = { approved: 'Y', refused: 'N', cancelled: 'U' } as const;

/** The issuers of all cards and accounts: what they show in the shop's page, on their own, and on the viewer's phone. */
export function issuerPages({ store, origin }: { store: PspStore; origin: () => string }): Hono {
  const app = new Hono();

  app.post('/sandbox/3ds/method', async (c) => {
    const data = (await formOf(c))('threeDSMethodData');
    return sendProviderPage(c, methodPage(data, `${origin()}/sandbox/3ds/method-notification`));
  });

  app.post('/sandbox/3ds/method-notification', (c) =>
    sendProviderPage(c, scriptPage('notify.js', { result: { threeDSCompInd: 'Y' }, type: 'fingerPrintResult' })),
  );

  app.post('/sandbox/3ds/acs', async (c) => {
    const session = await store.get(text(decode((await formOf(c))('creq'))['acsTransID']));
    return session ? sendProviderPage(c, challengePage(session.id, formatAmount(session.amount))) : sendProviderPage(c, gonePage(), 404);
  });

  app.post('/sandbox/3ds/challenge-notification', async (c) => {
    const field = await formOf(c);
    const [outcome, password] = [field('outcome'), field('password')];
    const answer =
      outcome === 'confirm' ? (password === 'password' ? 'approved' : 'refused') : outcome === 'cancel' ? 'cancelled' : 'refused';
    await store.decide(field('session'), answer, answer === 'refused' ? NOT_AUTHENTICATED : undefined);
    const transStatus = outcome === 'time-out' ? 'U' : TRANS_STATUS[answer];
    return sendProviderPage(c, scriptPage('notify.js', { result: { transStatus }, type: 'challengeResult' }));
  });

  app.get('/sandbox/redirect', async (c) => {
    const session = await store.get(c.req.query('session') ?? '');
    return session ? sendProviderPage(c, bankPage(session)) : sendProviderPage(c, gonePage(), 404);
  });

  app.post('/sandbox/redirect', async (c) => {
    const session = await store.get((await formOf(c))('MD'));
    return session ? sendProviderPage(c, bankPage(session)) : sendProviderPage(c, gonePage(), 404);
  });

  app.post('/sandbox/redirect/decision', async (c) => {
    const field = await formOf(c);
    const outcome = field('outcome');
    const session = await store.get(field('session'));
    if (!session?.returnUrl) return sendProviderPage(c, gonePage(), 404);
    const answer = outcome === 'approved' || outcome === 'refused' ? outcome : 'cancelled';
    await store.decide(session.id, answer, answer === 'refused' ? { code: 2, reason: 'Refused' } : undefined);
    // The first word counts: what a second visit says changes nothing.
    if (session.method === MOBILE) return sendProviderPage(c, decidedPage((await store.get(session.id))?.state ?? answer));
    return c.redirect(withParam(session.returnUrl, 'redirectResult', resultOf(session.id)), 303);
  });

  app.get('/sandbox/phone', async (c) => {
    const waiting = await store.undecided(MOBILE);
    return sendProviderPage(c, phonePage(waiting.map(({ id, amount }) => ({ id, amount: formatAmount(amount) }))));
  });

  return app;
}

const bankPage = ({ id, method, amount }: PspSession) =>
  redirectPage({ id, title: titleOf(method), amount: formatAmount(amount), app: method === MOBILE });
