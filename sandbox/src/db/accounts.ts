import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte, sql, type InferSelectModel } from 'drizzle-orm';
import { hashPassword, verifyPassword } from '../passwords.js';
import { refuse } from '../refusal.js';
import { hashOf } from '../secrets.js';
import type { Db } from './open.js';
import { accounts, accountSessions, publishers } from './schema.js';
import { createTenant, type NewTenant } from './tenants.js';

export interface Account {
  account: InferSelectModel<typeof accounts>;
  publisher: InferSelectModel<typeof publishers>;
}

export interface SignUp extends NewTenant {
  email: string;
  password: string;
}

/** When something happens: on the sandbox's clock what belongs to its world, on the wall clock what people do at the dashboard. */
export interface Times {
  now: number;
  wall: number;
}

/** How long somebody stays signed in at the dashboard. */
export const SESSION_SECONDS = 30 * 86_400;

const withAddress = (email: string) => sql`lower(${accounts.email}) = ${email.trim().toLowerCase()}`;

const lookUp = (db: Db) =>
  db.select({ account: accounts, publisher: publishers }).from(accounts).innerJoin(publishers, eq(publishers.id, accounts.publisherId));

/** Opens an account with a publisher of its own, which sells something from the first moment on. */
export async function signUp(db: Db, { email, password, ...tenant }: SignUp, { now, wall }: Times): Promise<Account> {
  const passwordHash = await hashPassword(password);
  return db.transaction(async (tx) => {
    const taken = await lookUp(tx).where(withAddress(email));
    if (taken.length > 0) throw refuse('This e-mail address has an account');
    const publisher = await createTenant(tx, tenant, now);
    const [account] = await tx
      .insert(accounts)
      .values({ publisherId: publisher.id, email: email.trim(), passwordHash, createdAt: wall })
      .onConflictDoNothing()
      .returning();
    // Somebody else was faster by a moment: all of it is undone.
    if (!account) throw refuse('This e-mail address has an account');
    return { account, publisher };
  });
}

/** A hash that no password has: an unknown address takes as long to refuse as a wrong password. */
let nobodys: Promise<string> | undefined;

/** The account with an address and a password; `undefined` when there is none. */
export async function accountWith(db: Db, email: string, password: string): Promise<Account | undefined> {
  const [found] = await lookUp(db).where(withAddress(email));
  nobodys ??= hashPassword(randomBytes(32).toString('base64url'));
  const right = await verifyPassword(password, found?.account.passwordHash ?? (await nobodys));
  return right ? found : undefined;
}

/** Begins a session. @returns its secret, for the cookie */
export async function startSession(db: Db, accountId: number, wall: number): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  await db.delete(accountSessions).where(lte(accountSessions.expiresAt, wall));
  await db.insert(accountSessions).values({ hash: hashOf(secret), accountId, expiresAt: wall + SESSION_SECONDS });
  return secret;
}

export async function sessionOf(db: Db, secret: string, wall: number): Promise<Account | undefined> {
  const [found] = await lookUp(db)
    .innerJoin(accountSessions, eq(accountSessions.accountId, accounts.id))
    .where(and(eq(accountSessions.hash, hashOf(secret)), gt(accountSessions.expiresAt, wall)));
  return found && { account: found.account, publisher: found.publisher };
}

export async function endSession(db: Db, secret: string): Promise<void> {
  await db.delete(accountSessions).where(eq(accountSessions.hash, hashOf(secret)));
}
