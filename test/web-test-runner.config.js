import { defaultReporter } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { build } from 'esbuild';
import { tsImport } from 'tsx/esm/api';

const { startSandbox } = await tsImport('../sandbox/src/server.ts', import.meta.url);
const sandbox = await startSandbox({ port: 0, data: 'memory' });

/** The card library is hundreds of modules: served as one file, with its stylesheet as text. */
const PREBUNDLED = ['@adyen/adyen-web', '@paypal/paypal-js', '@adyen/adyen-web/styles/adyen.css?inline'];
const fileOf = (name) => `${name.replace(/[^\w-]/g, '_')}`;
const prebundle = {
  name: 'prebundle',
  async serverStart() {
    await build({
      entryPoints: Object.fromEntries(PREBUNDLED.map((name) => [fileOf(name), name.replace('?inline', '')])),
      outdir: 'node_modules/.cache/prebundle',
      bundle: true,
      splitting: true,
      format: 'esm',
      target: 'es2022',
      loader: { '.css': 'text' },
      logLevel: 'silent',
    });
  },
  resolveImport: ({ source }) => (PREBUNDLED.includes(source) ? `/node_modules/.cache/prebundle/${fileOf(source)}.js` : undefined),
};

/** One closing line that counts. */
const totals = {
  onTestRunFinished({ sessions }) {
    let passed = 0;
    let failed = 0;
    const count = (suite) => {
      for (const test of suite?.tests ?? []) test.passed ? passed++ : failed++;
      suite?.suites.forEach(count);
    };
    for (const session of sessions) {
      count(session.testResults);
      if (!session.passed && failed === 0) failed++;
    }
    console.log(`\n${passed} passed, ${failed} failed`);
  },
  stop: () => sandbox.close(),
};

export default {
  rootDir: new URL('..', import.meta.url).pathname,
  files: 'test/elements/**/*.test.ts',
  nodeResolve: { exportConditions: ['production', 'default'] },
  testFramework: { config: { timeout: 15_000 } },
  concurrency: 2,
  plugins: [prebundle, esbuildPlugin({ ts: true, tsconfig: new URL('../tsconfig.json', import.meta.url).pathname, target: 'es2022' })],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] },
    }),
  ],
  testRunnerHtml: (framework) =>
    `<!doctype html><html lang="en"><body><script>window.SANDBOX_URL = ${JSON.stringify(sandbox.url)}</script><script type="module" src="${framework}"></script></body></html>`,
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY === true }), totals],
};
