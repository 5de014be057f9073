import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { PERSONA_PASSWORD, PERSONAS, type PersonaName } from '../../sandbox/src/db/seed/personas.js';
import { PUBLISHER_ID, SECOND_PUBLISHER_ID } from '../../sandbox/src/db/seed/publishers.js';
import { openShop } from './shop.js';

interface Item {
  offerId: string;
  status: string;
  paymentGateway?: string;
  inTrial?: boolean;
  pendingSwitchId?: string | null;
  isExternallyManaged?: boolean;
}

/** What each of them has: status, kind of offer, who takes the money, and what is special. */
const HOLD: Readonly<Record<Exclude<PersonaName, 'elsewhere'>, readonly string[]>> = {
  subscriber: ['active S598310247 adyen'],
  withoutPlan: [],
  trial: ['active S274093615 adyen trial'],
  active: ['active S274093615 adyen'],
  cancelled: ['cancelled S730118264 adyen'],
  grace: ['active S482650913 adyen'],
  authentication: ['active S482650913 adyen'],
  terminated: [],
  lapsed: [],
  paused: ['paused S730118264 adyen'],
  upgrade: ['active S730118264 adyen switching'],
  downgrade: ['active S598310247 adyen switching'],
  giver: [],
  gifted: ['active S482650913 free-offer'],
  pass: ['active P830557164'],
  rental: ['active A502938117', 'active R346610927'],
  event: ['active E719204458'],
  season: ['active S615027743 adyen'],
  apple: ['active S274093615 apple external'],
  android: ['active S274093615 android external'],
  roku: ['active S274093615 roku external'],
  amazon: ['active S274093615 amazon external'],
  samsung: ['active S274093615 samsung external'],
  vizio: ['active S274093615 vizio external'],
  several: ['active S274093615 adyen', 'active S556201387 adyen', 'active S615027743 adyen'],
  twice: ['active S274093615 adyen', 'active S274093615 apple external'],
  expiredCard: ['active S598310247 adyen'],
  expiringCard: ['active S598310247 adyen'],
  payPal: ['active S730118264 paypal'],
  collector: [],
  oldTerms: ['active S730118264 adyen'],
  captureDue: ['active S730118264 adyen'],
};

const inShort = ({ offerId, status, paymentGateway, inTrial, pendingSwitchId, isExternallyManaged }: Item): string =>
  [
    status,
    offerId.replace(/_DE$/, ''),
    paymentGateway,
    inTrial && 'trial',
    pendingSwitchId && 'switching',
    isExternallyManaged && 'external',
  ]
    .filter(Boolean)
    .join(' ');

describe('personas', () => {
  let shop: Awaited<ReturnType<typeof openShop>>;
  before(async () => {
    shop = await openShop('default');
  });
  after(() => shop.close());

  async function logIn(email: string, publisherId: number = PUBLISHER_ID) {
    const body = { email, password: PERSONA_PASSWORD, publisherId: String(publisherId) };
    const { jwt } = await shop.ask<{ jwt: string }>('POST', '/auths', { body });
    const { customerId } = JSON.parse(atob(jwt.split('.')[1]!)) as { customerId: number };
    return { id: customerId, jwt };
  }

  for (const [name, expected] of Object.entries(HOLD)) {
    const { email, says } = PERSONAS[name as PersonaName];
    test(`${email} logs in with the documented password, and ${says}`, async () => {
      const as = await logIn(email);
      const { items } = await shop.ask<{ items: Item[] }>('GET', `/customers/${as.id}/offers`, { as });
      assert.deepEqual(items.map(inShort), expected);
    });
  }

  test('who is a customer of two publishers is two customers', async () => {
    const { email } = PERSONAS.subscriber;
    assert.equal(email, PERSONAS.elsewhere.email);
    const ids = await Promise.all([logIn(email), logIn(email, SECOND_PUBLISHER_ID)]);
    assert.notEqual(ids[0].id, ids[1].id);
  });
});
