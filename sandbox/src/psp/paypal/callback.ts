import { Hono } from 'hono';
import type { Clock } from '../../clock.js';
import { captureDetails, captureOrder } from '../../db/capture.js';
import type { Db } from '../../db/open.js';
import { sendProviderPage } from '../../pages/layout.js';
import { Refusal } from '../../refusal.js';
import { withParam } from '../addresses.js';
import type { PspSession, PspStore } from '../store.js';
import { gonePage } from './pages.js';
import { payPalSession } from './payments.js';

interface Ports {
  db: Db;
  clock: Pick<Clock, 'now'>;
  psp: PspStore;
}

/** Where PayPal sends the buyer back to the platform, which charges what was approved, and sends the buyer on to the shop. */
export function payPalCallback({ db, clock, psp }: Ports): Hono {
  const app = new Hono();

  app.get('/callback', async (c) => {
    const session = await payPalSession(psp, c.req.query('ba_token') ?? c.req.query('token') ?? '');
    if (!session) return sendProviderPage(c, gonePage(), 404);
    return c.redirect(await charged(session));
  });

  app.get('/cancel', async (c) => {
    const session = await payPalSession(psp, c.req.query('ba_token') ?? c.req.query('token') ?? '');
    return session?.cancelUrl ? c.redirect(session.cancelUrl) : sendProviderPage(c, gonePage(), 404);
  });

  /** Charges once, however often it is asked, and says where the shop wants the buyer. An address that claims an approval proves nothing. */
  async function charged(session: PspSession): Promise<string> {
    const { orderId, state, successUrl, errorUrl } = session;
    const failed = (message: string) => withParam(errorUrl!, 'message', message);
    if (state === 'refused') return failed('PayPal could not charge the account');
    if (state !== 'approved' && state !== 'captured') return failed('The payment was not approved');
    try {
      if (orderId === null) {
        await captureDetails(db, session, clock.now());
        return successUrl!;
      }
      const payment = await captureOrder(db, orderId, session, clock.now());
      return withParam(successUrl!, 'externalPaymentId', payment.externalId);
    } catch (error) {
      if (error instanceof Refusal) return failed(`The payment could not be completed: ${error.message}`);
      throw error;
    }
  }

  return app;
}
