import { Hono } from 'hono';
import { desc, eq } from 'drizzle-orm';
import { settle } from '../db/purchase.js';
import { holdings, mails, orders, payments } from '../db/schema.js';
import type { Platform } from '../platform.js';
import { Refusal } from '../refusal.js';
import { parseDuration } from '../rules/duration.js';

/** What is the sandbox's own: the clock, a look at the database, and PayPal's way back to the platform. */
export function sandboxRoutes(platform: Platform): Hono {
  const { db, clock, psp } = platform;
  const app = new Hono();

  app.get('/clock', (c) => c.json(clockView()));

  /** Moves the time forward: `{"advance":"P1M"}`, an ISO 8601 duration. */
  app.post('/clock', async (c) => {
    const { advance } = (await c.req.json().catch(() => ({}))) as { advance?: unknown };
    const seconds = typeof advance === 'string' ? parseDuration(advance, clock.now()) : undefined;
    if (seconds === undefined) throw new Refusal(400, 'Send {"advance":"P1M"}: an ISO 8601 duration, forward only');
    await clock.advance(seconds);
    return c.json(clockView());
  });

  app.get('/payments', async (c) => {
    const customerId = idOf(c.req.query('customerId'));
    return c.json(await db.select().from(payments).where(eq(payments.customerId, customerId)).orderBy(payments.id));
  });

  app.get('/subscriptions', async (c) => {
    const customerId = idOf(c.req.query('customerId'));
    return c.json(await db.select().from(holdings).where(eq(holdings.customerId, customerId)).orderBy(holdings.id));
  });

  /** Every e-mail to somebody, the newest first. */
  app.get('/mail', async (c) => {
    const recipient = c.req.query('recipient') ?? '';
    return c.json(await db.select().from(mails).where(eq(mails.recipient, recipient)).orderBy(desc(mails.id)));
  });

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

  const clockView = () => ({ now: new Date(clock.now() * 1000).toISOString(), offsetSeconds: clock.offset });

  async function payPalSession(token: string | undefined) {
    const session = token ? await psp.get(token) : undefined;
    if (session?.gateway !== 'paypal') throw new Refusal(404, 'There is no such PayPal payment');
    return session;
  }

  return app;
}

function idOf(text: string | undefined): number {
  if (!text || !/^\d+$/.test(text)) throw new Refusal(400, 'Add ?customerId=<number>');
  return Number(text);
}

function withParams(address: string | null, params: Record<string, string>): string {
  const url = new URL(address ?? 'about:blank');
  for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
  return url.href;
}
