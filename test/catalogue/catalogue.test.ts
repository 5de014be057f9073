import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOffers } from '../../src/catalogue/catalogue.js';
import { refusal, world } from './world.js';

const offer = (id: string, change: object = {}) => ({
  id,
  longId: `${id}_DE`,
  title: id,
  description: '',
  type: 'vod',
  active: true,
  price: { amount: 5, currency: 'EUR', taxIncluded: true },
  geoRestriction: [],
  externalProperties: {},
  localizations: [],
  ...change,
});
const quote = { offerPrice: 5, customerPriceInclTax: 4.4, customerCurrency: 'GBP' };
const full = Array.from({ length: 100 }, (_, i) => offer(`A${i}`));

test('signed out, two calls in parallel and no token tell everything', async () => {
  const w = world({ '/offers': [offer('A1'), offer('A2', { active: false })], '/locales': { country: 'DE' } });
  const offers = await readOffers(w.viewer, w.clock);
  assert.deepEqual(
    offers.map(({ id, price }) => [id, price.minor]),
    [['A1_DE', 500]],
  );
  assert.deepEqual(
    w.calls.map(({ path, as }) => `${as} ${path}`),
    ['guest /offers?pageLimit=100&page=1&publisherId=1', 'guest /locales'],
  );
});

test('signed in, the list is read as the customer; a session that ends on the way hides nothing', async () => {
  const w = world({ '/offers': [offer('A1')], '/locales': { country: 'DE' } });
  w.signIn('7');
  assert.equal((await readOffers(w.viewer, w.clock)).length, 1);
  assert.equal(w.calls[0]?.as, 'customer');
  let asked = 0;
  w.answers['/offers'] = () => (asked++ === 0 ? refusal('session-ended') : [offer('A1')]);
  assert.equal((await readOffers(w.viewer, w.clock)).length, 1);
  assert.deepEqual(
    w.calls.slice(2).map(({ as }) => as),
    ['customer', 'guest', 'guest'],
  );
});

test('elsewhere the platform says what the viewer pays, what is not for them, and what is gone', async () => {
  const w = world({
    '/offers': [offer('A1'), offer('A2'), offer('A3')],
    '/locales': { country: 'GB' },
    '/offers/A1': quote,
    '/offers/A2': refusal('offer-geo-blocked'),
    '/offers/A3': refusal('offer-inactive'),
  });
  const offers = await readOffers(w.viewer, w.clock);
  assert.deepEqual(
    offers.map(({ id, price, available }) => [id, price.minor, price.currency, available]),
    [
      ['A1_DE', 440, 'GBP', true],
      ['A2_DE', 500, 'EUR', false],
    ],
  );
});

test('a price that cannot be learned is not guessed', async () => {
  const w = world({ '/offers': [offer('A1')], '/locales': { country: 'GB' } });
  await assert.rejects(readOffers(w.viewer, w.clock), { code: 'network' });
});

test('a long list is read to its end, also from a host that knows no pages', async () => {
  const pages = world({
    '/locales': { country: 'DE' },
    '/offers?pageLimit=100&page=1&publisherId=1': full,
    '/offers?pageLimit=100&page=2&publisherId=1': [offer('A900')],
  });
  assert.equal((await readOffers(pages.viewer, pages.clock)).length, 101);
  const deaf = world({ '/locales': { country: 'DE' }, '/offers': full });
  assert.equal((await readOffers(deaf.viewer, deaf.clock)).length, 100);
  assert.equal(deaf.paths().filter((path) => path.startsWith('/offers')).length, 2);
});
