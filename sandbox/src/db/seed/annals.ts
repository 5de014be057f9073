import { sql, type InferInsertModel } from 'drizzle-orm';
import { entryOf } from '../../lifecycle/entries.js';
import { liveUntil, type Details, type Surroundings } from '../../lifecycle/turns.js';
import { cycleOf, NO_DUNNING, type Dunning } from '../../rules/dunning.js';
import { write, type Entry } from '../books.js';
import type { NewEvent } from '../events.js';
import type { Holding } from '../holdings.js';
import { inPieces } from '../ids.js';
import { findOffer, type StoredOffer } from '../offers.js';
import type { StoredOrder } from '../orders.js';
import type { Db } from '../open.js';
import * as t from '../schema.js';
import type { Story } from './story.js';

type Customer = InferInsertModel<typeof t.customers>;

/** Somebody the seed tells about. */
export interface Person extends Customer {
  id: number;
}

type Numbered = 'customers' | 'orders' | 'holdings' | 'gifts' | 'payment_details';

/**
 * The past of a world, told in memory and written down at once: years of many people in a few statements. What happened by itself follows
 * from the same rules as at run time.
 */
export class Annals {
  readonly customers: Person[] = [];
  readonly stories: Story[] = [];
  readonly consents: InferInsertModel<typeof t.customerConsents>[] = [];
  readonly answers: InferInsertModel<typeof t.captureAnswers>[] = [];
  readonly details: Details[] = [];
  readonly orders: StoredOrder[] = [];
  readonly holdings: Holding[] = [];
  readonly gifts: InferInsertModel<typeof t.gifts>[] = [];
  readonly switches: InferInsertModel<typeof t.switches>[] = [];
  readonly #entries: Entry[] = [];
  readonly #offers = new Map<string, StoredOffer>();
  readonly #db: Db;
  readonly #starts: ReadonlyMap<string, number>;
  readonly #surroundings: Surroundings;

  private constructor(db: Db, starts: ReadonlyMap<string, number>, dunning: ReadonlyMap<string, Dunning>) {
    this.#db = db;
    this.#starts = starts;
    this.#surroundings = {
      details: (customerId) => this.details.findLast((row) => row.customerId === customerId && row.active),
      dunning: (publisherId, period) => dunning.get(`${publisherId}/${cycleOf(period)}`) ?? NO_DUNNING,
      feeRate: () => 0,
    };
  }

  /** Opens the annals of a world whose catalogue stands and in which nothing has happened. */
  static async open(db: Db): Promise<Annals> {
    const starts = (await db.execute(sql`select sequencename as name, start_value as start from pg_sequences`)) as {
      rows: { name: string; start: number | string }[];
    };
    const dunning = await db.select().from(t.dunningSettings);
    return new Annals(
      db,
      new Map(starts.rows.map(({ name, start }) => [name, Number(start)])),
      new Map(dunning.map((row) => [`${row.publisherId}/${row.cycle}`, row])),
    );
  }

  /** The next id of a table. */
  idFor(table: Numbered): number {
    const rows = {
      customers: this.customers,
      orders: this.orders,
      holdings: this.holdings,
      gifts: this.gifts,
      payment_details: this.details,
    };
    return this.#starts.get(`${table}_id_seq`)! + rows[table].length;
  }

  async offer(id: string, country: string): Promise<StoredOffer> {
    const key = `${id}/${country}`;
    const offer = this.#offers.get(key) ?? (await findOffer(this.#db, id, country));
    if (!offer) throw new Error(`There is no offer ${id} in ${country}`);
    this.#offers.set(key, offer);
    return offer;
  }

  /** The story of somebody who was told about before. */
  storyOf(email: string): Story {
    const story = this.stories.find(({ person }) => person.email === email);
    if (!story) throw new Error(`Nothing was told about ${email} yet`);
    return story;
  }

  tell(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** Something that moved no money. */
  mention(event: NewEvent): void {
    this.tell({ at: event.at, events: () => [event] });
  }

  /** Lets a holding live until a moment: renewals, refusals, ends. */
  live(holding: Holding, until: number): void {
    for (const turn of liveUntil([holding], until, this.#surroundings)) {
      this.tell(entryOf(turn, { recipient: '', publisher: '' }));
      Object.assign(holding, turn.after);
    }
  }

  /** Writes everything down in order of time. The outbox stays empty: nobody waits for letters of the past. */
  async write(now: number): Promise<void> {
    for (const holding of this.holdings) this.live(holding, now);
    const entries = this.#entries.map(({ mails: _, ...entry }) => entry).sort((a, b) => a.at - b.at);
    const db = this.#db;
    for (const piece of inPieces(this.customers)) await db.insert(t.customers).values(piece);
    for (const piece of inPieces(this.consents)) await db.insert(t.customerConsents).values(piece);
    for (const piece of inPieces(this.answers)) await db.insert(t.captureAnswers).values(piece);
    for (const piece of inPieces(this.details)) await db.insert(t.paymentDetails).values(piece);
    for (const piece of inPieces(this.orders)) await db.insert(t.orders).values(piece);
    for (const piece of inPieces(this.holdings)) await db.insert(t.holdings).values(piece);
    for (const piece of inPieces(this.gifts)) await db.insert(t.gifts).values(piece);
    for (const piece of inPieces(this.switches)) await db.insert(t.switches).values(piece);
    await write(db, entries);
    for (const table of ['customers', 'orders', 'holdings', 'gifts', 'payment_details'] as const) {
      const next = this.idFor(table);
      await db.execute(sql`select setval(${`${table}_id_seq`}, ${next}::bigint, false)`);
    }
  }
}
