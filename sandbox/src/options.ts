import { parseArgs } from 'node:util';
import { WORLDS, type WorldName } from './db/seed/worlds.js';

export const USAGE = `Usage: cleeng-sandbox [options]

A local, offline twin of the subscription platform: database, fake cards, payment hosts and a clock.

  --port <number>   where to listen; 0 takes any free port   (SANDBOX_PORT, 4242)
  --data <folder>   where to keep the data; "memory": nowhere (SANDBOX_DATA, .sandbox-data)
  --world <name>    what a new database is filled with: ${WORLDS.join(', ')} (default)
  --help            this text
`;

export interface Options {
  port: number;
  data: string;
  world: WorldName;
  help: boolean;
}

/** What was asked for cannot be understood, said in one sentence. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
}

/**
 * Reads the command line; the environment says what it leaves out.
 * @throws {OptionError} when one of them makes no sense
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): Options {
  const { port, data, world, help } = valuesOf(args);
  return {
    port: portFrom(port ?? env['SANDBOX_PORT'] ?? '4242', port === undefined ? 'SANDBOX_PORT' : '--port'),
    data: data ?? env['SANDBOX_DATA'] ?? '.sandbox-data',
    world: worldFrom(world ?? 'default'),
    help: help ?? false,
  };
}

function valuesOf(args: readonly string[]) {
  const options = { port: { type: 'string' }, data: { type: 'string' }, world: { type: 'string' }, help: { type: 'boolean' } } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    // Node's own text goes on with advice in further sentences.
    throw new OptionError(`${(error as Error).message.split(/[.\n]/)[0]!}: see --help.`);
  }
}

function portFrom(text: string, name: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new OptionError(`${name} is "${text}": set it to a port, a number up to 65535.`);
}

function worldFrom(text: string): WorldName {
  const world = WORLDS.find((name) => name === text);
  if (!world) throw new OptionError(`There is no world "${text}": the worlds are ${WORLDS.join(', ')}.`);
  return world;
}
