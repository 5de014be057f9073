import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** How to launch the browser of the tests; without a path Playwright takes its own. */
export interface Browser {
  executablePath?: string;
  args: string[];
}

const asRoot = process.getuid?.() === 0;
const args = asRoot ? ['--no-sandbox'] : [];

/** Names and places of installed browsers. The headless shell's own path skips Debian's wrapper script. */
const PLACES = [
  '/usr/lib/chromium/chromium-headless-shell',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  join(process.env['PROGRAMFILES'] ?? '', 'Google/Chrome/Application/chrome.exe'),
];
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Finds a Chromium, or gets one: CHROMIUM_PATH, an installed one, Playwright's own, Playwright's download, Debian's package when root.
 * @throws with a sentence that says what to install
 */
export async function findChromium(): Promise<Browser> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return { executablePath: named, args };
  return (
    installed() ??
    (await playwrights()) ??
    (await download()) ??
    debianPackage() ??
    fail('There is no Chromium for the tests: install one (Debian: apt-get install chromium-headless-shell), or set CHROMIUM_PATH.')
  );
}

function installed(): Browser | undefined {
  const onPath = NAMES.flatMap((name) => (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name)));
  const executablePath = [...PLACES, ...onPath].find((file) => existsSync(file));
  return executablePath ? { executablePath, args } : undefined;
}

async function playwrights(): Promise<Browser | undefined> {
  try {
    await (await chromium.launch({ args })).close();
    return { args };
  } catch {
    return undefined;
  }
}

async function download(): Promise<Browser | undefined> {
  console.log('No browser found: asking Playwright for one…');
  spawnSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium-headless-shell'], {
    stdio: 'ignore',
    timeout: 120_000,
  });
  return playwrights();
}

function debianPackage(): Browser | undefined {
  if (!asRoot || !existsSync('/usr/bin/apt-get')) return undefined;
  console.log('Installing Debian’s chromium-headless-shell…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const { status } = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', name], { stdio: 'ignore', env });
    if (status === 0) return installed();
  }
  return undefined;
}

function fail(text: string): never {
  throw new Error(text);
}
