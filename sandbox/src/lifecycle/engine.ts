import type { SandboxClock } from '../clock.js';
import type { Db } from '../db/open.js';
import { commerceKinds } from './commerce.js';
import type { DueKind } from './due.js';
import { Gate } from './gate.js';
import { renewals } from './renewals.js';

/** What falls due, in the order in which it happens at the same moment. */
export const kinds: readonly DueKind[] = [...commerceKinds, renewals];

/** What a kind may run ahead in one transaction. */
const STRETCH = 31 * 86_400;

/** Makes things happen when their time has come: before every request, for the wall clock goes on, and whenever the clock is moved. */
export class Lifecycle {
  readonly #db: Db;
  readonly #clock: SandboxClock;
  readonly #writes: () => number;
  readonly #gate = new Gate();
  /** The earliest moment something is due, as of a number of writes: nothing is asked again while nothing was written. */
  #known: { writes: number; at: number | undefined } | undefined;

  /** @param writes a number that grows whenever the database is written to */
  constructor(db: Db, clock: SandboxClock, writes: () => number) {
    this.#db = db;
    this.#clock = clock;
    this.#writes = writes;
  }

  /** Runs the work of a request at a moment when nothing is overdue, and while time does not move. */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    const due = await this.#gate.shared(() => this.#next());
    if (due !== undefined && due <= this.#clock.now()) await this.#gate.alone(() => this.#play(this.#clock.now(), false));
    return this.#gate.shared(work);
  }

  /** Moves the clock, and lets everything happen that falls due on the way. @param to where to, from where it stands when its turn has come */
  advance(to: (now: number) => number): Promise<void> {
    return this.#gate.alone(async () => {
      const now = this.#clock.now();
      await this.#play(now, false);
      const target = to(now);
      await this.#play(target, true);
      (await this.#clock.moveTo(this.#db, target))();
    });
  }

  /** Stops the clock, or lets it run on. */
  freeze(frozen: boolean): Promise<void> {
    return this.#gate.alone(() => this.#clock.freeze(frozen));
  }

  /** Runs while no request runs and no time passes: the whole world is about to change. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.#gate.alone(work);
  }

  /** Each moment is one transaction, and the clock moves with it: whatever stops the sandbox, it goes on from there. */
  async #play(until: number, moving: boolean): Promise<void> {
    for (let last = -Infinity; ;) {
      const waiting = await this.#waiting();
      const at = Math.min(...waiting.values());
      if (at > until) break;
      const [first, ...others] = [...waiting].filter(([, due]) => due === at).map(([kind]) => kind);
      // Work that stays due after it was done would never end.
      if (at <= last) throw new Error(`${first!.name} is still due at ${at} after it has run`);
      const ahead = first?.runsAhead && others.length === 0;
      const reached = ahead ? Math.min(until, at + STRETCH, earliestOf(waiting, first) - 1) : at;
      const moved = await this.#db.transaction(async (tx) => {
        for (const kind of ahead ? [first] : kinds) await kind.run(tx, reached);
        return moving ? this.#clock.moveTo(tx, reached) : () => {};
      });
      moved();
      last = reached;
    }
  }

  async #next(): Promise<number | undefined> {
    const writes = this.#writes();
    if (this.#known?.writes !== writes) {
      const at = Math.min(...(await this.#waiting()).values());
      this.#known = { writes, at: at === Infinity ? undefined : at };
    }
    return this.#known.at;
  }

  async #waiting(): Promise<Map<DueKind, number>> {
    const found = new Map<DueKind, number>();
    for (const kind of kinds) found.set(kind, (await kind.next(this.#db)) ?? Infinity);
    return found;
  }
}

/** When the earliest of the other kinds is due. */
function earliestOf(waiting: Map<DueKind, number>, except: DueKind): number {
  return Math.min(...[...waiting].filter(([kind]) => kind !== except).map(([, due]) => due));
}
