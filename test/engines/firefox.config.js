import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { elementsIn } from './elements.js';

const launchOptions = { browser: 'firefox', executablePath: process.env.FIREFOX_PATH, headless: true };

export default elementsIn(chromeLauncher({ puppeteer, launchOptions, concurrency: 1 }));
