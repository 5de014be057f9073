import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { newEmail, PASSWORD, SANDBOX } from './helpers.js';
import { newcomer, resetLink, settled } from './people.js';
import { serve } from './serve.js';

/** Tabs on until something has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluateAll((elements) => elements.some((element) => element.matches(':focus')))) return;
  }
  throw new Error(`Nothing matching ${selector} takes the focus`);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

test('registration, questions and the way on, with the keyboard alone', async ({ page }) => {
  await page.goto('/#/join');
  await tabTo(page, 'cleeng-register [name=email]');
  await page.keyboard.type(newEmail());
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.locator('cleeng-register [name=password]')).toHaveAttribute('type', 'text');
  await page.keyboard.press('Space');
  await tabTo(page, '[name=broadcaster_terms]');
  await page.keyboard.press('Space');
  await tabTo(page, 'cleeng-register button[type=submit]');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Tell us about you')).toBeVisible();
  const answers = {
    firstName: 'Ida',
    lastName: 'Holm',
    birthDate: '05171990',
    phoneNumber: '+49 431 1234',
    address: 'Kai 1',
    city: 'Kiel',
    postCode: '24103',
  };
  for (const name of ['firstName', 'lastName', 'birthDate', 'phoneNumber', 'country', 'address', 'city', 'postCode', 'custom_2'] as const) {
    await tabTo(page, `cleeng-capture [name=${name}]`);
    await page.keyboard.type(name === 'country' ? 'Germany' : name === 'custom_2' ? 'North' : answers[name]);
  }
  await tabTo(page, 'cleeng-capture [name=custom_3]');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'cleeng-capture button[type=submit]');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/account$/);
});

test('login and consents with the keyboard alone', async ({ page, request }) => {
  const { email, jwt, customerId } = await newcomer(request);
  const headers = { Authorization: `Bearer ${jwt}` };
  const data = { firstName: 'Ida', lastName: 'Holm', address: 'Kai 1', city: 'Kiel', postCode: '24103', country: 'DE' };
  const customAnswers = [{ questionId: 'custom_2', question: 'Favourite club?', value: 'North' }];
  await request.put(`${SANDBOX}/customers/${customerId}/capture`, { headers, data: { ...data, customAnswers } });
  await page.goto('/#/login');
  await tabTo(page, 'cleeng-login [name=email]');
  await page.keyboard.type(email);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Before you go on')).toBeVisible();
  await tabTo(page, '[name=broadcaster_terms]');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/account$/);
});

test('forgotten and new passwords with the keyboard alone', async ({ page, request }) => {
  const { email } = await settled(request);
  await page.goto('/#/login');
  await tabTo(page, 'cleeng-login [name=email]');
  await page.keyboard.type(email);
  await tabTo(page, 'cleeng-login .cleeng-link');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Forgot your password?')).toBeFocused();
  await tabTo(page, 'cleeng-login [name=email]');
  await page.keyboard.press('Enter');
  await expect(page.getByText('a link is on its way')).toBeVisible();
  await tabTo(page, 'cleeng-login .cleeng-link:last-of-type');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Log in', exact: true })).toBeFocused();
  await page.goto(await resetLink(request, email));
  await tabTo(page, 'cleeng-login [name=password]');
  await page.keyboard.type('Nordwind-7-Fjord');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/account$/);
});

test('what password managers look for: names, tokens, one form, a real submit, no blocked paste', async ({ page }) => {
  const found = async (tag: string, state: string) => {
    await page.goto(`/stories/frame/?story=${tag}/${state}`);
    const forms = page.locator(`${tag} form`);
    await forms.first().waitFor();
    return forms.evaluateAll((all) =>
      all.map((form) => ({
        fields: [...(form as HTMLFormElement).elements]
          .filter((element) => element instanceof HTMLInputElement && element.type !== 'checkbox')
          .map((element) => `${(element as HTMLInputElement).type} ${element.getAttribute('autocomplete') ?? ''}`),
        submits: form.querySelectorAll('button[type=submit]').length,
        pasted: [...(form as HTMLFormElement).elements].every((element) =>
          element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
        ),
      })),
    );
  };
  const one = (fields: string[]) => [{ fields, submits: 1, pasted: true }];
  expect(await found('cleeng-login', 'form')).toEqual(one(['email username', 'password current-password']));
  expect(await found('cleeng-login', 'forgot')).toEqual(one(['email username']));
  expect(await found('cleeng-login', 'reset')).toEqual(one(['text username', 'password new-password']));
  expect(await found('cleeng-register', 'form')).toEqual(one(['email username', 'password new-password']));
});

test('what is typed before the kit has loaded is not lost, and the focus stays', async ({ page }) => {
  let loaded = () => {};
  const slow = new Promise<void>((resolve) => (loaded = resolve));
  const shop = await serve(async (path) => {
    if (path !== '/') {
      await slow;
      return readFile(join('dist/cdn', path), 'utf8');
    }
    return `<!doctype html><html lang="en"><title>Shop</title><script type="module" src="/login.js"></script>
      <cleeng-login publisher-id="204118605" api-base="${SANDBOX}"><form method="post">
        <label>E-mail <input name="email" type="email" autocomplete="username"></label>
        <label>Password <input name="password" type="password" autocomplete="current-password"></label>
      </form></cleeng-login></html>`;
  });
  await page.goto(shop.url, { waitUntil: 'commit' });
  await page.getByLabel('E-mail').fill('early@example.org');
  await page.getByLabel('Password').pressSequentially('half');
  loaded();
  await expect(page.locator('cleeng-login button[type=submit]')).toBeVisible();
  await page.keyboard.type('-and-half');
  await expect(page.locator('cleeng-login form')).toHaveCount(1);
  await expect(page.locator('cleeng-login [name=email]')).toHaveValue('early@example.org');
  await expect(page.locator('cleeng-login [name=password]')).toHaveValue('half-and-half');
  shop.close();
});
