import { StartError, startSandbox } from './server.js';

/** Runs the sandbox alone: `SANDBOX_PORT` (4242) and `SANDBOX_DATA` (`.sandbox-data`, or `memory`) say where. */
try {
  const sandbox = await startSandbox({
    port: Number(process.env['SANDBOX_PORT'] ?? 4242),
    data: process.env['SANDBOX_DATA'] ?? '.sandbox-data',
  });
  console.log(`Sandbox: ${sandbox.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
