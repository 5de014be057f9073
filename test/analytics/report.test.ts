import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { CleengError } from '../../src/api/errors.js';
import { EVENTS, EVENTS_VERSION, reportEvents, type CleengEventName, type Report } from '../../src/analytics/analytics.js';

/** A secret in every place where an event may hold one. */
const SECRETS = {
  customerId: 'S-customer',
  email: 'S-mail',
  code: 'S-code',
  url: 'https://bank.example/?S-url',
  answers: { name: 'S-answer' },
};
const error = new CleengError('network', 'S-message', { requestId: 'S-request' });
const total = { minor: 999, currency: 'EUR' };

/** One of each event, with everything that it can hold. */
const DETAILS: Readonly<Record<CleengEventName, object>> = {
  'cleeng-session-change': { status: 'authenticated', ...SECRETS },
  'cleeng-login-success': SECRETS,
  'cleeng-login-error': { error },
  'cleeng-login-register': SECRETS,
  'cleeng-login-forgot': SECRETS,
  'cleeng-login-continue': SECRETS,
  'cleeng-password-requested': SECRETS,
  'cleeng-password-changed': SECRETS,
  'cleeng-password-error': { error },
  'cleeng-register-success': { ...SECRETS, consents: [{ name: 'S-consent' }] },
  'cleeng-register-error': { error },
  'cleeng-register-login': SECRETS,
  'cleeng-consents-complete': { ...SECRETS, consents: [{ name: 'S-consent' }] },
  'cleeng-consents-error': { error },
  'cleeng-capture-complete': { ...SECRETS, asked: true, answered: ['S-question'] },
  'cleeng-capture-skip': SECRETS,
  'cleeng-capture-error': { error },
  'cleeng-checkout-step': { step: 'review', from: 'ordering' },
  'cleeng-checkout-complete': {
    offerId: 'S1_DE',
    order: { gift: false, coupon: 'S-coupon', total },
    payment: { orderId: 7, method: 'card', total },
    entitlement: null,
  },
  'cleeng-checkout-coupon': { ...SECRETS, status: 'refused', error },
  'cleeng-checkout-redeem': { offerId: 'S1_DE', mode: 'CREATE', entitlement: {} },
  'cleeng-checkout-error': { error },
  'cleeng-checkout-redirect': SECRETS,
  'cleeng-offers-select': { offerId: 'S1_DE' },
  'cleeng-paywall-change': { granted: false, reason: 'no-plan' },
  'cleeng-account-change': { change: 'plan-switched', offerId: 'S1_DE', toOfferId: 'S2_DE', status: 'finished' },
  'cleeng-account-error': { change: 'coupon-applied', error },
  'cleeng-plan-fix': { offerId: 'S1_DE' },
};

const page = new EventTarget();
const dispatch = (name: string, detail: object) => page.dispatchEvent(new CustomEvent(name, { detail }));

/** What is reported of these events. */
function reported(names: readonly string[]): Report[] {
  const dataLayer: Report[] = [];
  const end = reportEvents({ dataLayer, within: page });
  for (const name of names) dispatch(name, DETAILS[name as CleengEventName]);
  end();
  return dataLayer;
}

describe('reported events', () => {
  test('are all of the catalogue, each with its name and the catalogue’s version, and nothing that says who the viewer is', () => {
    const reports = reported(Object.keys(DETAILS));
    assert.deepEqual(
      reports.map(({ event }) => event),
      Object.keys(EVENTS).sort((a, b) => Object.keys(DETAILS).indexOf(a) - Object.keys(DETAILS).indexOf(b)),
    );
    assert.ok(reports.every(({ eventVersion }) => eventVersion === EVENTS_VERSION));
    assert.doesNotMatch(JSON.stringify(reports), /S-/);
  });

  test('say why something failed by its code', () => {
    assert.deepEqual(reported(['cleeng-account-error'])[0], {
      event: 'cleeng-account-error',
      eventVersion: 1,
      change: 'coupon-applied',
      error: 'network',
    });
  });

  test('tell of a purchase as a tag manager takes it, in the currency’s own unit', () => {
    const [report] = reported(['cleeng-checkout-complete']);
    assert.deepEqual(report?.['ecommerce'], {
      transaction_id: '7',
      value: 9.99,
      currency: 'EUR',
      items: [{ item_id: 'S1_DE', quantity: 1, price: 9.99 }],
    });
  });

  test('go nowhere before anybody asks and after it was ended', () => {
    const seen: string[] = [];
    dispatch('cleeng-plan-fix', { offerId: '1' });
    const end = reportEvents({ track: ({ event }) => seen.push(event), within: page });
    dispatch('cleeng-plan-fix', { offerId: '1' });
    end();
    dispatch('cleeng-plan-fix', { offerId: '1' });
    assert.deepEqual(seen, ['cleeng-plan-fix']);
  });

  test('do not break the page when the analytics throw', (context) => {
    const said = context.mock.method(console, 'error', () => {});
    const end = reportEvents({
      track: () => {
        throw new Error('blocked');
      },
      within: page,
    });
    dispatch('cleeng-plan-fix', { offerId: '1' });
    end();
    assert.equal(said.mock.callCount(), 1);
  });
});
