import { portFrom, StartError, startSandbox } from './server.js';

/** Runs the sandbox alone: `SANDBOX_PORT` (4242) and `SANDBOX_DATA` (`.sandbox-data`, or `memory`) say where. */
try {
  const sandbox = await startSandbox({
    port: portFrom('SANDBOX_PORT', 4242),
    data: process.env['SANDBOX_DATA'] ?? '.sandbox-data',
  });
  console.log(`Sandbox: ${sandbox.url}`);
  // A Ctrl-C may arrive twice, from the terminal and from whoever started us: the second one must not cut the closing short.
  let ending: Promise<never> | undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void (ending ??= sandbox.close().then(() => process.exit(0))));
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
