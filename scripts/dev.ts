import { createServer } from 'vite';
import { docs } from './vite/docs.js';
import { fromRoot } from './vite/root.js';
import { portFrom, startSandbox } from '../sandbox/src/server.js';

/** The sandbox, and the demo from its sources, reloaded as they change. */
const sandbox = await startSandbox({
  port: portFrom('SANDBOX_PORT', 4242),
  data: process.env['SANDBOX_DATA'] ?? '.sandbox-data',
});
process.env['SANDBOX_URL'] = sandbox.url;
const server = await createServer({ mode: 'demo', plugins: [docs(fromRoot('demo'))], server: { port: portFrom('DEMO_PORT', 5173) } });
await server.listen();
server.printUrls();
console.log(`  Sandbox: ${sandbox.url}`);
let ending: Promise<never> | undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void (ending ??= Promise.all([server.close(), sandbox.close()]).then(() => process.exit(0))));
}
