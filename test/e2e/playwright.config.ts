import { defineConfig } from '@playwright/test';
import { DEMO_PORT, SANDBOX_PORT } from './ports.js';

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  timeout: 30_000,
  workers: 3,
  fullyParallel: true,
  reporter: 'list',
  use: {
    // What cannot be done fails by itself, not with the whole test.
    actionTimeout: 20_000,
    baseURL: `http://localhost:${DEMO_PORT}`,
    // Tracing everything costs a third of the time: `--trace on` for the test that failed.
    trace: 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'node --import tsx ../../scripts/start.ts',
    url: `http://localhost:${DEMO_PORT}`,
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
    env: { SANDBOX_PORT: String(SANDBOX_PORT), DEMO_PORT: String(DEMO_PORT), SANDBOX_DATA: 'memory' },
  },
});
