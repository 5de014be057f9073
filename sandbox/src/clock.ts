import { eq } from 'drizzle-orm';
import type { Db } from './db/open.js';
import { settings } from './db/schema.js';

const KEY = 'clock-offset-seconds';

/** The sandbox's time: the wall clock plus an offset that only grows and survives a restart. */
export interface Clock {
  /** Unix seconds. */
  now(): number;
  readonly offset: number;
  /** Moves the time forward. @param seconds not negative */
  advance(seconds: number): Promise<void>;
}

export async function openClock(db: Db, wall: () => number = Date.now): Promise<Clock> {
  const [row] = await db.select().from(settings).where(eq(settings.key, KEY));
  let offset = Number(row?.value ?? 0);
  return {
    now: () => Math.floor(wall() / 1000) + offset,
    get offset() {
      return offset;
    },
    async advance(seconds) {
      const value = offset + seconds;
      await db.insert(settings).values({ key: KEY, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
      offset = value;
    },
  };
}
