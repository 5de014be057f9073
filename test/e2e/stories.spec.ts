import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { stories } from '../../demo/stories/all.js';
import { expectNoFaults, lost } from './accessible.js';
import { watchConsole } from './helpers.js';
import { NOTHING, partsOf, partsShownIn, SHOWN_IN } from './parts.js';
import { PSEUDO } from '../pseudo.js';
import { filesBelow } from '../../scripts/vite/files.js';
import { moving, shapeless, spreadText, survey, unmarked, unseenFocus } from './sweep.js';

interface Look {
  readonly brand: string;
  readonly theme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
}

const BRANDS = readdirSync('demo/themes', { encoding: 'utf8' }).flatMap((file) => (file.endsWith('.css') ? [file.slice(0, -4)] : []));
const LOOKS: readonly Look[] = ['', ...BRANDS].flatMap((brand) =>
  (['light', 'dark'] as const).flatMap((theme) => (['ltr', 'rtl'] as const).map((dir) => ({ brand, theme, dir }))),
);
/** Each state in every look by `npm run test:full`; otherwise in one of them, the next state in the next. */
const looksOf = (index: number): readonly Look[] => (process.env['FULL'] ? LOOKS : [LOOKS[(index * 5) % LOOKS.length]!]);

/** What publishers and viewers of the sandbox and the stories have written. */
const DATA = ['sandbox/src/db/seed', 'demo/stories']
  .flatMap((folder) => filesBelow(folder, '.ts').map((file) => readFileSync(`${folder}/${file}`, 'utf8')))
  .join();
/** What the browser's `Intl` makes of dates, countries and lengths of time; words of the law; a name with an id. */
const NO_MESSAGE =
  /^[A-Z][a-z]+ \d+, \d{4}$|^(.+@example\.com, )?Germany$|^Deutsch$|^\d months?$|^Order with obligation to pay$|^Nordlicht \w+ \(S\d+_DE\)$/;

/** So many states are one test, so that several are looked at at a time. */
const AT_ONCE = 12;

/** Widths of an element in a page that is much wider, for it goes by its own room; one of them with text of 200 %. */
const ROOMS = [
  { width: '300px', fontSize: '' },
  { width: '600px', fontSize: '' },
  { width: '600px', fontSize: '32px' },
  { width: '1200px', fontSize: '' },
];

let index = 0;
for (const [tag, states] of Object.entries(stories)) {
  const all = Object.entries(states).map(([state, { view = state.split('.', 1)[0]! }]) => ({ state, view, looks: looksOf(index++) }));
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const part = all.slice(from, from + AT_ONCE);
    const names = part.length > 1 ? `${part[0]!.state} to ${part.at(-1)!.state}` : part[0]!.state;
    test(`${tag}, ${names}: each state is right for every eye and hand, in a brand’s colours, and says nothing on the console`, async ({
      page,
    }) => {
      test.setTimeout(20_000 + 8000 * part.length * part[0]!.looks.length);
      const messages = watchConsole(page);
      for (const { state, view, looks } of part) {
        for (const { brand, theme, dir } of looks) {
          const what = `${tag}/${state} ${brand} ${theme} ${dir}`;
          await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'no-preference' });
          await page.setViewportSize({ width: 320, height: 640 });
          await page.goto(`/stories/frame/?${new URLSearchParams({ story: `${tag}/${state}`, brand, theme, dir }).toString()}`);
          await shows(page, tag, view, what);
          await expectNoFaults(page, tag, what);
          await expectNothingFound(page, tag, what);
          expect(messages, what).toEqual([]);
        }
      }
    });
  }
}

/** All that can be found out about a state that shows, in 320 pixels. */
async function expectNothingFound(page: Page, tag: string, what: string): Promise<void> {
  expect.soft(await lost(page), `${what} 320 pixels`).toEqual([]);
  const { parts, ...findings } = await survey(page, tag);
  expect.soft(findings, what).toEqual(NOTHING);
  const unnamed = parts.filter((part) => !partsOf(tag).includes(part));
  const missing = partsShownIn(what.split(' ', 1)[0]!).filter((part) => !parts.includes(part));
  expect.soft({ unnamed, missing }, `${what} parts`).toEqual({ unnamed: [], missing: [] });
  await spreadText(page, true);
  expect.soft(await lost(page), `${what} text spread`).toEqual([]);
  await spreadText(page, false);
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  expect.soft(await shapeless(page, tag), `${what} forced colours`).toEqual([]);
  expect.soft(await moving(page), `${what} reduced motion`).toEqual([]);
  expect.soft(await unseenFocus(page, tag), `${what} focus`).toEqual([]);
  await page.setViewportSize({ width: 1400, height: 900 });
  for (const { width, fontSize } of ROOMS) {
    await page.evaluate(
      ([name, room, size]) => {
        Object.assign(document.querySelector<HTMLElement>(name)!.style, { width: room, maxWidth: 'none' });
        document.documentElement.style.fontSize = size;
      },
      [tag, width, fontSize] as const,
    );
    expect.soft(await lost(page, tag), `${what} in ${width} of a wide page, text ${fontSize || '16px'}`).toEqual([]);
  }
  const untranslated = (await unmarked(page, tag, PSEUDO)).filter((text) => !DATA.includes(text) && !NO_MESSAGE.test(text));
  expect.soft(untranslated, `${what} texts`).toEqual([]);
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

test('each part that the manifest names is shown in a story', () => {
  for (const [tag, states] of Object.entries(SHOWN_IN)) {
    expect(Object.values(states).join(' ').split(' ').sort(), tag).toEqual(partsOf(tag).sort());
  }
  expect(Object.keys(SHOWN_IN)).toEqual(expect.arrayContaining(Object.keys(stories)));
});
