import type { SandboxClock } from '../clock.js';
import type { Db } from '../db/open.js';
import { commerceKinds } from './commerce.js';
import type { DueKind, Stretch } from './due.js';
import { Gate } from './gate.js';
import { renewals } from './renewals.js';

/** What falls due, in the order in which it happens at the same moment. */
export const kinds: readonly DueKind[] = [...commerceKinds, renewals];

/**
 * What one move of the clock does at most, give or take a transaction: some ten thousand renewals take ten seconds, and whoever asked waits. Counted
 * and not timed, for the same calls are to have the same outcome on every machine.
 */
const MOST = 100_000;

/** Makes things happen when their time has come: before every request, for the wall clock goes on, and whenever the clock is moved. */
export class Lifecycle {
  readonly #db: Db;
  readonly #clock: SandboxClock;
  readonly #writes: () => number;
  readonly #most: number;
  readonly #gate = new Gate();
  /** The earliest moment something is due, as of a number of writes: nothing is asked again while nothing was written. */
  #known: { writes: number; at: number | undefined } | undefined;

  /**
   * @param writes a number that grows whenever the database is written to
   * @param most how much one move of the clock does
   */
  constructor(db: Db, clock: SandboxClock, writes: () => number, most = MOST) {
    this.#db = db;
    this.#clock = clock;
    this.#writes = writes;
    this.#most = most;
  }

  /** Runs the work of a request at a moment when nothing is overdue, and while time does not move. */
  async serve<T>(work: () => Promise<T>): Promise<T> {
    const due = await this.#gate.shared(() => this.#next());
    if (due !== undefined && due <= this.#clock.now()) await this.#gate.alone(() => this.#catchUp());
    return this.#gate.shared(work);
  }

  /**
   * Moves the clock, and lets everything happen that falls due on the way. Where too much of it lies on the way, the clock stops before.
   * @param to where to, from where it stands when its turn has come
   * @returns where to, and whether it got there
   */
  advance(to: (now: number) => number): Promise<{ target: number; arrived: boolean }> {
    return this.#gate.alone(async () => {
      await this.#catchUp();
      const target = to(this.#clock.now());
      const arrived = await this.#play(target, (tx, at) => this.#clock.moveTo(tx, at), this.#most);
      if (arrived) (await this.#clock.moveTo(this.#db, target))();
      return { target, arrived };
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

  /** Does what is due by now. */
  async #catchUp(): Promise<void> {
    await this.#play(this.#clock.now(), () => Promise.resolve(() => {}), Infinity);
  }

  /**
   * Each moment is one transaction, and the clock moves with it: whatever stops the sandbox, it goes on from there.
   * @param come writes that time has come to a moment, and gives what to call once that is committed
   * @returns whether everything was done
   */
  async #play(until: number, come: (tx: Db, at: number) => Promise<() => void>, most: number): Promise<boolean> {
    for (let [last, left] = [-Infinity, most]; ;) {
      const waiting = await this.#waiting();
      const at = Math.min(...waiting.values());
      if (at > until) return true;
      if (left <= 0) return false;
      const [first, ...others] = [...waiting].filter(([, due]) => due === at).map(([kind]) => kind);
      // Work that stays due after it was done would never end.
      if (at <= last) throw new Error(`${first!.name} is still due at ${at} after it has run`);
      const ahead = others.length === 0 && first?.runAhead ? Math.min(until, earliestOf(waiting, first) - 1) : undefined;
      const [moved, { reached, done }] = await this.#db.transaction(async (tx) => {
        const stretch = ahead === undefined ? await runAll(tx, at) : await first!.runAhead!(tx, ahead);
        return [await come(tx, stretch.reached), stretch] as const;
      });
      moved();
      last = reached;
      left -= done;
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

/** Everything that is due at one moment. */
async function runAll(tx: Db, at: number): Promise<Stretch> {
  for (const kind of kinds) await kind.run(tx, at);
  return { reached: at, done: 1 };
}

/** When the earliest of the other kinds is due. */
function earliestOf(waiting: Map<DueKind, number>, except: DueKind): number {
  return Math.min(...[...waiting].filter(([kind]) => kind !== except).map(([, due]) => due));
}
