import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { tsImport } from 'tsx/esm/api';
import chromium from '../web-test-runner.config.js';

const { webkitLauncher } = await tsImport('./webkit-launcher.ts', import.meta.url);
const { FIREFOX_PATH, MINIBROWSER_PATH } = process.env;

const BROWSERS = {
  firefox: () =>
    chromeLauncher({ puppeteer, launchOptions: { browser: 'firefox', executablePath: FIREFOX_PATH, headless: true }, concurrency: 1 }),
  webkit: () => webkitLauncher(MINIBROWSER_PATH),
};

/** The tests of the elements, in another engine: `ENGINE` is `firefox` or `webkit`. */
export default {
  ...chromium,
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 600_000,
  browsers: [BROWSERS[process.env.ENGINE]()],
};
