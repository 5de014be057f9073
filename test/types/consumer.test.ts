import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compile, type Resolution } from './compile.js';

/** An application's code, as its author would want it typed. */
const APPLICATION = `
import { CleengError, CHECKOUT_STATUSES, configure, createScope, currentSession, type CheckoutView, type KitConfig, type SessionState } from 'cleeng-elements';
import { CleengLogin } from 'cleeng-elements/elements/login';
import { CleengMyAccount } from 'cleeng-elements/elements/my-account';
import 'cleeng-elements/define';
import 'cleeng-elements/define/checkout';

const config: KitConfig = { publisherId: '204118605', environment: 'sandbox', tokenStorage: 'memory' };
configure(config);
createScope(config);

const login: CleengLogin = document.createElement('cleeng-login');
login.switchable = true;
const account = document.querySelector('cleeng-my-account');
const section: CleengMyAccount['section'] | undefined = account?.section;
const checkout = document.createElement('cleeng-checkout');
const status: CheckoutView = checkout.view;
const known: readonly string[] = CHECKOUT_STATUSES;

document.addEventListener('cleeng-login-success', (event) => event.detail.customerId.toUpperCase());
document.addEventListener('cleeng-login-error', ({ detail: { error } }) => error instanceof CleengError && error.code === 'network');
document.addEventListener('cleeng-checkout-redirect', (event) => new URL(event.detail.url));
document.addEventListener('cleeng-account-change', (event) => event.detail.change === 'subscription-cancelled');
document.addEventListener('cleeng-session-change', ({ detail }) => {
  const state: SessionState = detail;
  if (state.status === 'authenticated') state.customerId.toUpperCase();
});
const now = currentSession();
export { now, section };
`;

/** Lines that an application must not get away with. */
const MISTAKES = {
  'configure({ publisher: 1 })': /publisher/,
  "configure({ environment: 'staging' })": /staging/,
  "document.createElement('cleeng-login').switchable = 'yes'": /string.*boolean/s,
  "document.createElement('cleeng-my-account').section = 'plans'": /plans/,
  "document.addEventListener('cleeng-login-success', (event) => event.detail.jwt)": /jwt/,
  "new CleengError('nonsense', '')": /nonsense/,
};

for (const resolution of ['bundler', 'nodenext'] satisfies Resolution[]) {
  describe(`the published types, found by ${resolution}`, () => {
    test('are what an application needs', () => assert.deepEqual(compile(APPLICATION, resolution), []));
  });
}

test('the published types tell what is wrong', () => {
  const text = `import { CleengError, configure } from 'cleeng-elements';\nimport 'cleeng-elements/define';\n`;
  const told = compile(`${text}${Object.keys(MISTAKES).join(';\n')};`, 'bundler');
  assert.equal(told.length, Object.keys(MISTAKES).length, told.join('\n'));
  Object.values(MISTAKES).forEach((expected, index) => assert.match(told[index]!, expected));
});
