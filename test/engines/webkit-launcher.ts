import { WebKitDriver } from './webkit-driver.js';

const KEYS: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  Space: ' ',
};

/** WebKitGTK for Web Test Runner. Towards its commands it plays the part of a Playwright page that they use. */
export function webkitLauncher(minibrowser: string) {
  const driver = new WebKitDriver(minibrowser);
  let started: Promise<void> | undefined;
  let active: string | undefined;
  return {
    name: 'WebKitGTK',
    type: 'playwright',
    concurrency: 1,
    getPage: () => pageOf(driver),
    initialize: () => Promise.resolve(),
    async startSession(id: string, url: string) {
      await (started ??= driver.start());
      active = id;
      await driver.goto(url);
    },
    async stopSession() {
      active = undefined;
      await driver.goto('about:blank');
      return {};
    },
    isActive: (id: string) => id === active,
    getBrowserUrl: () => driver.command<string>('GET', '/url'),
    stop: () => driver.stop(),
  };
}

const down = (key: string) => ({ type: 'keyDown', value: KEYS[key] ?? key });
const up = (key: string) => ({ type: 'keyUp', value: KEYS[key] ?? key });

const pageOf = (driver: WebKitDriver) => ({
  keyboard: {
    type: (text: string) => driver.press(text),
    press: (combination: string) => {
      const keys = combination.split('+');
      return driver.keys(...keys.map(down), ...keys.reverse().map(up));
    },
  },
});
