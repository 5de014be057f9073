import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { errors, exportJWK, generateKeyPair, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Clock } from './clock.js';
import type { Db } from './db/open.js';
import { customers, refreshTokens, settings } from './db/schema.js';
import { JWT_SECONDS, REFRESH_SECONDS } from './inferences.js';
import { refusals } from './refusal.js';

const KEY = 'signing-key';

export interface Identity {
  customerId: number;
  publisherId: number;
}

/** Issues and checks tokens. The signing key lives in the database, so that sessions survive a restart. */
export class Tokens {
  readonly #db: Db;
  readonly #clock: Clock;
  #key!: CryptoKey;
  #publicKey!: CryptoKey;

  private constructor(db: Db, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  static async open(db: Db, clock: Clock): Promise<Tokens> {
    const tokens = new Tokens(db, clock);
    await tokens.reload();
    return tokens;
  }

  /** Takes the signing key that the database holds now; another world has another one. */
  async reload(): Promise<void> {
    const [row] = await this.#db.select().from(settings).where(eq(settings.key, KEY));
    const jwk = (row?.value as JWK | undefined) ?? (await newKey(this.#db));
    const { kty, n, e } = jwk;
    this.#key = (await importJWK(jwk, 'RS256')) as CryptoKey;
    this.#publicKey = (await importJWK({ kty, n, e } as JWK, 'RS256')) as CryptoKey;
  }

  /** Whether a value from somebody else's settings can sign. */
  static async canSign({ key, value }: { key?: unknown; value?: unknown }): Promise<boolean> {
    if (key !== KEY) return true;
    return importJWK(value as JWK, 'RS256').then(
      () => true,
      () => false,
    );
  }

  /** What registering and logging in hand out. @param offerId the offer a login named in place of the publisher */
  async start(identity: Identity, offerId?: string) {
    const pair = await this.#pair(this.#db, identity, randomUUID(), offerId);
    return { ...pair, customerToken: randomBytes(36).toString('base64url'), customerId: identity.customerId };
  }

  /** Exchanges a refresh token, which is dead from then on. Used a second time, it kills all that came from the same login. */
  async refresh(token: string) {
    const renewed = await this.#db.transaction(async (tx) => {
      const [known] = await tx
        .select()
        .from(refreshTokens)
        .where(eq(refreshTokens.hash, hashOf(token)))
        .for('update');
      if (!known || known.expiresAt <= this.#clock.now()) return undefined;
      // A token that comes twice has been stolen or copied: everything that came from the same login is dead.
      if (known.usedAt !== null) {
        await tx.delete(refreshTokens).where(eq(refreshTokens.family, known.family));
        return undefined;
      }
      await tx.update(refreshTokens).set({ usedAt: this.#clock.now() }).where(eq(refreshTokens.hash, known.hash));
      const [customer] = await tx.select().from(customers).where(eq(customers.id, known.customerId));
      return customer && this.#pair(tx, { customerId: customer.id, publisherId: customer.publisherId }, known.family);
    });
    if (!renewed) throw refusals.deadRefreshToken();
    return renewed;
  }

  async revokeAll(customerId: number): Promise<void> {
    await this.#db.delete(refreshTokens).where(eq(refreshTokens.customerId, customerId));
  }

  /** Who a request's `Authorization` header speaks for. An empty header counts as none. */
  async identify(authorization: string | undefined): Promise<Identity> {
    const jwt = authorization?.replace(/^Bearer\s*/i, '').trim();
    if (!jwt) throw refusals.missingJwt();
    try {
      const { payload } = await jwtVerify(jwt, this.#publicKey, { algorithms: ['RS256'], currentDate: new Date(this.#clock.now() * 1000) });
      return { customerId: Number(payload['customerId']), publisherId: Number(payload['publisherId']) };
    } catch (error) {
      throw error instanceof errors.JWTExpired ? refusals.expiredJwt() : refusals.invalidJwt();
    }
  }

  async #pair(db: Db, identity: Identity, family: string, offerId?: string) {
    const now = this.#clock.now();
    const refreshToken = randomUUID();
    await db
      .insert(refreshTokens)
      .values({ hash: hashOf(refreshToken), customerId: identity.customerId, family, expiresAt: now + REFRESH_SECONDS });
    const jwt = await new SignJWT({ ...identity, ...(offerId ? { offerId } : {}) })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuedAt(now)
      .setExpirationTime(now + JWT_SECONDS)
      .setJti(randomUUID())
      .sign(this.#key);
    return { jwt, refreshToken };
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url');

async function newKey(db: Db): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const value = await exportJWK(privateKey);
  await db.insert(settings).values({ key: KEY, value });
  return value;
}
