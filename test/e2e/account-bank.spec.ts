import { expect, test } from '@playwright/test';
import { bank, typeCard } from './helpers.js';
import { account } from './sections.js';

/** Taken now; whatever is charged later is refused until its holder enters it again and authenticates. */
const CARD = '4000002500003155';
/** The publisher's payment method for cards. */
const CARDS = 140960101;

test('a change of plan that the bank does not let through: the viewer is led to it, authenticates, and then it happens', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const site = await account();
  const email = 'terminated@example.com';
  const { jwt, customerId } = await site.as(email);
  const order = { offerId: 'S730118264_DE', customerId, paymentMethodId: CARDS };
  const { data } = await site.call<{ order: { id: number } }>('POST', '/orders', order, jwt);
  const typed = { encryptedCardNumber: CARD, encryptedExpiryMonth: '03', encryptedExpiryYear: '2030', encryptedSecurityCode: '737' };
  const paymentMethod = { type: 'scheme', ...Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, `test_${value}`])) };
  const payment = { orderId: data.order.id, paymentMethod, returnUrl: 'https://shop.example/' };
  expect((await site.call('POST', '/connectors/adyen/initial-payment', payment, jwt)).status).toBe(200);

  await site.show(page, 'cleeng-my-account', email);
  const plan = page.locator('cleeng-plan');
  const details = page.locator('cleeng-payment-details');
  const change = async () => {
    await plan.getByRole('button', { name: 'Change plan' }).click();
    await plan.getByRole('button', { name: 'Choose Nordlicht Annual' }).click();
    await plan.getByRole('button', { name: /^Change and pay/ }).click();
    await expect(plan).toContainText('Your change to Nordlicht Annual is on its way.');
    await site.pass('PT5M');
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  };
  await page.locator('cleeng-my-account nav').getByText('Plan', { exact: true }).click();
  await change();
  await expect(plan).toContainText('The change to Nordlicht Annual did not go through. You keep the plan you have.');
  await page.reload();
  await expect(plan).toContainText('The change to Nordlicht Annual did not go through. You keep the plan you have.');
  await plan.getByRole('link', { name: 'Update payment details' }).click();
  await details.getByRole('button', { name: 'Replace', exact: true }).click();
  await typeCard(page, CARD);
  await details.getByRole('button', { name: 'Save payment details' }).click();
  await bank(page).getByLabel('Password').fill('password');
  await bank(page).getByRole('button', { name: 'Confirm' }).click();
  await expect(details).toContainText('Your new payment details are saved');
  await page.locator('cleeng-my-account nav').getByText('Plan', { exact: true }).click();
  await change();
  await expect(plan).toContainText('You now have Nordlicht Annual.');
  await site.close();
});
