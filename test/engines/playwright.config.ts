import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import config from '../e2e/playwright.config.js';

/** The main job in Firefox, whose path is FIREFOX_PATH. */
export default defineConfig({
  ...config,
  testDir: '../e2e',
  testMatch: 'stranger.spec.ts',
  // It takes several times as long as in Chromium.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...config.use,
    browserName: 'firefox',
    channel: 'moz-firefox',
    launchOptions: { executablePath: fileURLToPath(new URL('./firefox-bidi.mjs', import.meta.url)) },
  },
});
