import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { sessionOf, SESSION_SECONDS, type Account } from './db/accounts.js';
import { ownerOfKey } from './db/api-keys.js';
import type { Platform } from './platform.js';
import { refusals } from './refusal.js';

/** What keeps somebody signed in at the dashboard. */
const COOKIE = 'sandbox_session';

/** The publisher whose key a request bears. An empty header counts as none. */
export async function keyHolder({ db, clock }: Platform, c: Context): Promise<number> {
  const secret = c.req.header('X-Publisher-Token')?.trim();
  if (!secret) throw refusals.missingPublisherToken();
  const publisherId = await ownerOfKey(db, secret, clock.now());
  if (publisherId === undefined) throw refusals.invalidPublisherToken();
  return publisherId;
}

/** The publisher a request of the Core API speaks for: by a key, or, from the dashboard's own pages, by who is signed in there. */
export async function publisherOf(platform: Platform, c: Context): Promise<number> {
  if (!c.req.header('X-Publisher-Token')?.trim() && getCookie(c, COOKIE)) return (await accountOf(platform, c)).publisher.id;
  return keyHolder(platform, c);
}

/** Who is signed in at the dashboard. */
export async function accountOf({ db, clock }: Platform, c: Context): Promise<Account> {
  const secret = getCookie(c, COOKIE);
  const account = secret ? await sessionOf(db, secret, clock.wall()) : undefined;
  if (!account) throw refusals.notSignedIn();
  refuseForeign(c);
  return account;
}

/**
 * To a browser every port of a machine is the same site: `SameSite=Strict` sends the cookie along for a page of another one. Only the sandbox's own
 * pages may change anything with it; whoever is no browser sends neither header.
 */
export function refuseForeign(c: Context): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return;
  const site = c.req.header('Sec-Fetch-Site');
  const origin = c.req.header('Origin');
  const host = c.req.header('Host') ?? new URL(c.req.url).host;
  if ((site && site !== 'same-origin') || (origin && hostOf(origin) !== host)) throw refusals.foreignPage();
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined);

export const sessionSecret = (c: Context): string | undefined => getCookie(c, COOKIE);

/** No script reads it. Not `Secure`, for a sandbox is reached without TLS; behind TLS it is. */
export const keepSession = (c: Context, secret: string): void =>
  setCookie(c, COOKIE, secret, { ...cookieOptions(c), maxAge: SESSION_SECONDS });

export const dropSession = (c: Context): void => void deleteCookie(c, COOKIE, cookieOptions(c));

const cookieOptions = (c: Context) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'Strict' as const,
  secure: c.req.header('X-Forwarded-Proto') === 'https',
});
