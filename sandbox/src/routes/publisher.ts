import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as contract from '../contract/publisher.js';
import { accountWith, endSession, signUp, startSession, type Account } from '../db/accounts.js';
import { createKey, listKeys, revokeKey, type StoredKey } from '../db/api-keys.js';
import type { Platform } from '../platform.js';
import { accountOf, dropSession, keepSession, refuseForeign, sessionSecret } from '../publisher-access.js';
import { refusals, refuse } from '../refusal.js';
import { isGuessedFirst } from '../rules/passwords.js';
import { Throttle } from '../throttle.js';

/** Wrong passwords an address may have in a quarter of an hour. */
const GUESSES = 10;
const GUESS_SECONDS = 15 * 60;

/** A publisher's account: signing up and in, and the keys of its server. */
export function publisherRoutes(app: OpenAPIHono, platform: Platform): void {
  const { db, clock } = platform;
  const guesses = new Throttle(GUESSES, GUESS_SECONDS);

  app.openapi(contract.signUpPublisher, async (c) => {
    refuseForeign(c);
    const body = c.req.valid('json');
    if (isGuessedFirst(body.password)) throw refuse('New password score does not match standards');
    const account = await signUp(db, body, { now: clock.now(), wall: clock.wall() });
    return c.json(await enter(c, account), 200);
  });

  app.openapi(contract.logInPublisher, async (c) => {
    refuseForeign(c);
    const { email, password } = c.req.valid('json');
    const name = email.trim().toLowerCase();
    guesses.admit(name, clock.wall());
    // Counted before the password is looked at: many guesses at once are many guesses.
    guesses.failed(name, clock.wall());
    const account = await accountWith(db, email, password);
    if (!account) throw refusals.wrongCredentials();
    guesses.succeeded(name);
    return c.json(await enter(c, account), 200);
  });

  app.openapi(contract.getPublisherSession, async (c) => c.json(sessionView(await accountOf(platform, c)), 200));

  app.openapi(contract.logOutPublisher, async (c) => {
    refuseForeign(c);
    await leave(c);
    dropSession(c);
    return c.json({ signedIn: false as const }, 200);
  });

  app.openapi(contract.listApiKeys, async (c) => {
    const { publisher } = await accountOf(platform, c);
    return c.json({ keys: (await listKeys(db, publisher.id)).map(keyView) }, 200);
  });

  app.openapi(contract.createApiKey, async (c) => {
    const { publisher } = await accountOf(platform, c);
    const { key, token } = await createKey(db, publisher.id, c.req.valid('json').name, clock.now());
    return c.json({ key: keyView(key), token }, 200);
  });

  app.openapi(contract.revokeApiKey, async (c) => {
    const { publisher } = await accountOf(platform, c);
    const key = await revokeKey(db, publisher.id, Number(c.req.valid('param').keyId), clock.now());
    return c.json({ key: keyView(key) }, 200);
  });

  /** Whoever signs in gets a session of its own: one that was there before is over. */
  async function enter(c: Context, account: Account) {
    await leave(c);
    keepSession(c, await startSession(db, account.account.id, clock.wall()));
    return sessionView(account);
  }

  async function leave(c: Context): Promise<void> {
    const secret = sessionSecret(c);
    if (secret) await endSession(db, secret);
  }
}

const sessionView = ({ account, publisher }: Account): z.infer<typeof contract.PublisherSession> => ({
  account: { id: account.id, email: account.email },
  publisher: { id: publisher.id, name: publisher.name },
});

const keyView = ({ id, name, hint, createdAt, lastUsedAt, revokedAt }: StoredKey): z.infer<typeof contract.ApiKey> => ({
  id,
  name,
  hint,
  createdAt,
  lastUsedAt,
  revokedAt,
});
