import type { InferSelectModel } from 'drizzle-orm';
import type { Holding } from '../db/holdings.js';
import type { paymentDetails } from '../db/schema.js';
import { refusalOf, type Dunning } from '../rules/dunning.js';
import { dueAt, ended, refused, renewed, turnAt } from '../rules/lifecycle.js';
import { nextPrice, type Breakdown } from '../rules/pricing.js';

export type Details = InferSelectModel<typeof paymentDetails>;

/** What decides how a renewal goes, besides the holding itself. */
export interface Surroundings {
  /** What a customer pays with now. */
  details(customerId: number): Details | undefined;
  dunning(publisherId: number, period: string | null): Dunning;
  /** What paying with a method costs, in basis points. */
  feeRate(paymentMethodId: number | null): number;
}

/** Something that happened to a holding by itself. */
export interface Turn {
  at: number;
  before: Holding;
  after: Holding;
  happened: { type: 'charged'; price: Breakdown; details: Details | undefined } | Refused | { type: 'terminated' | 'expired' };
}

interface Refused {
  type: 'refused';
  price: Breakdown;
  details: Details | undefined;
  reason: string;
}

/**
 * Lets holdings live until a moment, in memory: everything that falls due, in order of time, and of ids at the same moment.
 * @param enough stops after the moment at which so many turns are reached
 */
export function liveUntil(holdings: readonly Holding[], until: number, around: Surroundings, enough = Infinity): Turn[] {
  const turns: Turn[] = [];
  const queue = new Queue();
  const wait = (holding: Holding) => {
    const at = dueAt(holding);
    if (at !== undefined && at <= until) queue.add(at, holding);
  };
  holdings.forEach(wait);
  for (let next = queue.take(); next; next = queue.take()) {
    const at = Math.max(next.at, turns.at(-1)?.at ?? 0);
    if (turns.length >= enough && at > turns.at(-1)!.at) break;
    const turn = turnOf(next.holding, at, around);
    turns.push(turn);
    wait(turn.after);
  }
  return turns;
}

function turnOf(before: Holding, at: number, around: Surroundings): Turn {
  const turn = turnAt(before, at);
  if (turn === 'charge') return charge(before, at, around);
  return {
    at,
    before,
    after: { ...before, ...ended(before, turn, at) } as Holding,
    happened: { type: turn === 'terminate' ? 'terminated' : 'expired' },
  };
}

/** Stores charge their own customers, and what costs nothing needs nothing to pay with. */
function charge(before: Holding, at: number, around: Surroundings): Turn {
  const details = before.store === null ? around.details(before.customerId) : undefined;
  const price = nextPrice(before, around.feeRate(details?.paymentMethodId ?? null));
  const reason = before.store === null && price.total > 0 ? refusalOf(details, at) : undefined;
  if (reason !== undefined) {
    const after = { ...before, ...refused(before, around.dunning(before.publisherId, before.period), at) } as Holding;
    return { at, before, after, happened: { type: 'refused', price, details, reason } };
  }
  const paidBy = price.total > 0 && details ? { gateway: details.gateway, method: details.method } : {};
  const after = { ...before, ...renewed(before, price.total), ...paidBy } as Holding;
  return { at, before, after, happened: { type: 'charged', price, details: price.total > 0 ? details : undefined } };
}

/** Holdings in the order in which they are due. */
class Queue {
  readonly #waiting: { at: number; holding: Holding }[] = [];

  add(at: number, holding: Holding): void {
    let low = 0;
    let high = this.#waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#waiting[middle]!;
      // Kept backwards: the earliest is taken from the end.
      if (other.at > at || (other.at === at && other.holding.id > holding.id)) low = middle + 1;
      else high = middle;
    }
    this.#waiting.splice(low, 0, { at, holding });
  }

  take() {
    return this.#waiting.pop();
  }
}
