import { OFFERS } from './offers.js';
import { PUBLISHER_ID } from './publishers.js';
import { Story, type Means } from './story.js';
import type { Annals } from './annals.js';

const CUSTOMERS = 1000;
const DAYS = 730;

const FIRST_NAMES = [
  'Ada',
  'Björn',
  'Clara',
  'David',
  'Elin',
  'Finn',
  'Gerd',
  'Hanna',
  'Ivo',
  'Jule',
  'Kaja',
  'Lars',
  'Mina',
  'Nils',
  'Olga',
  'Per',
];
const LAST_NAMES = [
  'Adler',
  'Brandt',
  'Christensen',
  'Dahl',
  'Eklund',
  'Fischer',
  'Graf',
  'Holm',
  'Iversen',
  'Jansen',
  'Koch',
  'Lund',
  'Meyer',
];

const REASONS = [
  'Subscription is too expensive',
  'Not enough interesting content',
  'Switch to a different service',
  'Content I like has ended',
  'Video streaming issues',
  'Service is hard to use',
  'Poor customer support',
];

/** A thousand customers over two years. The same every time, but for where "now" lies. */
export async function tellBusy(annals: Annals, passwordHash: string, now: number): Promise<void> {
  const chance = generator(20_260_101);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;
  for (let i = 1; i <= CUSTOMERS; i++) {
    const joined = Math.floor(Math.sqrt(chance()) * DAYS * 86_400);
    const registeredAt = now - (DAYS * 86_400 - joined) - 3600;
    const country = chance() < 0.8 ? 'DE' : 'US';
    const names = { firstName: pick(FIRST_NAMES), lastName: pick(LAST_NAMES) };
    const email = `customer-${String(i).padStart(4, '0')}@example.net`;
    const story = new Story(annals, now, { publisherId: PUBLISHER_ID, email, ...names, passwordHash, registeredAt, country });
    story.agree('3', true);
    story.answer();
    await liveOn(story, chance, pick);
  }
}

/** Buys a plan, keeps it or leaves, and may come back. */
async function liveOn(story: Story, chance: () => number, pick: <T>(list: readonly T[]) => T): Promise<void> {
  const { now, person } = story;
  const german = person.country === 'DE';
  if (chance() < 0.06) return;
  let at = person.registeredAt + Math.floor(chance() * 3 * 86_400);
  for (let round = 0; round < 3 && at < now; round++) {
    if (german && chance() < 0.15) await story.buy(pick([OFFERS.rental, OFFERS.monthPass, OFFERS.single]), at);
    const plan = chance();
    const offer = plan < 0.65 ? OFFERS.monthly : plan < 0.85 || !german ? OFFERS.annual : plan < 0.95 ? OFFERS.quarterly : OFFERS.weekly;
    const held = await story.buy(offer, at, meansOf(chance(), offer === OFFERS.monthly));
    if (chance() < 0.4) return;
    const leaves = at + Math.floor((5 + chance() * chance() * 500) * 86_400);
    if (leaves >= now) return;
    story.cancel(held, leaves, pick(REASONS));
    story.live(held, now);
    if (held.endedAt === null || chance() < 0.7) return;
    at = held.endedAt + Math.floor((10 + chance() * 120) * 86_400);
  }
}

/** Most cards go on working; some decline their next renewals. */
function meansOf(chance: number, inStores: boolean): Means {
  if (inStores && chance < 0.1) return { by: 'apple' };
  if (inStores && chance < 0.16) return { by: 'android' };
  if (inStores && chance < 0.18) return { by: 'roku' };
  if (chance < 0.3) return { by: 'paypal' };
  if (chance < 0.36) return { by: 'card', renewals: 'refused' };
  return chance < 0.38 ? { by: 'card', renewals: 'needs-authentication' } : { by: 'card' };
}

/** Numbers from 0 to 1 that look random and are the same every time (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
