import { assert } from '@open-wc/testing';
import { answer, give, REFERENCE, refuse } from './network.js';
import { atPayment, control, describe, it, MONTHLY, says, shows, type } from './page.js';

const ORDERS = /\/orders$/;
const ORDER = /\/orders\/\d+$/;
const VERIFICATION = /\/gifts\/verification\//;

/** The way to a human, and what they will ask for first. */
async function namesHelp(checkout: HTMLElement): Promise<void> {
  await says(checkout, `Reference: ${REFERENCE}`);
  assert.strictEqual((await control(checkout, 'Get help')).getAttribute('href'), '/help');
}

describe('<cleeng-checkout> where somebody may need a human', () => {
  for (const [reason, text] of [
    ['not-found', "Offer S1 doesn't exist"],
    ['inactive', 'Offer is inactive'],
    ['geo-blocked', 'Offer is blocked for country FR'],
    ['owned', 'Access already granted'],
    ['not-giftable', 'Offer cannot be bought as a gift'],
  ] as const) {
    it(`names help and the platform’s reference at a dead end: ${reason}`, async () => {
      answer('POST', ORDERS, refuse(422, text));
      await namesHelp(await atPayment({ 'offer-id': MONTHLY, 'support-url': '/help', 'account-url': '/account' }));
    });
  }

  it('names help and the platform’s reference at a coupon that is refused', async () => {
    const checkout = await atPayment({ 'offer-id': MONTHLY, 'support-url': '/help' });
    (await control(checkout, 'I have a coupon code')).click();
    await type(checkout, { coupon: 'NONE' });
    answer('PATCH', ORDER, refuse(422, 'Coupon NONE not found'));
    (await control(checkout, 'Apply')).click();
    await namesHelp(checkout);
    await assert.isAccessible(checkout.shadowRoot?.querySelector('.coupon'));
  });

  it('names help and the platform’s reference at a gift’s delivery that is refused', async () => {
    const checkout = await atPayment({ 'offer-id': MONTHLY, gift: '', 'support-url': '/help' });
    await shows(checkout, 'gift');
    await type(checkout, { email: 'friend@example.com' });
    answer('PATCH', ORDER, refuse(500, 'Internal Server Error'));
    (await control(checkout, 'Continue to payment')).click();
    await namesHelp(checkout);
  });

  it('names help and the platform’s reference at a gift code that is unknown, and at one that somebody else was faster with', async () => {
    answer('GET', VERIFICATION, refuse(404, 'Gift with id A not found'));
    const checkout = await atPayment({ 'offer-id': MONTHLY, 'gift-code': 'A', 'support-url': '/help' });
    await shows(checkout, 'redeem-code');
    await namesHelp(checkout);
    const verdict = { redeemable: true, redeemMode: 'CREATE', redeemRefusalReason: null, extendedSubscriptionId: null, offerId: MONTHLY };
    answer('GET', VERIFICATION, give(verdict));
    (await control(checkout, 'Check the code')).click();
    await shows(checkout, 'redeem-verified');
    answer('GET', VERIFICATION, give({ ...verdict, redeemable: false, redeemRefusalReason: 'REDEEMED' }));
    answer('POST', /\/gifts\/redeem\//, refuse(422, 'The gift cannot be redeemed: REDEEMED'));
    (await control(checkout, 'Redeem the gift')).click();
    await shows(checkout, 'redeem-refused');
    await namesHelp(checkout);
  });
});
