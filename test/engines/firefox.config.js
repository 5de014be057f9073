import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { elementsIn } from './elements.js';

const launchOptions = { browser: 'firefox', executablePath: process.env.FIREFOX_PATH, headless: true };

/** A busy machine takes longer than the half minute that puppeteer waits. */
async function createPage({ context }) {
  const page = await context.newPage();
  page.setDefaultNavigationTimeout(120_000);
  return page;
}

export default elementsIn(chromeLauncher({ puppeteer, launchOptions, createPage, concurrency: 1 }));
