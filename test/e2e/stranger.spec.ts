import { expect, test } from '@playwright/test';
import { answerQuestions, expectOnePurchase, logIn, newEmail, payButton, register, typeCard } from './helpers.js';

test('a stranger registers, buys with the documented card, comes back, logs out and in, cancels and resumes', async ({ page }) => {
  const email = newEmail();
  await page.goto('/');
  await page.getByRole('link', { name: 'Start 14 days free' }).click();
  await expect(page.locator('cleeng-checkout').getByText('€9.99')).toBeVisible();

  await page.getByRole('button', { name: 'Create an account' }).click();
  await register(page, email);
  await answerQuestions(page);
  await expect(payButton(page)).toBeVisible({ timeout: 20_000 });
  await typeCard(page, '5555 4444 3333 1111');
  await payButton(page).click();
  await expectOnePurchase(page);

  await page.getByRole('link', { name: 'Go to my account' }).click();
  const account = page.locator('cleeng-my-account');
  const trialEnd = new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(Date.now() + 14 * 86_400_000);
  await expect(account.getByText(`Your free trial ends on ${trialEnd}. Then you pay €9.99.`)).toBeVisible();

  await page.reload();
  await expect(account.getByRole('heading', { name: 'Nordlicht Monthly' })).toBeVisible();

  // One session for all: logging out in one element shows in every other at once.
  await page.goto('/#/all');
  await expect(page.locator('cleeng-login').getByText(`You are logged in as ${email}.`)).toBeVisible();
  await page.locator('cleeng-my-account').getByRole('button', { name: 'Log out' }).click();
  await expect(page.locator('.all > .panel > cleeng-login').getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(page.locator('.all > .panel > cleeng-register').getByRole('button', { name: 'Create account' })).toBeVisible();
  await expect(page.locator('.all > .panel > cleeng-capture').getByText('Log in to answer a few questions.')).toBeVisible();
  await expect(page.locator('cleeng-checkout cleeng-login')).toBeVisible();

  await page.goto('/#/account');
  await logIn(page, email);
  await account.getByRole('button', { name: 'Manage plan' }).click();
  await account.getByRole('button', { name: 'Cancel plan' }).click();
  await account.getByLabel('It is too expensive').check();
  await account.getByRole('button', { name: 'Cancel plan now' }).click();
  await expect(account.getByText('Your plan is cancelled.')).toBeVisible();
  await expect(account.getByText(`You keep access until ${trialEnd}. Nothing more is charged.`)).toBeVisible();
  await account.getByRole('button', { name: 'Resume plan' }).click();
  await expect(account.getByText('Your plan goes on.')).toBeVisible();
  await expect(account.getByText(`Your free trial ends on ${trialEnd}. Then you pay €9.99.`)).toBeVisible();
});
