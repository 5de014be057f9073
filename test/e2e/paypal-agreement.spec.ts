import { expect, test, type Page } from '@playwright/test';
import { SANDBOX } from './helpers.js';

interface PayPal {
  Buttons(options: object): { render(container: Element): Promise<void> };
}

/** Adds PayPal's button to a page, for an agreement; the page shows what is called back. */
async function addButton(page: Page, agreement: string): Promise<void> {
  // Any page of another origin than PayPal's.
  await page.goto('/config.json');
  await page.addScriptTag({ url: `${SANDBOX}/paypal/sdk/js?client-id=x&currency=USD&vault=true&intent=tokenize` });
  await page.evaluate(async (token) => {
    const said = document.createElement('output');
    const say = (what: string) => (data: unknown) => {
      said.textContent = `${what} ${JSON.stringify(data instanceof Error ? data.message : data)}`;
    };
    const { paypal } = globalThis as unknown as { paypal: PayPal };
    const options = {
      createBillingAgreement: () => Promise.resolve(token),
      onApprove: say('approved'),
      onCancel: say('cancelled'),
      onError: say('failed'),
    };
    document.body.append(said);
    await paypal.Buttons(options).render(document.body);
  }, agreement);
}

for (const [button, says] of [
  ['Agree and continue', 'approved'],
  ['Cancel and go back', 'cancelled'],
  ['Let it fail', 'failed "INSTRUMENT_DECLINED"'],
] as const) {
  test(`PayPal’s script and an agreement about later payments: ${button}`, async ({ page, request }) => {
    const login = await request.post(`${SANDBOX}/auths`, {
      data: { email: 'viewer@example.com', password: 'Password1', publisherId: 204118605 },
    });
    const { jwt } = ((await login.json()) as { responseData: { jwt: string } }).responseData;
    const address = (name: string) => `https://shop.example/${name}`;
    const begun = await request.post(`${SANDBOX}/connectors/paypal/v1/payment_details/tokens`, {
      headers: { Authorization: `Bearer ${jwt}` },
      data: { paymentMethodId: 140960102, successUrl: address('success'), cancelUrl: address('cancel'), errorUrl: address('error') },
    });
    const { redirectUrl } = ((await begun.json()) as { responseData: { redirectUrl: string } }).responseData;
    const agreement = new URL(redirectUrl).searchParams.get('ba_token')!;
    await addButton(page, agreement);
    const popup = page.waitForEvent('popup');
    await page.frameLocator('iframe[title="PayPal-paypal"]').getByRole('button', { name: 'PayPal' }).click();
    await (await popup).getByRole('button', { name: button }).click();
    await expect(page.locator('output')).toContainText(says);
    if (says === 'approved') await expect(page.locator('output')).toContainText(`"billingToken":"${agreement}"`);
  });
}
