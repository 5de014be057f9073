import { findChromium } from './find-chromium.js';
import { runTool, stopTools, type ToolRun } from './testing/run-tool.js';
import { tallyOf, type Tally } from './testing/tally.js';
import { filesBelow } from './vite/files.js';

/** One part of the tests. A tool that only says yes or no counts as one test. */
interface Stage {
  name: string;
  run(): Promise<Tally>;
}

/** A stage that hangs has failed, and the others still run. In ms. */
const LIMITS = { timeout: 240_000, grace: 10_000 };

const stages: Stage[] = [
  { name: 'types', run: () => yesOrNo('tsc', '-p', '.') },
  { name: 'lint', run: () => yesOrNo('eslint', '.', '--max-warnings', '0') },
  { name: 'format', run: () => yesOrNo('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'build', run: () => yesOrNo('tsx', 'scripts/build.ts') },
  { name: 'unit', run: () => counted('tsx', '--test', '--test-reporter=spec', ...unitTests()) },
  { name: 'elements', run: () => counted('wtr', '--config', 'test/web-test-runner.config.js') },
  { name: 'contract', run: () => counted('tsx', 'test/contract/run.ts') },
  { name: 'e2e', run: () => counted('playwright', 'test', '-c', 'test/e2e/playwright.config.ts') },
];

/** All that run in Node; those of what is built need the stage before. */
function unitTests(): string[] {
  return filesBelow('test', '.test.ts')
    .filter((file) => !/^(elements|e2e)\b/.test(file))
    .map((file) => `test/${file}`);
}

async function yesOrNo(tool: string, ...args: string[]): Promise<Tally> {
  const { ok, output } = await run(tool, args);
  if (!ok) console.log(output);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function counted(tool: string, ...args: string[]): Promise<Tally> {
  const { ok, output } = await run(tool, args);
  const tally = tallyOf(output, ok);
  if (tally.failed) console.log(output);
  return tally;
}

function run(tool: string, args: readonly string[]): Promise<ToolRun> {
  return runTool(process.execPath, [`node_modules/.bin/${tool}`, ...args], LIMITS);
}

// The tools lead process groups of their own: a Ctrl-C reaches them through us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    stopTools();
    process.exit(130);
  });
}

const browser = await findChromium().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
if (browser.executablePath) process.env['CHROMIUM_PATH'] = browser.executablePath;

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;
const total: Tally = { passed: 0, failed: 0 };
for (const stage of stages.filter(({ name }) => !only || name === only)) {
  const started = Date.now();
  const { passed, failed } = await stage.run();
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed ? '✗' : '✓'} ${stage.name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
