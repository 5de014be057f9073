import type { Db } from '../db/open.js';

/**
 * A kind of thing that falls due at a moment of the sandbox's clock. The clock asks every kind for its earliest moment, goes there, and lets
 * each do what is due, in the order of `kinds`, in one transaction for each moment.
 */
export interface DueKind {
  readonly name: string;
  /** The earliest moment at which something of this kind is due, in unix seconds; `undefined` when nothing is waiting. */
  next(db: Db): Promise<number | undefined>;
  /**
   * Does everything of this kind that is due at `now` or before. Afterwards `next` is later than `now`, or `undefined`.
   * A kind that `runsAhead` is given a later `now` while no other kind has anything due before it, and does what is due moment by moment itself.
   */
  run(db: Db, now: number): Promise<void>;
  readonly runsAhead?: true;
}
