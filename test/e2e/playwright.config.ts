import { defineConfig } from '@playwright/test';

/** The ports of the servers that the tests start, away from those of a demo that may be running. */
const SANDBOX_PORT = 4342;
const DEMO_PORT = 5373;

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 30_000,
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: 'list',
  use: {
    baseURL: `http://localhost:${DEMO_PORT}`,
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  metadata: { sandbox: `http://localhost:${SANDBOX_PORT}` },
  webServer: {
    command: 'node ../../node_modules/.bin/tsx ../../scripts/start.ts',
    url: `http://localhost:${DEMO_PORT}`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    env: { SANDBOX_PORT: String(SANDBOX_PORT), DEMO_PORT: String(DEMO_PORT), SANDBOX_DATA: 'memory' },
  },
});
