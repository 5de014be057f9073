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
    // A Ctrl-C may arrive twice, from the terminal and from whoever started us: the second one must not cut the closing short.
    let ending: Promise<never> | undefined;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => void (ending ??= sandbox.close().then(() => process.exit(0))));
    }
  }
} catch (error) {
  if (!(error instanceof StartError) && !(error instanceof OptionError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
