import type { SandboxClock } from './clock.js';
import type { Db } from './db/open.js';
import { seed } from './db/seed/index.js';
import type { WorldName } from './db/seed/worlds.js';
import { clearWorld, importWorld, type World } from './db/world.js';
import type { Platform } from './platform.js';
import { Refusal } from './refusal.js';
import { Tokens } from './tokens.js';

/** Forgets everything and starts a world: at a moment, with the clock stopped there, or now, with the clock running. */
export async function startWorld(db: Db, clock: SandboxClock, world: WorldName, at?: number): Promise<void> {
  await db.transaction(async (tx) => {
    await clearWorld(tx);
    await clock.start(tx, at);
    await seed(tx, world, at ?? clock.wall());
  });
  await clock.reload();
}

/** The same in a running sandbox: no request sees half of it, and nobody stays signed in. */
export const resetWorld = (platform: Platform, world: WorldName, at?: number): Promise<void> =>
  replace(platform, () => startWorld(platform.db, platform.clock, world, at));

/** Goes on from an exported world. */
export async function takeWorld(platform: Platform, world: World): Promise<void> {
  for (const setting of world.tables['settings'] ?? [])
    if (!(await Tokens.canSign(setting))) throw new Refusal(422, 'The world does not fit: settings: its signing key is none');
  await replace(platform, () => importWorld(platform.db, platform.clock, world));
}

function replace({ lifecycle, clock, tokens }: Platform, work: () => Promise<void>): Promise<void> {
  return lifecycle.alone(async () => {
    await work();
    await clock.reload();
    await tokens.reload();
  });
}
