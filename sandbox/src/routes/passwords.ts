import { eq } from 'drizzle-orm';
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../contract/passwords.js';
import { customerByEmail, sendResetLink, setNewPassword } from '../db/password-resets.js';
import { customers } from '../db/schema.js';
import { addressOf } from '../geo.js';
import { RESET_PATH, resetPage } from '../pages/reset.js';
import { success, type Platform } from '../platform.js';
import { keyHolder } from '../publisher-access.js';
import { Refusal } from '../refusal.js';
import { text } from '../text.js';
import { publisherOf, refuseMagic } from './identity.js';

const done = success({ success: true as const });

export function passwordRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock, tokens } = platform;

  app.openapi(contract.requestPasswordReset, async (c) => {
    const body = c.req.valid('json');
    refuseMagic(body.customerEmail);
    const publisherId = await publisherOf(db, body);
    await sendResetLink(platform, publisherId, body.customerEmail, body.resetUrl || platform.origin() + RESET_PATH);
    return c.json(done, 200);
  });

  app.openapi(contract.setNewPassword, async (c) => {
    await setNewPassword(platform, c.req.valid('json'));
    return c.json(done, 200);
  });

  app.openapi(contract.ssoLogin, async (c) => {
    const { customerEmail, customerIP } = c.req.valid('json');
    const publisherId = await keyHolder(platform, c);
    const customer = await customerByEmail(db, publisherId, customerEmail);
    if (!customer) throw new Refusal(422, 'Customer does not exist');
    await db
      .update(customers)
      .set({ lastLoginAt: clock.now(), lastIp: addressOf(c, customerIP) })
      .where(eq(customers.id, customer.id));
    return c.json(success(await tokens.start({ customerId: customer.id, publisherId })), 200);
  });

  app.get(RESET_PATH, (c) => c.html(resetPage(paramsOf(c.req.query())), 200, PRIVATE));

  app.post(RESET_PATH, async (c) => {
    const form = await c.req.parseBody();
    const params = paramsOf(form);
    try {
      const { publisherId, email: customerEmail, resetPasswordToken } = params;
      await setNewPassword(platform, {
        publisherId: Number(publisherId) || 0,
        customerEmail,
        resetPasswordToken,
        newPassword: text(form['newPassword']),
      });
      return c.html(resetPage(params, 'Your password is set. You can log in with it now.', true), 200, PRIVATE);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.html(resetPage(params, error.message), error.status, PRIVATE);
    }
  });
}

/** The page's address holds a secret. */
const PRIVATE = { 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' };

const paramsOf = (values: Record<string, unknown>) => ({
  email: text(values['email']),
  resetPasswordToken: text(values['resetPasswordToken']),
  publisherId: text(values['publisherId']),
});
