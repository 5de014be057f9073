import assert from 'node:assert/strict';
import { listPublisherConsents } from '../../../src/api/consents.js';
import { saveConsents } from '../../../src/api/customer-consents.js';
import { login, refreshTokens, register } from '../../../src/api/identity.js';
import { getLocales } from '../../../src/api/locales.js';
import { requestReset, setPassword } from '../../../src/api/passwords.js';
import { cases } from '../case.js';
import { PASSWORD, PLACE, refused } from '../platform.js';

const credentials = (email: string, password = PASSWORD) => ({ email, password });

export const identityCases = [
  ...cases('getLocales', 'read', {
    'country, currency and language of an address': async ({ guest }) => {
      const { country, currency, locale } = await getLocales(guest);
      assert.match(`${country} ${currency} ${locale}`, /^[A-Z]{2} [A-Z]{3} [a-z]{2}_[A-Z]{2}$/);
    },
  }),
  ...cases('listPublisherConsents', 'read', {
    'the consents of a publisher': async ({ guest, publisherId }) => {
      for (const { broadcasterId } of await listPublisherConsents(guest, publisherId)) assert.equal(String(broadcasterId), publisherId);
    },
    'a publisher nobody knows': ({ guest }) =>
      refused(listPublisherConsents(guest, '1'), { status: 400, platform: 'REQ0003', kit: 'publisher-unknown' }).then(() => undefined),
  }),
  ...cases('registerCustomer', 'write', {
    'a new customer is signed in': async (platform) => {
      assert.match((await platform.newcomer()).id, /^\d+$/);
    },
    'the same e-mail again, in capitals too': async (platform) => {
      const { email } = await platform.newcomer();
      for (const again of [email, email.toUpperCase()]) {
        await refused(register(platform.guest, platform.publisherId, { ...credentials(again), ...PLACE }), {
          status: 422,
          platform: 'USER0002',
          kit: 'customer-exists',
        });
      }
    },
    'an e-mail that is none, and a password that is too weak': async ({ guest, publisherId }) => {
      const attempt = (email: string, password: string) => register(guest, publisherId, { email, password, ...PLACE });
      await refused(attempt('nobody', PASSWORD), { status: 400, platform: 'REQ0001', kit: 'invalid-email' });
      await refused(attempt('a@example.org', 'short1'), { status: 400, platform: 'REQ0001', kit: 'invalid-password' });
    },
  }),
  ...cases('registerCustomer', 'sandbox', {
    'every refusal that an address stands for': async ({ guest, publisherId }) => {
      const as = (name: string) => register(guest, publisherId, { ...credentials(`${name}@example.org`), ...PLACE });
      await refused(as('unverifiable'), { status: 400, platform: 'Email verification failed', kit: 'email-unverifiable' });
      await refused(as('captcha'), { status: 429, platform: 'CPT0002', kit: 'captcha' });
      await refused(as('broken'), { status: 500, platform: 'S0001', kit: 'server' });
      const busy = await refused(as('busy'), { status: 429, platform: 'Too Many Requests', kit: 'rate-limited' });
      assert.equal(busy.retryAfter, 10);
    },
  }),
  ...cases('requestPasswordReset', 'write', {
    'a known and an unknown address are answered alike': async (platform) => {
      const { email } = await platform.newcomer();
      await requestReset(platform.guest, platform.publisherId, email);
      await requestReset(platform.guest, platform.publisherId, 'nobody-at-all@example.org', 'https://shop.example/reset');
    },
  }),
  ...cases('setNewPassword', 'write', {
    'a link that nobody was sent': async (platform) => {
      const { email } = await platform.newcomer();
      await refused(setPassword(platform.guest, platform.publisherId, email, 'forged', 'Password2'), {
        status: 422,
        platform: 'resetPasswordToken is not valid',
        kit: 'reset-link-dead',
      });
    },
  }),
  ...cases('login', 'write', {
    'the right password, whatever the letters of the e-mail': async (platform) => {
      const { id, email } = await platform.newcomer();
      for (const typed of [email, email.toUpperCase()]) {
        const tokens = await login(platform.guest, platform.publisherId, credentials(typed));
        assert.equal(platform.viewerOf(email, tokens).id, id);
      }
    },
    'a wrong password and an unknown e-mail are told alike': async (platform) => {
      const { email } = await platform.newcomer();
      for (const attempt of [credentials(email, 'Password2'), credentials(platform.newEmail())]) {
        const call = login(platform.guest, platform.publisherId, attempt);
        await refused(call, { status: 401, platform: 'USER0001', kit: 'wrong-credentials' });
      }
    },
  }),
  ...cases('login', 'sandbox', {
    'a customer of another publisher': ({ guest, publisherId }) =>
      refused(login(guest, publisherId, credentials('foreign@example.org')), {
        status: 422,
        platform: 'USER0003',
        kit: 'not-this-publisher',
      }).then(() => undefined),
  }),
  ...cases('refreshToken', 'write', {
    'a new pair, and the old token is dead': async (platform) => {
      const { id, email, tokens } = await platform.newcomer();
      const fresh = await refreshTokens(platform.guest, tokens.refreshToken);
      assert.equal(platform.viewerOf(email, fresh).id, id);
      await refused(refreshTokens(platform.guest, tokens.refreshToken), { status: 401, platform: 'AUTH0003', kit: 'session-ended' });
    },
    'a token that never was': ({ guest }) =>
      refused(refreshTokens(guest, 'x'), { status: 401, kit: 'session-ended' }).then(() => undefined),
  }),
  ...cases('revokeRefreshTokens', 'write', {
    'no refresh token works afterwards, on any device': async (platform) => {
      const { email, tokens, client } = await platform.newcomer();
      const other = await login(platform.guest, platform.publisherId, credentials(email));
      await client('delete', '/refresh_tokens');
      for (const { refreshToken } of [tokens, other]) {
        await refused(refreshTokens(platform.guest, refreshToken), { status: 401, kit: 'session-ended' });
      }
    },
  }),
  ...cases('listCustomerConsents', 'write', {
    'nothing is agreed to until the customer says so': async (platform) => {
      const { id, client } = await platform.newcomer();
      const { consents } = await client('get', '/customers/{customerId}/consents', { params: { customerId: id } });
      for (const { customerId, state } of consents) assert.deepEqual({ customerId, state }, { customerId: id, state: 'declined' });
    },
  }),
  ...cases('saveCustomerConsents', 'write', {
    'answers are kept with their version': async (platform) => {
      const { id, client } = await platform.newcomer();
      const asked = await listPublisherConsents(platform.guest, platform.publisherId);
      await saveConsents(
        client,
        id,
        asked.map(({ name, version }) => ({ name, version, state: 'accepted' as const })),
      );
      const { consents } = await client('get', '/customers/{customerId}/consents', { params: { customerId: id } });
      const kept = consents.map(({ name, version, state, needsUpdate }) => ({ name, version, state, needsUpdate }));
      const expected = asked.map(({ name, version }) => ({ name, version, state: 'accepted', needsUpdate: false }));
      assert.deepEqual(kept, expected);
    },
    'a version that never was, and a required one declined': async (platform) => {
      const { id, client } = await platform.newcomer();
      const [required] = (await listPublisherConsents(platform.guest, platform.publisherId)).filter((consent) => consent.required);
      assert.ok(required, 'the publisher requires a consent');
      const { name, version } = required;
      const expected = { status: 400, platform: 'REQ0001', kit: 'invalid-request' } as const;
      await refused(saveConsents(client, id, [{ name, version: '999', state: 'accepted' }]), expected);
      await refused(saveConsents(client, id, [{ name, version, state: 'declined' }]), expected);
    },
  }),
];
