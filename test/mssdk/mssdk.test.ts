import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import { emitMssdkEvents, readMssdkConfig } from '../../src/mssdk/mssdk.js';

const storage = (entries: Readonly<Record<string, string>>) => ({ getItem: (key: string) => entries[key] ?? null });

describe('what the SDK’s Config has left', () => {
  test('sets up the kit: publisher, environment, session, links and colours', () => {
    const read = readMssdkConfig(
      storage({
        CLEENG_PUBLISHER_ID: '204118605',
        '204118605_CLEENG_ENVIRONMENT': 'production',
        '204118605_CLEENG_OFFER_ID': 'S1_DE',
        '204118605_CLEENG_MY_ACCOUNT_URL': '/account',
        '204118605_CLEENG_THEME': JSON.stringify({ primaryColor: '#123456', logoUrl: 'x', fontColor: '' }),
        // From before the publisher was set, and of somebody else.
        CLEENG_TERMS_URL: '/terms',
        '1_CLEENG_OFFER_SELECTION_URL': '/other',
      }),
    );
    assert.deepEqual(read, {
      config: { adoptSession: true, publisherId: '204118605', environment: 'production' },
      attributes: { 'offer-id': 'S1_DE', 'account-url': '/account', 'terms-url': '/terms' },
      theme: { '--cleeng-color-primary': '#123456' },
    });
  });

  test('sets up nothing where there is nothing, or nothing that makes sense', () => {
    const nothing = { config: { adoptSession: true }, attributes: {}, theme: {} };
    assert.deepEqual(readMssdkConfig(storage({})), nothing);
    assert.deepEqual(readMssdkConfig(storage({ CLEENG_ENVIRONMENT: 'staging', CLEENG_THEME: '{' })), nothing);
    assert.deepEqual(readMssdkConfig(storage({ CLEENG_THEME: 'null' })), nothing);
  });
});

describe('the SDK’s events', () => {
  const page = new EventTarget();
  const window = new EventTarget();
  before(() => Object.assign(globalThis, { window }));
  after(() => Reflect.deleteProperty(globalThis, 'window'));

  /** What the SDK’s listeners hear of an event of the kit. */
  function heard(name: string, detail: object): [string, unknown][] {
    const all: [string, unknown][] = [];
    const dispatch = window.dispatchEvent.bind(window);
    window.dispatchEvent = (event) => {
      all.push([event.type, (event as CustomEvent).detail]);
      return dispatch(event);
    };
    const end = emitMssdkEvents(page);
    page.dispatchEvent(new CustomEvent(name, { detail }));
    end();
    page.dispatchEvent(new CustomEvent(name, { detail }));
    window.dispatchEvent = dispatch;
    return all;
  }

  const error = new CleengError('network', '');
  const CASES: readonly [name: string, detail: object, old: string, oldDetail: unknown][] = [
    [
      'cleeng-checkout-complete',
      {
        offerId: 'S1_DE',
        order: undefined,
        payment: { orderId: 7, paymentId: 8, method: 'card', total: { minor: 999, currency: 'EUR' } },
        entitlement: null,
      },
      'purchase-successful',
      { payment: { id: 8, orderId: 7, offerId: 'S1_DE', paymentMethod: 'card', totalAmount: 9.99, currency: 'EUR' } },
    ],
    ['cleeng-checkout-step', { step: 'review', from: 'ordering' }, 'payment-page', null],
    ['cleeng-checkout-error', { error }, 'purchase-failed', { reason: 'network' }],
    ['cleeng-checkout-coupon', { status: 'applied', code: 'TEN' }, 'redeem-coupon-success', { coupon: 'TEN', source: 'checkout' }],
    ['cleeng-checkout-coupon', { status: 'refused', code: 'NO', error }, 'redeem-coupon-failed', { coupon: 'NO', source: 'checkout' }],
    ['cleeng-account-change', { change: 'subscription-cancelled', offerId: 'S1_DE' }, 'unsubscribe-action-confirmed', { offerId: 'S1_DE' }],
    ['cleeng-account-change', { change: 'subscription-resumed', offerId: 'S1_DE' }, 'resume-action-confirmed', { offerId: 'S1_DE' }],
    [
      'cleeng-account-change',
      { change: 'plan-switched', offerId: 'S1_DE', toOfferId: 'S2_DE', status: 'finished' },
      'switch-popup-action-successful',
      { fromOfferId: 'S1_DE', toOfferId: 'S2_DE' },
    ],
    [
      'cleeng-account-change',
      { change: 'switch-cancelled', offerId: 'S1_DE' },
      'cancel-switch-action-successful',
      { fromOfferId: 'S1_DE' },
    ],
    ['cleeng-account-change', { change: 'payment-details-replaced' }, 'update-payment-details-successful', null],
    ['cleeng-account-error', { change: 'plan-switched', error }, 'switch-popup-action-failed', { reason: 'network' }],
    ['cleeng-session-change', { status: 'lost', reason: 'expired' }, 'auth-failed', { source: 'session', message: 'expired' }],
  ];
  for (const [name, detail, old, oldDetail] of CASES) {
    test(`${old} follows ${name}, once`, () => assert.deepEqual(heard(name, detail), [[`MSSDK:${old}`, oldDetail]]));
  }

  test('are silent about what the SDK said nothing of', () => {
    assert.deepEqual(heard('cleeng-session-change', { status: 'anonymous' }), []);
    assert.deepEqual(heard('cleeng-checkout-step', { step: 'paying', from: 'review' }), []);
    assert.deepEqual(heard('cleeng-checkout-coupon', { status: 'removed', code: 'TEN' }), []);
    assert.deepEqual(heard('cleeng-account-change', { change: 'profile-updated' }), []);
  });
});
