import { spawn } from 'node:child_process';
import { findChromium } from './find-chromium.js';
import { filesBelow } from './vite/files.js';

/** How a stage went. A tool that only says yes or no counts as one test. */
interface Tally {
  passed: number;
  failed: number;
}

interface Stage {
  name: string;
  run(): Promise<Tally>;
}

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

const stages: Stage[] = [
  { name: 'types', run: () => yesOrNo('tsc', '-p', '.') },
  { name: 'lint', run: () => yesOrNo('eslint', '.', '--max-warnings', '0') },
  { name: 'format', run: () => yesOrNo('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'build', run: () => yesOrNo('tsx', 'scripts/build.ts') },
  { name: 'unit', run: unit },
  { name: 'elements', run: () => counted(['wtr', '--config', 'test/web-test-runner.config.js']) },
  { name: 'contract', run: () => counted(['tsx', 'test/contract/run.ts']) },
  { name: 'e2e', run: () => counted(['playwright', 'test', '-c', 'test/e2e/playwright.config.ts']) },
];

async function unit(): Promise<Tally> {
  const files = filesBelow('test', '.test.ts').filter((file) => !/^(elements|e2e)\//.test(file));
  return counted(['tsx', '--test', '--test-reporter=spec', ...files.map((file) => `test/${file}`)]);
}

async function yesOrNo(...command: [string, ...string[]]): Promise<Tally> {
  const { ok, output } = await run(command);
  if (!ok) console.log(output);
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A runner whose output says how many tests passed and failed. */
async function counted(command: [string, ...string[]]): Promise<Tally> {
  const { ok, output } = await run(command);

  const text = output.replace(/\x1b\[[\d;]*[A-Za-z]/g, '');
  const last = (pattern: RegExp) => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
  const passed = last(/^\s*(?:ℹ |# )?pass (\d+)$/gm) || last(/^\s*(\d+) passed/gm);
  const failed = last(/^\s*(?:ℹ |# )?fail (\d+)$/gm) || last(/(\d+) failed/gm);
  if (!ok || failed > 0) console.log(output);
  // A runner that failed without a failing test, or ran none, has failed all the same.
  return { passed, failed: failed || (ok && passed > 0 ? 0 : 1) };
}

/** The longest a stage may take, in ms. A stage that hangs has failed, and the others still run. */
const STAGE_TIMEOUT = 240_000;

function run([tool, ...args]: [string, ...string[]]): Promise<{ ok: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`node_modules/.bin/${tool}`, ...args], {
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const hung = setTimeout(() => {
      output += `\n${tool} was stopped after ${STAGE_TIMEOUT / 1000} s.\n`;
      child.kill('SIGTERM');
      setTimeout(() => {
        child.kill('SIGKILL');
        child.stdout.destroy();
        child.stderr.destroy();
      }, 10_000).unref();
    }, STAGE_TIMEOUT);
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => {
      clearTimeout(hung);
      resolve({ ok: code === 0, output });
    });
  });
}

const browser = await findChromium().catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
if (browser.executablePath) process.env['CHROMIUM_PATH'] = browser.executablePath;

const total: Tally = { passed: 0, failed: 0 };
for (const { name, run: runStage } of stages.filter((stage) => !only || stage.name === only)) {
  const started = Date.now();
  const { passed, failed } = await runStage();
  total.passed += passed;
  total.failed += failed;
  console.log(`${failed ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed ? 1 : 0);
