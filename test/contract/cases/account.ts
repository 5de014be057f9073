import assert from 'node:assert/strict';
import { getCustomer, listCustomerOffers, setSubscriptionStatus } from '../../../src/api/account.js';
import { cases } from '../case.js';
import { PASSWORD, refused, type Viewer } from '../platform.js';

const ANNUAL = 'S598310247_DE';

const update = ({ id, client }: Viewer, body: Record<string, string>) =>
  client('patch', '/customers/{customerId}', { params: { customerId: id }, body });

export const accountCases = [
  ...cases('getCustomer', 'write', {
    'who has just registered': async (platform) => {
      const { id, email, client } = await platform.newcomer();
      const customer = await getCustomer(client, id);
      assert.deepEqual([String(customer.id), customer.email], [id, email]);
      assert.match(customer.regDate, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    },
  }),
  ...cases('updateCustomer', 'write', {
    'a name': async (platform) => {
      const viewer = await platform.newcomer();
      assert.equal((await update(viewer, { firstName: 'Ida', lastName: 'Holm' })).lastName, 'Holm');
      assert.equal((await getCustomer(viewer.client, viewer.id)).firstName, 'Ida');
    },
    'a new e-mail needs the password': async (platform) => {
      const viewer = await platform.newcomer();
      const email = platform.newEmail();
      const wrong = update(viewer, { email, confirmationPassword: 'Password2' });
      await refused(wrong, { status: 422, platform: 'confirmationPassword', kit: 'wrong-credentials' });
      assert.equal((await update(viewer, { email, confirmationPassword: PASSWORD })).email, email);
    },
  }),
  ...cases('listCustomerOffers', 'write', {
    'nothing, for a newcomer': async (platform) => {
      const { id, client } = await platform.newcomer();
      assert.deepEqual(await listCustomerOffers(client, id), []);
    },
  }),
  ...cases('listCustomerOffers', 'sandbox', {
    'what was bought': async (platform) => {
      const { id, client } = await platform.subscriber(ANNUAL);
      const [item] = await listCustomerOffers(client, id);
      assert.deepEqual([item?.offerId, item?.status, item?.nextPaymentPrice], [ANNUAL, 'active', 89.99]);
    },
  }),
  ...cases('listSubscriptions', 'sandbox', {
    'a subscription that was bought': async (platform) => {
      const { id, client } = await platform.subscriber(ANNUAL);
      const { items } = await client('get', '/customers/{customerId}/subscriptions', { params: { customerId: id } });
      assert.deepEqual(
        items.map(({ offerId, status }) => ({ offerId, status })),
        [{ offerId: ANNUAL, status: 'active' }],
      );
    },
  }),
  ...cases('updateSubscription', 'sandbox', {
    'cancelled at the end of the period, and resumed': async (platform) => {
      const { id, client } = await platform.subscriber(ANNUAL);
      for (const status of ['cancelled', 'active'] as const) {
        const answer = await setSubscriptionStatus(client, id, { offerId: ANNUAL, status });
        assert.equal(answer.status, status);
        const [item] = await listCustomerOffers(client, id);
        assert.deepEqual([item?.status, item?.expiresAt], [status, answer.expiresAt]);
      }
    },
    'one that the customer does not have': async (platform) => {
      const { id, client } = await platform.newcomer();
      await refused(setSubscriptionStatus(client, id, { offerId: ANNUAL, status: 'cancelled' }), { status: 422, kit: 'unknown' });
    },
  }),
  ...cases('listPaymentDetails', 'sandbox', {
    'the card that was paid with, by its last digits only': async (platform) => {
      const { id, client } = await platform.subscriber(ANNUAL);
      const { paymentDetails } = await client('get', '/customers/{customerId}/payment_details', { params: { customerId: id } });
      assert.deepEqual(
        paymentDetails.map(({ active, paymentMethodSpecificParams }) => [active, paymentMethodSpecificParams['lastCardFourDigits']]),
        [[true, '1111']],
      );
      assert.ok(!JSON.stringify(paymentDetails).includes('5555444433331111'));
    },
  }),
];
