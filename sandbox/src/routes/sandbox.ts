import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { settle } from '../db/purchase.js';
import { orders } from '../db/schema.js';
import type { Platform } from '../platform.js';
import { Refusal } from '../refusal.js';

/** PayPal's way back to the platform. */
export function sandboxRoutes(platform: Platform): Hono {
  const { db, clock, psp } = platform;
  const app = new Hono();

  /** Where PayPal sends an approved payment: captured once, then on to the shop. */
  app.get('/paypal/callback', async (c) => {
    const session = await payPalSession(c.req.query('token'));
    const [order] = await db
      .select()
      .from(orders)
      .where(eq(orders.id, session.orderId ?? 0));
    if (!order || (session.state !== 'approved' && session.state !== 'captured')) {
      return c.redirect(withParams(session.errorUrl, { message: 'The payment was not approved' }));
    }
    const method = {
      gateway: 'paypal',
      method: 'paypal',
      externalId: session.id,
      params: { payerId: 'Z7Y6X5W4V3U2T', holderName: 'Sandbox Buyer' },
    };
    const payment = await settle(db, order, method, clock.now());
    await psp.setState(session.id, 'captured');
    return c.redirect(withParams(session.successUrl, { externalPaymentId: payment.externalId }));
  });

  app.get('/paypal/cancel', async (c) => c.redirect(withParams((await payPalSession(c.req.query('token'))).cancelUrl, {})));

  async function payPalSession(token: string | undefined) {
    const session = token ? await psp.get(token) : undefined;
    if (session?.gateway !== 'paypal') throw new Refusal(404, 'There is no such PayPal payment');
    return session;
  }

  return app;
}

function withParams(address: string | null, params: Record<string, string>): string {
  const url = new URL(address ?? 'about:blank');
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return url.href;
}
