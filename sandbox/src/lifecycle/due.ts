import type { Db } from '../db/open.js';

/**
 * A kind of thing that falls due at a moment of the sandbox's clock. The clock asks every kind for its earliest moment, goes there, and lets
 * each do what is due, in the order of `kinds`, in one transaction for each moment.
 */
export interface DueKind {
  readonly name: string;
  /** The earliest moment at which something of this kind is due, in unix seconds; `undefined` when nothing is waiting. */
  next(db: Db): Promise<number | undefined>;
  /** Does everything of this kind that is due at `now` or before. Afterwards `next` is later than `now`, or `undefined`. */
  run(db: Db, now: number): Promise<void>;
  /**
   * For a kind of which more and more falls due, the farther one goes: does what is due up to a moment before which no other kind has anything to
   * do, moment by moment, and as much of it as one transaction should hold.
   */
  runAhead?(db: Db, until: number): Promise<Stretch>;
}

/** How far a kind has come, with how many things done. Nothing of it is due any more at `reached` or before. */
export interface Stretch {
  reached: number;
  done: number;
}
