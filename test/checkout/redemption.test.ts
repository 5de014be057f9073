import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Redemption } from '../../src/checkout/redemption.js';
import { REDEMPTION_STATUSES, redeemTransition, type RedemptionState } from '../../src/checkout/redemption-state.js';
import { FakePlatform, offline, refusal } from './fake-platform.js';

const VERIFY = 'get /gifts/verification/{giftCode}';
const REDEEM = 'post /gifts/redeem/{giftCode}';
const verdict = (fields: object = {}) => ({
  redeemable: true,
  redeemMode: 'CREATE',
  redeemRefusalReason: null,
  extendedSubscriptionId: null,
  offerId: 'S1_DE',
  ...fields,
});

function gifted(): FakePlatform {
  const platform = new FakePlatform();
  platform.address = 'https://shop.example/?giftCode=A&b=1';
  platform.answers[VERIFY] = () => verdict();
  platform.answers[REDEEM] = () => verdict({ redeemable: false, redeemRefusalReason: 'REDEEMED' });
  return platform;
}

async function begun(platform: FakePlatform, code = 'A'): Promise<Redemption> {
  const redemption = new Redemption(code, platform.ports());
  await redemption.start();
  return redemption;
}
const now = (redemption: Redemption): RedemptionState => redemption.state;

test('a code from a link is verified by itself, redeemed once, and taken out of the address', async () => {
  const platform = gifted();
  const redemption = await begun(platform);
  assert.ok(redemption.state.status === 'verified' && redemption.state.offer?.title === 'Monthly');
  await Promise.all([redemption.redeem(), redemption.redeem()]);
  const state = now(redemption);
  assert.ok(state.status === 'redeemed' && state.entitlement.accessGranted);
  assert.equal(platform.count(REDEEM), 1);
  assert.equal(platform.address, 'https://shop.example/?b=1');
});

test('who is not signed in is asked first, and the code is kept', async () => {
  const platform = gifted();
  platform.signIn(undefined);
  const redemption = await begun(platform);
  assert.equal(redemption.state.status, 'identify');
  platform.signIn('1');
  await redemption.sessionChanged();
  assert.equal(now(redemption).status, 'verified');
});

for (const reason of [
  'EXTERNALLY_MANAGED_SUBSCRIPTION',
  'REDEEMED',
  'INACTIVE_OFFER',
  'OFFER_GEO_RESTRICTED',
  'PUBLISHER_GEO_RESTRICTED',
  'RECURRING_PROCESS_ALREADY_STARTED',
  'MORE_THAN_ONE_MATCHING_SUBSCRIPTION',
]) {
  test(`a refusal is told: ${reason}`, async () => {
    const platform = gifted();
    platform.answers[VERIFY] = () => verdict({ redeemable: false, redeemRefusalReason: reason });
    const { state } = await begun(platform);
    assert.ok(state.status === 'refused' && state.reason === reason);
  });
}

test('an unknown code, and a platform that cannot be reached, are told apart', async () => {
  const platform = gifted();
  platform.answers[VERIFY] = () => {
    throw refusal(404, 'Gift with id A not found');
  };
  const redemption = await begun(platform);
  assert.ok(redemption.state.status === 'code' && redemption.state.unknown && redemption.state.code === 'A');
  platform.answers[VERIFY] = () => {
    throw offline();
  };
  await redemption.verify('B');
  const state = now(redemption);
  assert.ok(state.status === 'code' && !state.unknown && state.error?.code === 'network');
});

test('the answer to a redemption is lost: the gift is found redeemed, and access is there', async () => {
  const platform = gifted();
  const redemption = await begun(platform);
  platform.answers[REDEEM] = () => {
    platform.answers[VERIFY] = () => verdict({ redeemable: false, redeemRefusalReason: 'REDEEMED' });
    throw offline();
  };
  await redemption.redeem();
  assert.equal(now(redemption).status, 'redeemed');
  assert.equal(platform.count(REDEEM), 1);
});

test('a redemption that never arrived can be tried again', async () => {
  const platform = gifted();
  const redemption = await begun(platform);
  platform.answers[REDEEM] = () => {
    throw offline();
  };
  await redemption.redeem();
  const state = now(redemption);
  assert.ok(state.status === 'verified' && state.error?.code === 'network');
});

test('somebody else was faster', async () => {
  const platform = gifted();
  const redemption = await begun(platform);
  platform.answers[REDEEM] = () => {
    platform.answers[VERIFY] = () => verdict({ redeemable: false, redeemRefusalReason: 'REDEEMED' });
    throw refusal(422, 'The gift cannot be redeemed: REDEEMED');
  };
  platform.answers['get /entitlements/{offerId}'] = () => ({ accessGranted: false, expiresAt: null });
  await redemption.redeem();
  assert.equal(now(redemption).status, 'refused');
});

const verified = { code: 'A', offerId: 'S1', mode: 'CREATE' } as const;
const STATES: { [S in RedemptionState['status']]: Extract<RedemptionState, { status: S }> } = {
  loading: { status: 'loading' },
  identify: { status: 'identify', form: 'login' },
  capture: { status: 'capture' },
  consents: { status: 'consents' },
  code: { status: 'code', code: 'A', unknown: false },
  checking: { status: 'checking', code: 'A' },
  refused: { status: 'refused', code: 'A', reason: 'REDEEMED' },
  verified: { ...verified, status: 'verified' },
  redeeming: { ...verified, status: 'redeeming' },
  redeemed: { ...verified, status: 'redeemed', entitlement: { accessGranted: true, expiresAt: null } },
};

test('only what was verified is redeemed, and only a redemption that runs ends', () => {
  for (const status of REDEMPTION_STATUSES) {
    const state = STATES[status];
    const redeem = redeemTransition(state, { type: 'redeem' });
    assert.equal(redeem.status, status === 'verified' ? 'redeeming' : status, `redeem from ${status}`);
    const done = redeemTransition(state, { type: 'redeemed', entitlement: { accessGranted: true, expiresAt: null } });
    assert.equal(done.status, status === 'redeeming' ? 'redeemed' : status, `redeemed from ${status}`);
    const enter = redeemTransition(state, { type: 'enter', code: 'B' });
    assert.equal(enter.status, ['redeeming', 'redeemed'].includes(status) ? status : 'code', `enter from ${status}`);
    const answer = redeemTransition(state, { type: 'verified', offerId: 'S2', mode: 'EXTEND' });
    assert.equal(answer.status, status === 'checking' ? 'verified' : status, `verified from ${status}`);
  }
});
