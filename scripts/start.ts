import { portFrom, StartError, startSandbox } from '../sandbox/src/server.js';
import { buildDemo, DemoError, serveDemo } from './serve-demo.js';

/**
 * Starts everything a newcomer needs: the sandbox with its database, and the demo. Environment: SANDBOX_PORT, SANDBOX_DATA, DEMO_PORT.
 */
async function start(): Promise<void> {
  // Both looked at before anything is started: a wrong one is known at once.
  const [port, demoPort] = [portFrom('SANDBOX_PORT', 4242), portFrom('DEMO_PORT', 5173)];
  const sandbox = await startSandbox({
    port,
    data: process.env['SANDBOX_DATA'] ?? '.sandbox-data',
  });
  try {
    await buildDemo();
    const demo = await serveDemo(demoPort, sandbox.url);
    console.log(`
  Demo      ${demo.url}
  Docs      ${demo.url}/docs/
  Sandbox   ${sandbox.url}

  Card      5555 4444 3333 1111, expiry 03/2030, security code 737
  Login     viewer@example.com, password Password1

  Ctrl-C ends both.
`);
    let ending = false;
    const end = async () => {
      if (ending) return;
      ending = true;
      await demo.close();
      await sandbox.close();
      process.exit(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end());
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

try {
  await start();
} catch (error) {
  if (!(error instanceof StartError) && !(error instanceof DemoError)) throw error;
  console.error(error.message);
  process.exit(1);
}
