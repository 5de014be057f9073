import { type Page, type Route } from '@playwright/test';

export const FREE = 'S401772935_DE';
export const RENTAL = 'R346610927_DE';
export const ALPS = 'S913365520_DE';

/** Puts elements on a page of the demo, again after every reload. */
export async function embed(page: Page, markup: string, path = '/'): Promise<void> {
  await page.addInitScript((html) => {
    void customElements.whenDefined('cleeng-paywall').then(() => document.body.insertAdjacentHTML('beforeend', html));
    const note = (fact: string) => {
      const { dataset } = document.documentElement;
      dataset['told'] = `${dataset['told'] ?? ''} ${fact}`.trim();
    };
    document.addEventListener('cleeng-paywall-change', ({ detail }) => note(detail.granted ? 'granted' : detail.reason));
    document.addEventListener('cleeng-checkout-complete', () => note('bought'));
    // Frame by frame: content that shows though nobody has granted it is told as well.
    const look = () => {
      const wall = document.querySelector('cleeng-paywall');
      if (wall && wall.view !== 'granted' && document.getElementById('film')?.checkVisibility()) note('flash');
      requestAnimationFrame(look);
    };
    look();
  }, markup);
  await page.goto(path);
}

export const paywall = (offerId: string, more = '') =>
  `<cleeng-paywall offer-id="${offerId}" account-url="/#/account" offers-url="/" support-url="/help" ${more}><p id="film">The film.</p></cleeng-paywall>`;
export const film = (page: Page) => page.locator('#film');
export const wall = (page: Page) => page.locator('cleeng-paywall');
export const list = (page: Page) => page.locator('cleeng-offers');
export const card = (page: Page, title: string) =>
  list(page)
    .getByRole('article')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
/** What the paywall and the checkout told the page, in order. */
export const told = (page: Page) => page.evaluate(() => document.documentElement.dataset['told'] ?? '');

/** The platform is broken, and says under which reference. */
export const failing = (route: Route) =>
  route.fulfill({
    status: 500,
    headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'X-Request-Id', 'X-Request-Id': 'req-77' },
    json: { errors: ['Internal Server Error'], message: 'Internal Server Error', code: 'S0001' },
  });
