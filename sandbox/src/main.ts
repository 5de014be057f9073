import { OptionError, readOptions, USAGE } from './options.js';
import { StartError, startSandbox } from './server.js';

/** Runs the sandbox alone, from the command line. */
try {
  const { help, ...options } = readOptions(process.argv.slice(2), process.env);
  if (help) {
    console.log(USAGE);
  } else {
    const sandbox = await startSandbox(options);
    console.log(`Sandbox: ${sandbox.url}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof StartError) && !(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
