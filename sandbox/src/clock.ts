import { eq } from 'drizzle-orm';
import type { Db } from './db/open.js';
import { settings } from './db/schema.js';

export const CLOCK_KEY = 'clock';

/** How a clock stands; kept in the database, so that it survives a restart. */
export interface ClockState {
  /** Seconds ahead of the wall clock while it runs. */
  offset: number;
  /** Where it stands still; null while it runs. */
  frozenAt: number | null;
}

/** The sandbox's time, for reading. */
export interface Clock {
  /** Unix seconds. */
  now(): number;
  readonly offset: number;
  readonly frozen: boolean;
}

/** The sandbox's time: the wall clock plus an offset, or a moment at which it stands still. It never goes back. */
export class SandboxClock implements Clock {
  readonly #db: Db;
  readonly #wall: () => number;
  #state: ClockState = { offset: 0, frozenAt: null };

  private constructor(db: Db, wall: () => number) {
    this.#db = db;
    this.#wall = wall;
  }

  static async open(db: Db, wall: () => number = Date.now): Promise<SandboxClock> {
    const clock = new SandboxClock(db, wall);
    await clock.reload();
    return clock;
  }

  now(): number {
    return this.#state.frozenAt ?? this.wall() + this.#state.offset;
  }

  get offset(): number {
    return this.now() - this.wall();
  }

  get frozen(): boolean {
    return this.#state.frozenAt !== null;
  }

  /** Reads again how it stands, after somebody else wrote it. */
  async reload(): Promise<void> {
    const [row] = await this.#db.select().from(settings).where(eq(settings.key, CLOCK_KEY));
    this.#state = (row?.value as ClockState | undefined) ?? { offset: 0, frozenAt: null };
  }

  /** Stops it, or lets it run on from where it stands. */
  async freeze(frozen: boolean): Promise<void> {
    (await this.#store(this.#db, this.stateAt(this.now(), frozen)))();
  }

  /** Begins anew: stopped at a moment, or with the wall clock. It shows so after `reload`. */
  async start(db: Db, at: number | undefined): Promise<void> {
    await this.#store(db, at === undefined ? { offset: 0, frozenAt: null } : this.stateAt(at, true));
  }

  /**
   * Goes to a moment, as part of a transaction.
   * @returns what to call once the transaction is committed
   */
  moveTo(db: Db, at: number): Promise<() => void> {
    return this.#store(db, this.stateAt(at, this.frozen));
  }

  /** How it stands when it shows a moment now. */
  stateAt(at: number, frozen: boolean): ClockState {
    return { offset: at - this.wall(), frozenAt: frozen ? at : null };
  }

  /** Writes how it is to stand. */
  async #store(db: Db, value: ClockState): Promise<() => void> {
    await db.insert(settings).values({ key: CLOCK_KEY, value }).onConflictDoUpdate({ target: settings.key, set: { value } });
    return () => (this.#state = value);
  }

  /** The time outside, in unix seconds. */
  wall(): number {
    return Math.floor(this.#wall() / 1000);
  }
}
