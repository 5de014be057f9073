import { expect, test, type Locator, type Page } from '@playwright/test';
import { tabTo } from './keyboard.js';
import { account, told, type Account } from './sections.js';

/** Everything in the account without a mouse, and where the viewer is after each step: what is read out next. */
test.describe.configure({ mode: 'default' });
let site: Account;
test.beforeAll(async () => {
  test.setTimeout(90_000);
  site = await account();
});
test.afterAll(() => site.close());

const keys = (page: Page, tag: string) => {
  const section = page.locator(tag);
  const at = (name: string) => section.getByRole('button', { name, exact: true });
  return {
    section,
    press: async (name: string) => {
      await tabTo(page, at(name));
      await page.keyboard.press('Enter');
    },
    reach: (target: Locator) => tabTo(page, target),
    /** A heading has the focus, and the section says something. */
    isAt: async (heading: string, says: string | RegExp = '') => {
      await expect(section.getByRole('heading', { name: heading, exact: true })).toBeFocused();
      await expect(section).toContainText(says);
    },
  };
};

test('a plan: coupon and pause', async ({ page }) => {
  const facts = await site.show(page, 'cleeng-plan', 'active@example.com');
  const { section, press, reach, isAt } = keys(page, 'cleeng-plan');
  const plan = 'Nordlicht Monthly';

  await press('Use a coupon');
  await isAt(`A coupon for ${plan}`);
  await press('Back');
  await isAt(plan);
  await press('Use a coupon');
  await reach(section.getByLabel('Coupon code'));
  await page.keyboard.type('NOSUCH');
  await page.keyboard.press('Enter');
  await expect(section).toContainText('We do not know this code.');
  await expect(section.getByLabel('Coupon code')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('SAVE30');
  await page.keyboard.press('Enter');
  await isAt(plan, 'which is €6.99 now.');

  await press('Pause plan');
  await isAt(`Pause ${plan}`);
  await press('Do not pause');
  await isAt(plan);
  await press('Pause plan');
  await reach(section.getByLabel('1 month'));
  await page.keyboard.press('ArrowDown');
  await expect(section.getByLabel('2 months')).toBeChecked();
  await press('Pause plan');
  await isAt(plan, 'Your plan pauses on ');
  await press('Do not pause');
  await isAt(plan, 'Your plan will not be paused.');
  expect(told(facts)).toEqual([
    'account-error coupon-applied',
    'account-change coupon-applied',
    'account-change subscription-paused',
    'account-change subscription-unpaused',
  ]);
});

test('a plan: cancel, resume, stay and change', async ({ page }) => {
  const facts = await site.show(page, 'cleeng-plan', 'active@example.com');
  const { section, press, reach, isAt } = keys(page, 'cleeng-plan');
  const plan = 'Nordlicht Monthly';

  await press('Cancel plan');
  await isAt(`Cancel ${plan}?`);
  await press('Keep my plan');
  await isAt(plan);
  await press('Cancel plan');
  await isAt(`Cancel ${plan}?`);
  await reach(section.getByRole('button', { name: 'Stay with 1 week free' }));
  await reach(section.getByLabel('Rather not say'));
  await page.keyboard.press('ArrowUp');
  await expect(section.getByLabel('I am changing to another service')).toBeChecked();
  await reach(section.getByLabel('In your own words'));
  await page.keyboard.type('Bye');
  await press('Cancel plan now');
  await isAt(plan, 'Your plan is cancelled.');
  await press('Resume plan');
  await isAt(plan, 'Your plan goes on.');

  await press('Cancel plan');
  await press('Stay with 1 week free');
  await isAt(plan, 'Thank you for staying.');

  await press('Change plan');
  await isAt(`Change ${plan}`);
  await press('Keep my plan');
  await isAt(plan);
  await press('Change plan');
  await press('Choose Nordlicht Plus');
  await isAt('Change to Nordlicht Plus?');
  await press('Back');
  await isAt(`Change ${plan}`);
  await press('Choose Nordlicht Plus');
  await press('Change now');
  await isAt(plan, 'Your change to Nordlicht Plus is on its way.');

  expect(told(facts)).toEqual([
    'account-change subscription-cancelled',
    'account-change subscription-resumed',
    'account-change retention-accepted',
    'account-change plan-switched',
  ]);
});

test('payment details: removed, and a card added', async ({ page }) => {
  const tag = 'cleeng-payment-details';
  const facts = await site.show(page, tag, 'season@example.com');
  const { section, press, reach, isAt } = keys(page, tag);
  const old = 'Mastercard ending in 1111';
  await press(`Remove ${old}`);
  await isAt(`Remove ${old}?`);
  await press('Keep it');
  await isAt(old);
  await press('Replace');
  await isAt('Replace your payment details');
  await press('Keep what I have');
  await isAt(old);
  await press(`Remove ${old}`);
  await press('Remove now');
  await isAt('Payment details', 'Your payment details are removed.');
  await press('Add payment details');
  await isAt('Add payment details');
  for (const [name, digits] of [
    ['encryptedCardNumber', '4111111111111111'],
    ['encryptedExpiryDate', '0330'],
    ['encryptedSecurityCode', '737'],
  ] as const) {
    await reach(page.frameLocator(`[data-cse="${name}"] iframe`).locator(`input[data-fieldtype="${name}"]`));
    await page.keyboard.type(digits);
  }
  await press('Save payment details');
  await isAt('Payment details', 'Your payment details are saved.');
  await expect(section.getByRole('heading', { name: 'Visa ending in 1111' })).toBeVisible();
  expect(told(facts)).toEqual(['account-change payment-details-removed', 'account-change payment-details-added']);
});

test('a profile: names are changed', async ({ page }) => {
  const facts = await site.show(page, 'cleeng-profile', 'downgrade@example.com');
  const { section, press, reach, isAt } = keys(page, 'cleeng-profile');
  await press('Change: About you');
  await expect(section.getByLabel('First name')).toBeFocused();
  await press('Keep as it is');
  await isAt('About you');
  await press('Change: About you');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Noora');
  await reach(section.getByLabel('Last name'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Alander');
  await press('Save');
  await isAt('About you', 'Saved.');
  await expect(section).toContainText('Noora');
  await expect(section).toContainText('Alander');
  expect(told(facts)).toEqual(['account-change profile-updated']);
});
