import { findChromium } from './find-chromium.js';
import { runTool, stopTools, type ToolRun } from './testing/run-tool.js';
import { tallyOf, type Tally } from './testing/tally.js';

/** One part of the tests. A tool that only says yes or no counts as one test. */
interface Stage {
  name: string;
  run(): Promise<Tally>;
}

/** With `--full` the tests that take samples otherwise take everything. */
const full = process.argv.includes('--full');
if (full) process.env['FULL'] = '1';

/** A stage that hangs has failed, and the others still run. In ms. */
const LIMITS = { timeout: full ? 7_200_000 : 1_200_000, grace: 10_000 };

/** What runs side by side, each lane from its first stage to its last; the next lanes begin when all have ended. */
type Lanes = readonly (readonly Stage[])[];

const plan: readonly Lanes[] = [
  [
    [
      { name: 'types', run: () => yesOrNo(tool('tsc'), '-p', '.') },
      { name: 'format', run: () => yesOrNo(tool('prettier'), '--check', '--log-level', 'warn', '.') },
      { name: 'build', run: () => yesOrNo(tool('tsx'), 'scripts/build.ts') },
    ],
    [{ name: 'lint', run: () => yesOrNo(tool('eslint'), '.', '--max-warnings', '0') }],
  ],
  [[{ name: 'unit', run: unit }]],
  [
    [{ name: 'elements', run: () => counted(tool('wtr'), '--config', 'test/web-test-runner.config.js') }],
    [{ name: 'contract', run: () => counted(tool('tsx'), 'test/contract/run.ts') }],
  ],
  [[{ name: 'e2e', run: () => counted(tool('playwright'), 'test', '-c', 'test/e2e/playwright.config.ts') }]],
];

/** All that run in Node, in two processes; those of what is built need the stage before. */
async function unit(): Promise<Tally> {
  const shares = ['1/2', '2/2'].map((share) => counted('--import', 'tsx', '--test-reporter=spec', 'test/unit.ts', share));
  const [one, other] = (await Promise.all(shares)) as [Tally, Tally];
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

async function follow(lane: readonly Stage[]): Promise<void> {
  for (const stage of lane.filter(({ name }) => !only || name === only)) {
    const started = Date.now();
    const { passed, failed } = await stage.run();
    total.passed += passed;
    total.failed += failed;
    console.log(`${failed ? '✗' : '✓'} ${stage.name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
  }
}

async function yesOrNo(...args: string[]): Promise<Tally> {
  const { ok, output } = await run(args);
  if (!ok) console.log(output);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function counted(...args: string[]): Promise<Tally> {
  const { ok, output } = await run(args);
  const tally = tallyOf(output, ok);
  if (tally.failed) console.log(output);
  return tally;
}

function run(args: readonly string[]): Promise<ToolRun> {
  return runTool(process.execPath, args, LIMITS);
}

function tool(name: string): string {
  return `node_modules/.bin/${name}`;
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
for (const lanes of plan) await Promise.all(lanes.map(follow));
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
