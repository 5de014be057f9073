import { expect, test, type Page } from '@playwright/test';
import { stories } from '../../demo/stories/all.js';
import { expectNoFaults, lost } from './accessible.js';
import { watchConsole } from './helpers.js';

interface Look {
  readonly theme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const LOOKS: readonly Look[] = (['light', 'dark'] as const).flatMap((theme) => (['ltr', 'rtl'] as const).map((dir) => ({ theme, dir })));
/** Each state in every look by `npm run test:full`; otherwise in one of them, the next state in the next. */
const looksOf = (index: number): readonly Look[] => (process.env['FULL'] ? LOOKS : [LOOKS[index % LOOKS.length]!]);

/** So many states are one test, so that several are looked at at a time. */
const AT_ONCE = 12;

for (const [tag, states] of Object.entries(stories)) {
  const all = Object.entries(states).map(([state, { view = state.split('.', 1)[0]! }], index) => ({ state, view, looks: looksOf(index) }));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    const names = part.length > 1 ? `${part[0]!.state} to ${part.at(-1)!.state}` : part[0]!.state;
    test(`${tag}, ${names}: each state shows, says nothing on the console, has no fault for axe and loses nothing in 320 pixels`, async ({
      page,
    }) => {
      test.setTimeout(20_000 + 8000 * part.length * part[0]!.looks.length);
      const messages = watchConsole(page);
      for (const { state, view, looks } of part) {
        for (const { theme, dir } of looks) {
          const what = `${tag}/${state} ${theme} ${dir}`;
          await page.setViewportSize({ width: 320, height: 640 });
          await page.goto(`/stories/frame/?story=${tag}/${state}&theme=${theme}&dir=${dir}`);
          await shows(page, tag, view, what);
          await expectNoFaults(page, tag, what);
          expect(await lost(page), `${what} 320 pixels`).toEqual([]);
          await page.evaluate(() => (document.documentElement.style.fontSize = '32px'));
          await page.setViewportSize({ width: 640, height: 640 });
          expect(await lost(page), `${what} 200 %`).toEqual([]);
          expect(messages, what).toEqual([]);
        }
      }
    });
  }
}

/** Waits until an element says that it shows a view. */
async function shows(page: Page, tag: string, view: string, what: string): Promise<void> {
  const reached = ({ name, wanted }: { name: string; wanted: string }) =>
    document.querySelector<HTMLElement & { view?: string }>(name)?.view === wanted;
  await page.waitForFunction(reached, { name: tag, wanted: view }, { timeout: 15_000 }).catch(async () => {
    const shown = await page.evaluate((name) => document.querySelector<HTMLElement & { view?: string }>(name)?.view, tag);
    expect(shown, what).toBe(view);
  });
}
