import { serve, type ServerType } from '@hono/node-server';
import { createApp } from './app.js';
import type { WorldName } from './db/seed/worlds.js';
import { StorageError } from './db/storage-error.js';
import { openPlatform } from './open-platform.js';

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** A folder that survives a restart, or `memory`. */
  data: string;
  /** What a new database is filled with; `default` unless said otherwise. */
  world?: WorldName;
}

export interface RunningSandbox {
  /** The sandbox's address, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/** A sandbox that cannot start, said in one sentence. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/**
 * A port that the environment names.
 * @throws {StartError} when it is none
 */
export function portFrom(name: string, otherwise: number): number {
  const text = process.env[name];
  if (text === undefined) return otherwise;
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new StartError(`${name} is "${text}": set it to a port, a number up to 65535.`);
}

/**
 * Starts a sandbox.
 * @throws {StartError} when the port is taken or the folder cannot be used
 */
export async function startSandbox({ port, ...options }: SandboxOptions): Promise<RunningSandbox> {
  let url = '';
  // The port first: a taken one is known at once, the database takes seconds.
  let handle: (request: Request, env?: object) => Response | Promise<Response> = () =>
    Promise.resolve(new Response('Starting', { status: 503 }));
  const server = await listen((request, env) => handle(request, env), port);
  url = `http://localhost:${(server.address() as { port: number }).port}`;
  try {
    const { platform, close } = await openPlatform({ ...options, origin: () => url });
    handle = createApp(platform).fetch;
    platform.webhooks.watch();
    return {
      url,
      async close() {
        await stop(server);
        await close();
      },
    };
  } catch (error) {
    await stop(server);
    throw error instanceof StorageError ? new StartError(error.message) : error;
  }
}

/** Node closes connections that nobody uses after five seconds, which is about how long a viewer thinks. */
const KEEP_ALIVE_MS = 75_000;

function listen(fetch: (request: Request, env: object) => Response | Promise<Response>, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, overrideGlobalObjects: false }, () => resolve(server));
    // A client that reuses a connection must not find it closed at that very moment.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = KEEP_ALIVE_MS;
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new StartError(`Port ${port} is taken: stop what uses it, or set SANDBOX_PORT to another port.`)
          : error,
      ),
    );
  });
}

function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
