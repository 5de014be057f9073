import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { startSandbox } from '../../sandbox/src/server.js';
import { randomOf } from '../random.js';
import { logIn } from './helpers.js';
import { notThere, plainPage, serve, serveCdn } from './publisher.js';

const DAY_MINUTES = 24 * 60;
/** A seeded viewer's plan. */
const EMAIL = 'viewer@example.com';
const OFFER = 'S598310247';

/** A page with a paywall, on a site of its own and at a sandbox whose clock is nobody else's. */
async function publisher(attributes = '') {
  const sandbox = await startSandbox({ port: 0, data: 'memory' });
  const cdn = await serveCdn();
  const paywall = `<cleeng-paywall publisher-id="204118605" api-base="${sandbox.url}" offer-id="${OFFER}" ${attributes}><p id="film">The film</p></cleeng-paywall>`;
  const site = await serve((path) => (path === '/' ? Promise.resolve(plainPage(cdn.url, paywall)) : notThere()));
  return {
    url: site.url,
    platform: sandbox.url,
    async pass(minutes: number): Promise<void> {
      const body = JSON.stringify({ advance: `PT${minutes}M` });
      const response = await fetch(`${sandbox.url}/sandbox/clock`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      expect(response.status).toBe(200);
    },
    async close(): Promise<void> {
      site.close();
      cdn.close();
      await sandbox.close();
    },
  };
}

type Publisher = Awaited<ReturnType<typeof publisher>>;

/** Somebody's browser, with its tabs and its own idea of the time. */
class Device {
  readonly #context: BrowserContext;
  readonly #publisher: Publisher;
  tabs: Page[] = [];
  connected = true;
  /** The refresh tokens that the platform was given, in order. */
  readonly exchanged: string[] = [];

  private constructor(context: BrowserContext, site: Publisher) {
    this.#context = context;
    this.#publisher = site;
    context.on('response', (response) => {
      const request = response.request();
      if (request.method() !== 'POST' || !request.url().endsWith('/auths/refresh_token')) return;
      this.exchanged.push((request.postDataJSON() as { refreshToken: string }).refreshToken);
    });
  }

  static async of(browser: Browser, site: Publisher, { locks = true } = {}): Promise<Device> {
    const context = await browser.newContext();
    await context.addInitScript((hasLocks) => {
      const real = Date.now;
      Date.now = () => real() + Number(localStorage.getItem('skew') ?? 0);
      if (!hasLocks) Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
    }, locks);
    return new Device(context, site);
  }

  async open(): Promise<Page> {
    const tab = await this.#context.newPage();
    this.tabs.push(tab);
    await tab.goto(this.#publisher.url);
    return tab;
  }

  async close(tab: Page): Promise<void> {
    this.tabs = this.tabs.filter((other) => other !== tab);
    await tab.close();
  }

  /** Cuts the way to the platform, or mends it. */
  async connect(connected: boolean): Promise<void> {
    if (connected === this.connected) return;
    this.connected = connected;
    const all = `${this.#publisher.platform}/**`;
    if (connected) await this.#context.unroute(all);
    else await this.#context.route(all, (route) => route.abort('internetdisconnected'));
  }

  /** Sets the device's clock wrong by so many milliseconds. */
  async skew(ms: number): Promise<void> {
    await this.tabs[0]!.evaluate((by) => localStorage.setItem('skew', String(by)), ms);
  }

  /** Every tab has an answer, or could not get one, and nobody was logged out. A tab that closed with a lease keeps the others waiting until it ends. */
  async settled(): Promise<void> {
    for (const tab of this.tabs) {
      const unanswered = wall(tab).getByText('We could not check your access.');
      await expect(film(tab).or(unanswered).filter({ visible: true })).toHaveCount(1, { timeout: 30_000 });
    }
  }

  end = (): Promise<void> => this.#context.close();
}

const wall = (tab: Page) => tab.locator('cleeng-paywall');
const film = (tab: Page) => tab.locator('#film');

async function signIn(tab: Page): Promise<void> {
  await wall(tab).getByRole('button', { name: 'Log in' }).click();
  await logIn(tab, EMAIL);
  await expect(film(tab)).toBeVisible();
}

/**
 * A day of one viewer on some devices, in steps of random length. Tabs are loaded, opened and closed at random, several at the same moment; the way to
 * the platform is cut while they load, and their clocks go wrong. What is never done is to cut the way or close a tab between a refresh and
 * its answer: a single-use token that was exchanged and whose answer never came is lost, and no client can help it.
 */
async function liveADay(seed: number, site: Publisher, devices: readonly Device[], longest: number): Promise<void> {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let minutes = 0; minutes < DAY_MINUTES;) {
    const step = 1 + Math.floor(random() * longest);
    minutes += step;
    await site.pass(step);
    for (const device of devices) {
      if (random() < 0.2) await device.skew((random() - 0.5) * 1e10);
      await device.connect(random() > 0.15);
      const loads = device.tabs.filter(() => random() < 0.6).map((tab) => tab.reload());
      await Promise.all([...loads, ...(device.tabs.length < 4 && random() < 0.4 ? [device.open()] : [])]);
      await device.settled();
      // Its tokens are young now: nothing is renewed while a tab is closed in the middle of loading. (A close that is asked for before the page
      // has begun to load gets lost in the browser now and then.)
      if (device.connected && loads.length > 0 && device.tabs.length > 1 && random() < 0.3) {
        const tab = pick(device.tabs);
        await tab.reload({ waitUntil: 'commit' });
        await device.close(tab);
      }
    }
  }
}

/** The day is over: every tab asks once more, and is answered; no token was given to the platform twice. */
async function expectSession(devices: readonly Device[]): Promise<void> {
  for (const device of devices) {
    await device.connect(true);
    await Promise.all(device.tabs.map((tab) => tab.reload()));
    for (const tab of device.tabs) await expect(film(tab)).toBeVisible();
    expect(device.exchanged.length).toBeGreaterThan(5);
    expect(new Set(device.exchanged).size).toBe(device.exchanged.length);
  }
}

for (const { name, locks, seeds } of [
  { name: 'Web Locks', locks: true, seeds: process.env['FULL'] ? 10 : 1 },
  { name: 'a lease in the storage, where there are no Web Locks', locks: false, seeds: process.env['FULL'] ? 10 : 1 },
]) {
  test(`a day of two devices with several tabs, by ${name}: never logged out, no token used twice`, async ({ browser }) => {
    test.setTimeout(60_000 + seeds * 120_000);
    for (let seed = 1; seed <= seeds; seed++) {
      const site = await publisher();
      const devices = [await Device.of(browser, site, { locks }), await Device.of(browser, site, { locks })];
      try {
        for (const device of devices) await signIn(await device.open());
        await test.step(`seed ${seed}`, async () => {
          await liveADay(seed, site, devices, 240);
          await expectSession(devices);
        });
      } finally {
        for (const device of devices) await device.end();
        await site.close();
      }
    }
  });
}

test('several tabs of one device, loaded at once with an old token, exchange it once', async ({ browser }) => {
  const site = await publisher();
  const device = await Device.of(browser, site);
  try {
    const first = await device.open();
    await signIn(first);
    for (let more = 0; more < 2; more++) await device.open();
    await device.settled();
    await site.pass(20);
    await device.skew(20 * 60_000);
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await first.context().route('**/auths/refresh_token', async (route) => {
      await answered;
      await route.continue();
    });
    await Promise.all(device.tabs.map((tab) => tab.reload()));
    for (const tab of device.tabs) await expect(wall(tab)).toContainText('Checking your access…');
    answer();
    for (const tab of device.tabs) await expect(film(tab)).toBeVisible();
    expect(device.exchanged.length).toBe(1);
  } finally {
    await device.end();
    await site.close();
  }
});

test('a duplicated tab has a copy of the tokens, and follows their renewal', async ({ browser }) => {
  const site = await publisher('token-storage="session"');
  const device = await Device.of(browser, site);
  try {
    const first = await device.open();
    await signIn(first);
    const opening = first.waitForEvent('popup');
    await first.evaluate(() => void open(location.href));
    const second = await opening;
    await expect(film(second)).toBeVisible();
    for (const tab of [second, first, second]) {
      await site.pass(20);
      await tab.reload();
      await expect(film(tab)).toBeVisible();
    }
    expect(device.exchanged.length).toBe(3);
    expect(new Set(device.exchanged).size).toBe(3);
  } finally {
    await device.end();
    await site.close();
  }
});

test('a logout in one tab reaches the others at once, and a page that comes back from the cache at once as well', async ({ browser }) => {
  const site = await publisher();
  const device = await Device.of(browser, site);
  try {
    const first = await device.open();
    await signIn(first);
    const second = await device.open();
    await expect(film(second)).toBeVisible();
    // As a page in the back-forward cache, which hears nothing, misses what happened.
    await first.evaluate(() => {
      localStorage.clear();
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    for (const tab of [first, second]) await expect(wall(tab).getByRole('button', { name: 'Log in' })).toBeVisible();
  } finally {
    await device.end();
    await site.close();
  }
});
