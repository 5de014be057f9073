import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Customer } from '../../src/account/customer.js';
import { languageChoices } from '../../src/account/languages.js';
import { changeEmail, consentFromApi, profileChange } from '../../src/account/profile.js';
import { CleengError } from '../../src/api/errors.js';
import type { CustomerConsent } from '../../src/api/customer-consents.js';
import type { Session } from '../../src/session/session.js';

const CUSTOMER: Customer = {
  id: '7',
  email: 'a@b.de',
  firstName: 'Mara',
  lastName: 'Vogt',
  country: 'DE',
  locale: 'de_DE',
  memberSince: 0,
};

describe('what changed in a profile', () => {
  test('is all that is sent', () => {
    assert.deepEqual(profileChange(CUSTOMER, { firstName: 'Mara', lastName: 'Berg', locale: 'de_DE' }), { lastName: 'Berg' });
    assert.equal(profileChange(CUSTOMER, { firstName: 'Mara', lastName: 'Vogt', locale: 'de_DE' }), undefined);
  });

  test('may be that a name is taken away', () => {
    assert.deepEqual(profileChange(CUSTOMER, { firstName: '', lastName: 'Vogt', locale: 'de_DE' }), { firstName: '' });
  });
});

describe('a new e-mail address', () => {
  /** A platform that changes the address; logging in ends as told. */
  function world(login: () => Promise<unknown>) {
    const signedIn: unknown[] = [];
    const state = { customerId: '7' as string | undefined };
    const session = {
      publisherId: '1',
      get customerId() {
        return state.customerId;
      },
      requireCustomerId: () => '7',
      customer: () => Promise.resolve({ id: 7, email: 'new@b.de', firstName: '', lastName: '', country: 'DE', regDate: '' }),
      guest: login,
      signIn: (tokens: unknown) => signedIn.push(tokens),
    };
    return { session: session as unknown as Session, signedIn, state };
  }

  test('logs in with it', async () => {
    const { session, signedIn } = world(() => Promise.resolve('tokens'));
    assert.equal((await changeEmail(session, 'new@b.de', 'x')).email, 'new@b.de');
    assert.deepEqual(signedIn, ['tokens']);
  });

  test('is changed even where logging in fails', async () => {
    const { session } = world(() => Promise.reject(new CleengError('network', '')));
    assert.equal((await changeEmail(session, 'new@b.de', 'x')).email, 'new@b.de');
  });

  test('brings nobody back who has logged out meanwhile', async () => {
    const { session, signedIn, state } = world(() => Promise.resolve('tokens'));
    state.customerId = undefined;
    await changeEmail(session, 'new@b.de', 'x');
    assert.deepEqual(signedIn, []);
  });
});

test('languages: the viewer’s own is always there and keeps its locale', () => {
  const of = (tags: string[], current: string) => languageChoices(tags, current, 'AT').map(({ value }) => value);
  assert.deepEqual(of(['en', 'de'], 'de_DE'), ['de_DE', 'en_AT']);
  assert.deepEqual(of(['en'], ''), ['en_AT']);
});

test('a consent: version 10 is newer than 9, and one never answered has no date', () => {
  const api = {
    name: 'terms',
    label: '',
    required: true,
    state: 'accepted',
    version: '9',
    newestVersion: '10',
    needsUpdate: false,
    date: 0,
  };
  const { changed, at, accepted } = consentFromApi(api as CustomerConsent);
  assert.deepEqual([changed, at, accepted], [true, undefined, true]);
});
