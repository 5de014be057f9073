import type { Db } from '../open.js';
import { Annals } from './annals.js';
import { tellBusy } from './busy.js';
import { seedCommerce } from './commerce.js';
import { seedOffers } from './offers.js';
import { PERSONA_HASH, tellPersonas } from './personas.js';
import { PUBLISHER_ID, seedPublishers } from './publishers.js';
import type { WorldName } from './worlds.js';

/** Fills an empty database with a world: the catalogue, and, but for the empty one, the people and their past up to now (unix seconds). */
export async function seed(db: Db, world: WorldName, now: number): Promise<void> {
  await seedPublishers(db, PERSONA_HASH, now);
  await seedOffers(db, now);
  await seedCommerce(db, PUBLISHER_ID);
  if (world === 'empty') return;
  const annals = await Annals.open(db);
  await tellPersonas(annals, PERSONA_HASH, now);
  if (world === 'busy') await tellBusy(annals, PERSONA_HASH, now);
  await annals.write(now);
}
