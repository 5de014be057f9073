import { expect, test, type Page } from '@playwright/test';
import { countCalls, newEmail, register } from './helpers.js';
import { recordEvents } from './people.js';

/** What `configure({ captcha })` does, from outside the page's modules. */
const configureCaptcha = (page: Page, captcha: 'gives' | 'fails' | { recaptchaKey: string }) =>
  page.evaluate((how) => {
    const scope = (globalThis as unknown as Record<symbol, { config: { state: object; set(next: object): void } }>)[
      Symbol.for('cleeng.scope.v1')
    ]!;
    const give = () => Promise.resolve('from-the-publisher');
    const fail = () => Promise.reject(new Error('closed'));
    scope.config.set({ ...scope.config.state, captcha: how === 'gives' ? give : how === 'fails' ? fail : how });
  }, captcha);

function sentTokens(page: Page): unknown[] {
  const tokens: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && /\/customers$/.test(request.url())) {
      tokens.push((request.postDataJSON() as { captchaValue?: string }).captchaValue);
    }
  });
  return tokens;
}

test('a publisher’s own captcha is asked once the form is right, and its token is sent', async ({ page }) => {
  const tokens = sentTokens(page);
  await page.goto('/#/join');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await configureCaptcha(page, 'gives');
  await register(page, newEmail());
  await expect(page.locator('cleeng-capture form')).toBeVisible();
  expect(tokens).toEqual(['from-the-publisher']);
});

test('without a token nothing is sent, and the viewer is told', async ({ page }) => {
  const events = await recordEvents(page);
  const calls = countCalls(page, 'POST', /\/customers$/);
  await page.goto('/#/join');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await configureCaptcha(page, 'fails');
  await register(page, newEmail());
  await expect(page.getByText('We could not make sure that you are not a robot.')).toBeVisible();
  expect(calls.count).toBe(0);
  expect(events.map(({ name }) => name)).toEqual(['cleeng-register-error']);
});

test('reCAPTCHA is loaded from Google when it is configured and needed, asked again after a failure, and gives a fresh token each time', async ({
  page,
}) => {
  const tokens = sentTokens(page);
  let asked = 0;
  await page.route('https://www.google.com/recaptcha/**', (route) =>
    ++asked === 1
      ? route.abort('internetdisconnected')
      : route.fulfill({
          contentType: 'text/javascript',
          body: `let given = 0; const widgets = [];
            window.grecaptcha = { enterprise: {
              ready: (then) => then(),
              render: (box, options) => widgets.push(options) - 1,
              execute: (id) => setTimeout(() => widgets[id].callback(widgets[id].sitekey + '-' + ++given), 0),
            } };`,
        }),
  );
  await page.goto('/#/join');
  await expect(page.getByRole('checkbox').first()).toBeVisible();
  await configureCaptcha(page, { recaptchaKey: 'key' });
  expect(asked).toBe(0);
  await register(page, 'exists@example.org');
  await expect(page.getByText('We could not make sure that you are not a robot.')).toBeVisible();
  await register(page, 'exists@example.org');
  await expect(page.getByText('There is already an account with this e-mail.')).toBeVisible();
  await register(page, newEmail());
  await expect(page.locator('cleeng-capture form')).toBeVisible();
  expect(tokens).toEqual(['key-1', 'key-2']);
  expect(asked).toBe(2);
});
