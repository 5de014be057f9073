import { randomBytes } from 'node:crypto';
import { and, eq, gt, sql } from 'drizzle-orm';
import { hashPassword } from '../passwords.js';
import type { Platform } from '../platform.js';
import { RESET_SECONDS } from '../inferences.js';
import { Refusal, refusals } from '../refusal.js';
import { followsRule, isGuessedFirst } from '../rules/passwords.js';
import { hashOf } from '../secrets.js';
import { record } from './events.js';
import { send } from './mails.js';
import type { Db } from './open.js';
import { customers, passwordResets } from './schema.js';

export async function customerByEmail(db: Db, publisherId: number, email: string) {
  const [customer] = await db
    .select()
    .from(customers)
    .where(and(eq(customers.publisherId, publisherId), sql`lower(${customers.email}) = ${email.trim().toLowerCase()}`));
  return customer;
}

/** Sends a reset link that leads to a page. Nothing happens for an address that nobody has registered. */
export async function sendResetLink({ db, clock }: Platform, publisherId: number, email: string, page: string): Promise<void> {
  const customer = await customerByEmail(db, publisherId, email);
  if (!customer) return;
  const token = randomBytes(32).toString('base64url');
  const link = new URL(page);
  for (const [name, value] of Object.entries({ email: customer.email, resetPasswordToken: token, publisherId })) {
    link.searchParams.set(name, String(value));
  }
  await db.insert(passwordResets).values({ hash: hashOf(token), customerId: customer.id, expiresAt: clock.now() + RESET_SECONDS });
  await send(db, {
    publisherId,
    customerId: customer.id,
    recipient: customer.email,
    kind: 'password-reset',
    subject: 'Set a new password',
    text: `Somebody asked for a new password for ${customer.email}. If it was you, follow this link within a day: ${link.href}`,
    data: { link: link.href },
    at: clock.now(),
  });
}

export interface NewPassword {
  publisherId: number;
  /** Either of these names the customer. */
  customerId?: number | undefined;
  customerEmail?: string | undefined;
  resetPasswordToken: string;
  newPassword: string;
}

/** Sets a new password by a reset link, and ends all sessions of the customer. @throws {Refusal} with the platform's texts */
export async function setNewPassword({ db, clock, tokens }: Platform, wanted: NewPassword): Promise<void> {
  const { publisherId, customerId, customerEmail = '', resetPasswordToken, newPassword } = wanted;
  const customer =
    customerId === undefined
      ? await customerByEmail(db, publisherId, customerEmail)
      : (
          await db
            .select()
            .from(customers)
            .where(and(eq(customers.id, customerId), eq(customers.publisherId, publisherId)))
        )[0];
  if (!customer) throw refusals.deadResetToken();
  const mine = eq(passwordResets.customerId, customer.id);
  const [live] = await db
    .select()
    .from(passwordResets)
    .where(and(mine, eq(passwordResets.hash, hashOf(resetPasswordToken)), gt(passwordResets.expiresAt, clock.now())));
  if (!live) throw refusals.deadResetToken();
  if (!followsRule(newPassword)) throw new Refusal(422, 'Invalid param password');
  if (isGuessedFirst(newPassword)) throw new Refusal(422, 'New password score does not match standards');
  const passwordHash = await hashPassword(newPassword);
  await db.transaction(async (tx) => {
    // Deleting decides who comes first: two requests with one link set one password.
    const used = await tx.delete(passwordResets).where(mine).returning();
    if (used.length === 0) throw refusals.deadResetToken();
    await tx.update(customers).set({ passwordHash }).where(eq(customers.id, customer.id));
    await record(tx, { type: 'passwordReset', at: clock.now(), publisherId, customerId: customer.id });
  });
  await tokens.revokeAll(customer.id);
}
