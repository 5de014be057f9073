import { SandboxClock } from './clock.js';
import { openDb } from './db/open.js';
import { databasePspStore } from './db/psp-sessions.js';
import type { WorldName } from './db/seed/worlds.js';
import { worldSnapshot } from './db/snapshot.js';
import { Lifecycle } from './lifecycle/engine.js';
import type { Platform } from './platform.js';
import { Tokens } from './tokens.js';
import { Dispatcher } from './webhooks/dispatcher.js';
import { startWorld } from './worlds.js';

export interface PlatformOptions {
  /** A folder that survives a restart, or `memory`. */
  data: string;
  /** The sandbox's own address. */
  origin: () => string;
  /** What a new database is filled with; `default` unless said otherwise. */
  world?: WorldName;
  /** Where a new world starts, in unix seconds, with the clock stopped; else now, with the clock running. */
  at?: number;
}

/**
 * Opens a sandbox without a port, and fills it when it is new.
 * @throws {StorageError} when the folder cannot be used
 */
export async function openPlatform({
  data,
  origin,
  world = 'default',
  at,
}: PlatformOptions): Promise<{ platform: Platform; close(): Promise<void> }> {
  const told = at === undefined ? worldSnapshot(world) : undefined;
  const { db, writes, fresh, keepAs, close } = await openDb(data, told);
  try {
    const clock = await SandboxClock.open(db);
    if (fresh) {
      await startWorld(db, clock, world, at);
      // Before there are tokens: every sandbox has a key of its own.
      if (told) await keepAs(told);
    }
    const tokens = await Tokens.open(db, clock);
    const lifecycle = new Lifecycle(db, clock, writes);
    const webhooks = new Dispatcher({ db, clock, lifecycle, writes, origin });
    return {
      platform: { db, clock, lifecycle, tokens, psp: databasePspStore(db, clock), webhooks, origin },
      async close() {
        await webhooks.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
