import { expect, test, type Page } from '@playwright/test';
import { logIn } from './helpers.js';
import { spoken } from './spoken.js';

const open = (page: Page, story: string) => page.goto(`/stories/frame/?story=${story}`);

/** What each of the main states has to tell, in this order, among what else it tells. */
const TOLD: Readonly<Record<string, readonly string[]>> = {
  'cleeng-login/form': [
    'heading Log in',
    'textbox E-mail [required]',
    'textbox Password [required]',
    'button Show password',
    'button Log in',
    'button Forgot your password?',
    'button Create an account',
  ],
  'cleeng-login/field-errors': [
    'textbox E-mail (Please enter a complete e-mail address, such as name@example.com.) [invalid, required]',
    'textbox Password (Please fill in this field.) [invalid, required]',
  ],
  'cleeng-login/submitting': ['button Logging in… [disabled]'],
  'cleeng-register/form': [
    'heading Create your account',
    'textbox Password (At least 8 characters, with a letter and a digit or one of !@#$%^&.) [required]',
    'group Your agreement',
    'checkbox I accept the Terms and Conditions of Nordlicht TV',
    'link Terms and Conditions',
    'checkbox Send me news about upcoming shows (optional)',
    'button Create account',
  ],
  'cleeng-capture/form': ['textbox First name [required]', 'combobox Country (optional)', 'group Do you watch on a television? (optional)'],
  'cleeng-consents/form': [
    'group Your agreement',
    'checkbox I accept the Terms and Conditions of Nordlicht TV (Changed: version 10. You answered version 9.)',
  ],
  'cleeng-checkout/review': [
    'heading Checkout',
    'heading Nordlicht Monthly',
    'term Pay today',
    'group Who is it for?',
    'heading How would you like to pay?',
    'Iframe Card number',
    'Iframe Expiry date',
    'Iframe Security code',
    'link Terms and conditions',
    'button Order with obligation to pay',
    'button Order with obligation to pay – PayPal',
  ],
  'cleeng-checkout/gift.errors': [
    'textbox Recipient’s e-mail address (Please enter a complete e-mail address, such as name@example.com.) [invalid, required]',
    'Date Day (This moment has passed. Please choose a later one.) [invalid]',
    'textbox Personal note (optional) (Up to 150 characters)',
  ],
  'cleeng-my-account/overview': [
    'heading My account',
    'navigation Sections of your account',
    'link Plan',
    'heading Nordlicht Annual',
    'button Manage plan',
  ],
  'cleeng-offers/ready': [
    'heading Choose your offer',
    'heading Nordlicht Monthly',
    'button Choose Nordlicht Monthly',
    'link Manage Nordlicht Annual in your account',
  ],
  'cleeng-plan/cancel': [
    'heading Cancel Nordlicht Monthly?',
    'group Why do you leave? (optional)',
    'radio Rather not say [checked]',
    'textbox In your own words (optional)',
    'button Cancel plan now',
    'button Keep my plan',
  ],
  'cleeng-transactions/list': [
    'list Your purchases, newest first',
    'navigation Pages of your purchases',
    'button Newer [disabled]',
    'status Page 1',
  ],
  'cleeng-payment-details/list': ['heading Mastercard ending in 1111', 'button Replace', 'button Remove Mastercard ending in 1111'],
};

for (const [story, wanted] of Object.entries(TOLD)) {
  test(`a screen reader is given roles, names, descriptions and states: ${story}`, async ({ page }) => {
    await open(page, story);
    // In this order, whatever is between them.
    const heard = async () => {
      let at = -1;
      const lines = await spoken(page);
      return wanted.filter((line) => {
        const next = lines.indexOf(line, at + 1);
        at = Math.max(at, next);
        return next < 0;
      });
    };
    await expect.poll(heard, { timeout: 15_000 }).toEqual([]);
  });
}

/** What is said by itself as it comes up: at once, or when the reader pauses. */
const ANNOUNCED: Readonly<Record<string, string>> = {
  'cleeng-login/failed': 'alert The e-mail or the password is not right.',
  'cleeng-login/forgot-sent': 'status If there is an account with viewer@example.com, a link is on its way.',
  'cleeng-register/consents-failed': 'alert We could not load the terms.',
  'cleeng-checkout/loading': 'status Loading…',
  'cleeng-checkout/review.refused':
    'alert Your payment was refused. Nothing was charged. Please check the details, or try another card. Get help',
  'cleeng-checkout/review.coupon': 'status Coupon SAVE30 is applied.',
  'cleeng-checkout/done': 'status Nordlicht Monthly is yours. Enjoy! Nothing was charged today.',
  'cleeng-my-account/failed': 'alert We could not load your plan.',
};

test('what happens is announced: refusals at once, waits and successes when the reader pauses', async ({ page }) => {
  test.setTimeout(90_000);
  for (const [story, words] of Object.entries(ANNOUNCED)) {
    await open(page, story);
    const announced = async () => (await spoken(page)).filter((line) => line.startsWith(words));
    await expect.poll(announced, { timeout: 15_000, message: story }).not.toEqual([]);
  }
});

test('what has been entered is not asked for again: the e-mail address, and what the profile has', async ({ page }) => {
  await page.goto('/#/login');
  await logIn(page, 'nobody@example.com');
  await expect(page.locator('cleeng-login').getByRole('alert')).toBeVisible();
  const email = page.locator('cleeng-login [name=email]');
  await expect(email).toHaveValue('nobody@example.com');
  await page.getByRole('button', { name: 'Forgot your password?' }).click();
  await expect(email).toHaveValue('nobody@example.com');
  await open(page, 'cleeng-profile/edit');
  await expect(page.locator('cleeng-profile [name=firstName]')).not.toHaveValue('');
});
