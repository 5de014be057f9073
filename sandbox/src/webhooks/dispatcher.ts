import { eq, inArray } from 'drizzle-orm';
import type { SandboxClock } from '../clock.js';
import type { Db } from '../db/open.js';
import { events, publishers, webhookEndpoints } from '../db/schema.js';
import { claimDue, keepAttempt, keepBody, nextAttemptAt, skip, type Delivery } from '../db/webhooks.js';
import type { Lifecycle } from '../lifecycle/engine.js';
import { signedHeaders } from '../rules/webhooks.js';
import { methodOf, payloadOf } from './payload.js';
import { post } from './send.js';

export interface DispatcherParts {
  db: Db;
  clock: SandboxClock;
  lifecycle: Lifecycle;
  writes: () => number;
  origin: () => string;
}

/** How many deliveries one round takes. */
const ROUND = 20;
/** How often the clock is looked at, in ms: a renewal or a retry reaches a receiver without anybody asking for anything. */
const TICK_MS = 1000;

/**
 * Sends webhooks: what is due by the sandbox's clock, to each endpoint one after the other, to all endpoints at once. Never while a request of the
 * sandbox waits for it, for receivers ask the sandbox back.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #stopped = new AbortController();
  #running: Promise<void> | undefined;
  #again = false;
  /** When the next attempt is due, as of a number of writes. */
  #known: { writes: number; at: number } | undefined;
  #ticking: NodeJS.Timeout | undefined;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  /** Looks by itself whether something is due, from now on. */
  watch(): void {
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    this.#ticking.unref();
  }

  #tick(): void {
    const { lifecycle } = this.#parts;
    void lifecycle
      .serve(() => Promise.resolve())
      .then(
        () => this.kick(),
        (error: unknown) => this.#stopped.signal.aborted || console.error(error),
      );
  }

  /** Begins to send what is due, if there is any, and does not wait for it. */
  kick(): void {
    void this.flush().catch((error: unknown) => this.#stopped.signal.aborted || console.error(error));
  }

  /** Sends all that is due, and ends when nothing is. */
  flush(): Promise<void> {
    this.#again = true;
    return (this.#running ??= this.#run().finally(() => (this.#running = undefined)));
  }

  async stop(): Promise<void> {
    clearInterval(this.#ticking);
    this.#stopped.abort();
    await this.#running?.catch(() => {});
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#stopped.signal.aborted) {
      this.#again = false;
      while (await this.#isDue()) {
        const due = await this.#parts.lifecycle.serve(() => this.#claim());
        if (due.length === 0) break;
        await this.#sendAll(due);
        if (this.#stopped.signal.aborted) return;
      }
    }
  }

  async #isDue(): Promise<boolean> {
    const { db, clock, writes } = this.#parts;
    const seen = writes();
    if (this.#known?.writes !== seen) this.#known = { writes: seen, at: (await nextAttemptAt(db)) ?? Infinity };
    return this.#known.at <= clock.now();
  }

  #claim(): Promise<Delivery[]> {
    const { db, clock } = this.#parts;
    return claimDue(db, { now: clock.now(), wall: clock.wall() }, ROUND);
  }

  async #sendAll(due: readonly Delivery[]): Promise<void> {
    const { db } = this.#parts;
    const owners = await db
      .select()
      .from(publishers)
      .where(inArray(publishers.id, [...new Set(due.map(({ publisherId }) => publisherId))]));
    const lines = new Map<number, Delivery[]>();
    for (const delivery of due) lines.set(delivery.endpointId, [...(lines.get(delivery.endpointId) ?? []), delivery]);
    await Promise.all(
      [...lines.values()].map(async (line) => {
        const owner = owners.find(({ id }) => id === line[0]!.publisherId);
        // As it was asked for: a network brings things in another order, and twice.
        const inTurn = owner?.webhookReordering ? [...line].reverse() : line;
        for (const delivery of inTurn) {
          if (this.#stopped.signal.aborted) return;
          await this.#send(delivery, owner?.webhookDuplicates ? 2 : 1);
        }
      }),
    );
  }

  async #send(delivery: Delivery, times: number): Promise<void> {
    const { db, clock, origin } = this.#parts;
    const prepared = await this.#prepare(delivery);
    if (!prepared) return void (await skip(db, delivery.id));
    const { body, secret } = prepared;
    const { signal } = this.#stopped;
    const headers = signedHeaders(`msg_${delivery.id}`, body, secret, clock.wall());
    const outcome = await post(delivery.url, body, headers, origin(), signal);
    for (let i = 1; i < times; i++) await post(delivery.url, body, headers, origin(), signal);
    // Nobody knows whether it arrived: it is sent again at the next start.
    if (!signal.aborted) await keepAttempt(db, delivery, outcome);
  }

  /** What is sent, and what signs it; `undefined` when the endpoint is gone, or wants other payments only. */
  async #prepare(delivery: Delivery): Promise<{ body: string; secret: string } | undefined> {
    const { db } = this.#parts;
    const [endpoint] = await db.select().from(webhookEndpoints).where(eq(webhookEndpoints.id, delivery.endpointId));
    if (!endpoint) return undefined;
    if (delivery.body !== null) return { body: delivery.body, secret: endpoint.secret };
    const [event] = await db.select().from(events).where(eq(events.id, delivery.eventId));
    if (!event) return undefined;
    const method = endpoint.paymentMethodId === null ? undefined : await methodOf(db, event);
    if (method !== undefined && method !== endpoint.paymentMethodId) return undefined;
    const body = await payloadOf(db, event);
    await keepBody(db, delivery.id, body);
    return { body, secret: endpoint.secret };
  }
}
