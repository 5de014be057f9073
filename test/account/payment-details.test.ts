import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DetailsChange } from '../../src/account/details-change.js';
import type { DetailsAction } from '../../src/account/details-state.js';
import { bankReturnUrl, payPalDetailsUrl, readDetailsReturn, withoutDetailsReturn } from '../../src/account/details-return.js';
import { detailsFromApi, expiryOf, paidBy } from '../../src/account/payment-details.js';
import { CleengError } from '../../src/api/errors.js';
import type { Client } from '../../src/api/client.js';
import type { Session } from '../../src/session/session.js';

const PAGE = 'https://site.example/account?tab=pay#/me';
const CARD = { paymentMethod: { type: 'scheme' } };

interface Row {
  id: number;
  active: boolean;
  bound?: boolean;
}

const rowOf = ({ id, active, bound = false }: Row) => ({
  id,
  customerId: 7,
  paymentGateway: 'adyen',
  paymentMethod: 'card',
  paymentMethodSpecificParams: { variant: 'visa', lastCardFourDigits: '4242', cardExpirationDate: '03/2030' },
  paymentMethodId: 1,
  active,
  bound,
});

/** A platform that keeps payment details, and a tab at an address. */
function world(rows: Row[], address = PAGE) {
  const calls: string[] = [];
  const told: (DetailsAction | [DetailsAction, string])[] = [];
  const here = { address, memory: null as string | null, rows, calls, told, answer: undefined as unknown };
  const customer = ((verb: string, path: string, input: { params?: Record<string, unknown> } = {}) => {
    calls.push(`${verb} ${path}`);
    if (verb === 'get' && path === '/payment-methods') {
      const paymentMethods = [
        { id: 1, methodName: 'card', paymentGateway: 'adyen', logoUrl: '' },
        { id: 2, methodName: 'paypal', paymentGateway: 'paypal', logoUrl: '' },
      ];
      return Promise.resolve({ paymentMethods });
    }
    if (verb === 'get') return Promise.resolve({ paymentDetails: here.rows.map(rowOf) });
    if (verb === 'delete') {
      here.rows = here.rows.filter(({ id }) => id !== input.params?.['paymentDetailsId']);
      return Promise.resolve({});
    }
    if (path.endsWith('adyen/payment-methods')) return Promise.resolve({ paymentMethods: [] });
    if (path.endsWith('tokens')) return Promise.resolve({ redirectUrl: 'https://paypal.example/?token=1' });
    if (here.answer instanceof Error) return Promise.reject(here.answer);
    return Promise.resolve(here.answer);
  }) as unknown as Client;
  /** The platform takes new ones, which pay from now on. */
  const take = (id: number) => {
    here.rows = [...here.rows.map((row) => ({ ...row, active: false })), { id, active: true }];
    here.answer = { paymentDetails: rowOf({ id, active: true }) };
  };
  const open = () =>
    new DetailsChange({
      session: { customer, customerId: '7', requireCustomerId: () => '7' } as unknown as Session,
      memory: { read: () => here.memory, write: (value) => (here.memory = value) },
      origin: 'https://site.example',
      address: () => here.address,
      replaceAddress: (url) => (here.address = url),
      returnAddress: () => PAGE,
      refresh: () => Promise.resolve(),
      confirmed: (action) => told.push(action),
      failed: (action, error) => told.push([action, error.code]),
    });
  const list = () => here.rows.map(rowOf).map(detailsFromApi);
  return Object.assign(here, { take, open, list });
}

const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5));
const removals = (calls: readonly string[]) => calls.filter((call) => call.startsWith('delete')).length;

describe('adding payment details', () => {
  test('the old ones go once the new ones are confirmed, and are told of once', async () => {
    const here = world([{ id: 1, active: true }]);
    const change = here.open();
    await change.open(here.list());
    assert.equal(removals(here.calls), 0);
    here.take(2);
    await change.submit(CARD);
    await settled();
    assert.deepEqual(here.rows, [{ id: 2, active: true }]);
    assert.deepEqual(here.told, ['payment-details-replaced']);
    assert.equal(change.state.status, 'idle');
  });

  test('what was not in use before, and what a store holds, stays', async () => {
    const here = world([
      { id: 1, active: true },
      { id: 5, active: false },
      { id: 6, active: false, bound: true },
    ]);
    const change = here.open();
    await change.open(here.list());
    here.take(2);
    here.rows = here.rows.map((row) => (row.id === 6 ? { ...row, bound: true } : row));
    await change.submit(CARD);
    await settled();
    assert.deepEqual(
      here.rows.map(({ id }) => id),
      [5, 6, 2],
    );
  });

  test('a refusal removes nothing, is told once, and leaves the form', async () => {
    const here = world([{ id: 1, active: true }]);
    const change = here.open();
    await change.open(here.list());
    here.answer = new CleengError('payment-refused', 'Refused');
    await assert.rejects(change.submit(CARD));
    assert.equal(change.state.status, 'form');
    assert.deepEqual(here.told, [['payment-details-replaced', 'payment-refused']]);
    assert.deepEqual(here.rows, [{ id: 1, active: true }]);
  });

  test('a second submit joins nothing and sends nothing', async () => {
    const here = world([]);
    const change = here.open();
    await change.open([]);
    here.take(2);
    const first = change.submit(CARD);
    assert.equal(await change.submit(CARD), undefined);
    await first;
    await settled();
    assert.equal(here.calls.filter((call) => call.endsWith('adyen/payment-details')).length, 1);
    assert.deepEqual(here.told, ['payment-details-added']);
  });

  test('an action is not a success', async () => {
    const here = world([{ id: 1, active: true }]);
    const change = here.open();
    await change.open(here.list());
    here.answer = { action: { type: 'threeDS2' }, paymentDetails: rowOf({ id: 9, active: true }) };
    await change.submit(CARD);
    assert.equal(change.state.status, 'bank');
    assert.deepEqual(here.told, []);
    here.take(2);
    await change.finish({ threeDSResult: 'x' });
    await settled();
    assert.deepEqual(here.told, ['payment-details-replaced']);
    assert.deepEqual(here.rows, [{ id: 2, active: true }]);
  });
});

describe('coming back from PayPal', () => {
  /** Leaves for PayPal. */
  async function left() {
    const here = world([{ id: 1, active: true }]);
    const change = here.open();
    await change.open(here.list());
    assert.equal(await change.startPayPal(), 'https://paypal.example/?token=1');
    assert.equal(change.state.status, 'leaving');
    return here;
  }

  test('new details are confirmed by the list, then the old ones go', async () => {
    const here = await left();
    here.take(2);
    here.address = payPalDetailsUrl(PAGE, 'success');
    await here.open().resume();
    assert.deepEqual(here.told, ['payment-details-replaced']);
    assert.deepEqual(here.rows, [{ id: 2, active: true }]);
    assert.equal(here.address, PAGE);
  });

  test('an address that claims success is not believed', async () => {
    const here = await left();
    here.address = payPalDetailsUrl(PAGE, 'success');
    const change = here.open();
    await change.resume();
    assert.deepEqual(here.told, [['payment-details-replaced', 'payment-failed']]);
    assert.equal(removals(here.calls), 0);
  });

  test('a stranger’s link does nothing at all', async () => {
    for (const outcome of ['success', 'cancel', 'error'] as const) {
      const here = world(
        [
          { id: 1, active: false },
          { id: 2, active: true },
        ],
        payPalDetailsUrl(PAGE, outcome),
      );
      await here.open().resume();
      assert.deepEqual([here.told, here.calls, here.address], [[], [], PAGE]);
    }
  });

  test('the peer’s link that deletes deletes nothing', async () => {
    const here = world([{ id: 1, active: true }], 'https://site.example/account?deletepd=1');
    await here.open().resume();
    assert.deepEqual(here.calls, []);
  });

  test('cancelled: nothing happened', async () => {
    const here = await left();
    here.address = payPalDetailsUrl(PAGE, 'cancel');
    await here.open().resume();
    assert.deepEqual(here.told, [['payment-details-replaced', 'payment-cancelled']]);
  });
});

describe('coming back from a bank', () => {
  test('in another tab, too, the platform is asked; without a memory nothing is removed', async () => {
    const here = world([{ id: 1, active: true }], `${bankReturnUrl(PAGE, 1).replace('#/me', '')}&redirectResult=abc#/me`);
    here.take(2);
    await here.open().resume();
    assert.deepEqual(here.told, ['payment-details-added']);
    assert.equal(removals(here.calls), 0);
    assert.equal(here.address, PAGE);
  });

  test('what could not be asked is asked again, and the old ones go then', async () => {
    const here = world([{ id: 1, active: true }]);
    const leaving = here.open();
    await leaving.open(here.list());
    here.answer = { action: { type: 'redirect' } };
    await leaving.submit(CARD);
    here.address = `${bankReturnUrl(PAGE, 1).replace('#/me', '')}&redirectResult=abc#/me`;
    here.answer = new CleengError('network', 'no connection');
    const back = here.open();
    await back.resume();
    assert.equal(back.retryable, true);
    here.take(2);
    await back.retry();
    assert.deepEqual(here.told, [['payment-details-replaced', 'network'], 'payment-details-replaced']);
    assert.deepEqual(here.rows, [{ id: 2, active: true }]);
    assert.equal(back.retryable, false);
  });

  test('the address keeps what is the site’s', () => {
    const url = new URL(bankReturnUrl(PAGE, 14));
    url.searchParams.set('redirectResult', 'a b');
    assert.deepEqual(readDetailsReturn(url.href), { rail: 'adyen', methodId: 14, redirectResult: 'a b' });
    assert.equal(withoutDetailsReturn(url.href).href, PAGE);
    assert.equal(withoutDetailsReturn('https://site.example/?message=hello').search, '?message=hello');
  });
});

describe('payment details', () => {
  const card = (cardExpirationDate: string) =>
    detailsFromApi({ ...rowOf({ id: 1, active: true }), paymentMethodSpecificParams: { cardExpirationDate } });
  const now = Date.UTC(2026, 10, 25) / 1000;

  test('a card is good to the end of its month', () => {
    for (const [expires, state] of [
      ['10/2026', 'expired'],
      ['11/2026', 'soon'],
      ['12/2026', 'soon'],
      ['01/2027', 'good'],
      ['', 'good'],
      ['soon', 'good'],
    ] as const)
      assert.equal(expiryOf(card(expires), now), state, expires);
  });

  test('pay for the subscriptions of the web, or for those of their store', () => {
    const plan = (offerId: string, status: 'active' | 'cancelled' | 'external' | 'one-time', store?: string) => ({
      offerId,
      title: offerId,
      status,
      store,
    });
    const plans = [plan('S1', 'active'), plan('S2', 'cancelled'), plan('S3', 'external', 'apple'), plan('P4', 'one-time')];
    const titles = (details: { active: boolean; store: string | undefined }) => paidBy(details, plans).map(({ title }) => title);
    assert.deepEqual(titles({ active: true, store: undefined }), ['S1']);
    assert.deepEqual(titles({ active: false, store: undefined }), []);
    assert.deepEqual(titles({ active: false, store: 'apple' }), ['S3']);
  });
});
