import { existsSync, statSync } from 'node:fs';
import { build, preview } from 'vite';
import { docs } from './vite/docs.js';
import { sandboxAddress } from './vite/sandbox-address.js';
import { filesBelow } from './vite/files.js';
import { fromRoot as at } from './vite/root.js';

/** Single files that the demo is made of. */
const BESIDE_THEM = [
  'vite.config.ts',
  'package-lock.json',
  'custom-elements.json',
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'sandbox/README.md',
];

/** A demo that cannot be served, said in one sentence. */
export class DemoError extends Error {
  override readonly name = 'DemoError';
}

/** Builds the demo unless what is built is newer than everything it is made of. */
export async function buildDemo(): Promise<void> {
  if (isFresh()) return;
  console.log('Building the demo…');
  await build({ configFile: at('vite.config.ts'), mode: 'demo', plugins: [docs(at('demo'))], logLevel: 'warn' });
}

function isFresh(): boolean {
  const built = at('dist/demo/index.html');
  if (!existsSync(built)) return false;
  const folders = ['src', 'demo', 'docs', 'scripts', 'sandbox/src/db/seed'];
  const sources = folders.flatMap((folder) => filesBelow(at(folder), '').map((file) => `${folder}/${file}`));
  const newest = Math.max(...[...sources, ...BESIDE_THEM].map((file) => statSync(at(file)).mtimeMs));
  return statSync(built).mtimeMs >= newest;
}

/**
 * Serves the built demo.
 * @throws {DemoError} when the port is taken
 */
export async function serveDemo(port: number, sandboxUrl: string): Promise<{ url: string; close(): Promise<void> }> {
  try {
    const server = await preview({
      configFile: false,
      root: at('demo'),
      plugins: [sandboxAddress(sandboxUrl)],
      build: { outDir: at('dist/demo') },
      preview: { port, strictPort: true, host: 'localhost' },
      logLevel: 'warn',
    });
    const address = server.httpServer.address() as { port: number };
    return {
      url: `http://localhost:${address.port}`,
      close: () =>
        new Promise((resolve) => {
          server.httpServer.close(() => resolve());
          (server.httpServer as { closeAllConnections?: () => void }).closeAllConnections?.();
        }),
    };
  } catch (error) {
    if (error instanceof Error && /already in use/.test(error.message)) {
      throw new DemoError(`Port ${port} is taken: stop what uses it, or set DEMO_PORT to another port.`);
    }
    throw error;
  }
}
