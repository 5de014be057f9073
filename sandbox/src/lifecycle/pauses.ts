import { and, eq, isNotNull, or } from 'drizzle-orm';
import type { Holding } from '../db/holdings.js';
import type { Db } from '../db/open.js';
import { beginPause, giveUp, unpause } from '../db/pauses.js';
import { holdings } from '../db/schema.js';
import { RESUME_ATTEMPTS, RESUME_RETRY_SECONDS } from '../inferences.js';
import { nextResume } from '../rules/pauses.js';
import type { DueKind } from './due.js';

/** Subscriptions with a pause ahead or running. */
const paused = (db: Db) =>
  db
    .select()
    .from(holdings)
    .where(and(isNotNull(holdings.pause), or(eq(holdings.status, 'active'), eq(holdings.status, 'paused'))))
    .orderBy(holdings.id);

/** When something happens to it: its pause begins, or its end is tried (again). */
const stepAt = ({ status, pause }: Holding): number => (status === 'paused' ? nextResume(pause!, RESUME_RETRY_SECONDS) : pause!.pauseDate);

/** Pauses begin and end. An end that cannot be paid for is tried again for some days; then the subscription ends. */
export const pauses: DueKind = {
  name: 'pauses',
  async next(db) {
    const moments = (await paused(db)).map(stepAt);
    return moments.length > 0 ? Math.min(...moments) : undefined;
  },
  async run(db, now) {
    for (const held of await paused(db)) if (stepAt(held) <= now) await step(db, held);
  },
};

async function step(tx: Db, held: Holding): Promise<void> {
  const now = stepAt(held);
  const pause = held.pause!;
  if (held.status !== 'paused') return beginPause(tx, held, now);
  const paid = await unpause(tx, held, pause, now);
  if (!paid && pause.failedResumes.length + 1 >= RESUME_ATTEMPTS) await giveUp(tx, held, now);
}
