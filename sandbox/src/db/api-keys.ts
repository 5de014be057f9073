import { randomBytes } from 'node:crypto';
import { and, desc, eq, isNull, type InferSelectModel } from 'drizzle-orm';
import { notFound } from '../refusal.js';
import { hashOf } from '../secrets.js';
import type { Db } from './open.js';
import { apiKeys } from './schema.js';

export type StoredKey = InferSelectModel<typeof apiKeys>;

/** So that whoever finds one knows what it opens, and that it opens nothing real. */
const PREFIX = 'sandbox_';
/** How exactly the last use is kept, in seconds: not every request writes. */
const USE_SECONDS = 60;

export const newKey = (publisherId: number, name: string, secret: string, createdAt: number) => ({
  publisherId,
  name,
  hash: hashOf(secret),
  hint: secret.slice(-4),
  createdAt,
});

/** Makes a key. @returns it with its secret, which nobody can read again */
export async function createKey(db: Db, publisherId: number, name: string, now: number): Promise<{ key: StoredKey; token: string }> {
  const token = PREFIX + randomBytes(32).toString('base64url');
  const [key] = await db
    .insert(apiKeys)
    .values(newKey(publisherId, name, token, now))
    .returning();
  return { key: key!, token };
}

/** A publisher's keys, newest first, those that were revoked among them. */
export const listKeys = (db: Db, publisherId: number): Promise<StoredKey[]> =>
  db.select().from(apiKeys).where(eq(apiKeys.publisherId, publisherId)).orderBy(desc(apiKeys.id));

/** Revokes a key; a second time changes nothing. */
export async function revokeKey(db: Db, publisherId: number, id: number, now: number): Promise<StoredKey> {
  const own = and(eq(apiKeys.id, id), eq(apiKeys.publisherId, publisherId));
  await db
    .update(apiKeys)
    .set({ revokedAt: now })
    .where(and(own, isNull(apiKeys.revokedAt)));
  const [key] = await db.select().from(apiKeys).where(own);
  if (!key) throw notFound('API key', id);
  return key;
}

/** The publisher whose key a secret is; `undefined` for one that nobody has, or has any more. */
export async function ownerOfKey(db: Db, secret: string, now: number): Promise<number | undefined> {
  const [key] = await db
    .select()
    .from(apiKeys)
    .where(and(eq(apiKeys.hash, hashOf(secret)), isNull(apiKeys.revokedAt)));
  if (key && (key.lastUsedAt === null || key.lastUsedAt + USE_SECONDS <= now)) {
    await db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, key.id));
  }
  return key?.publisherId;
}
