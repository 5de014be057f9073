import { createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of scrypt: 16 MiB and about 50 ms a hash, the least OWASP names for it. */
const N = 2 ** 14;

/** A salted scrypt hash, with its parameters in front so that the cost may change later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, N);
  return ['scrypt', N, salt.toString('base64'), key.toString('base64')].join('$');
}

/**
 * What was right a moment ago is not derived again: tests log the same few people in hundreds of times. Kept per hash, under a key of this
 * process's own; a wrong password costs what it always costs.
 */
const right = new Map<string, Buffer>();
const KEPT = 1000;
const processKey = randomBytes(32);

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const mark = createHmac('sha256', processKey).update(password.normalize('NFKC')).digest();
  const known = right.get(hash);
  if (known && timingSafeEqual(known, mark)) return true;
  const [, cost, salt = '', key = ''] = hash.split('$');
  const expected = Buffer.from(key, 'base64');
  // Whoever has no password is refused as slowly as whoever has another one.
  const actual = await derive(password, Buffer.from(salt, 'base64'), Number(cost) || N);
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return false;
  if (right.size === KEPT) right.clear();
  right.set(hash, mark);
  return true;
}

function derive(password: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { N: cost, r: 8, p: 5, maxmem: 256 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}
