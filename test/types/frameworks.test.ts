import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compile } from './compile.js';

const react = { file: 'app.tsx', beside: ['react', '@types/react'] };
const vue = { beside: ['vue'] };

const REACT = `
import { useRef } from 'react';
import type { CleengLogin as Login } from 'cleeng-elements';
import type {} from 'cleeng-elements/jsx';
import { CleengLogin, CleengPlan } from 'cleeng-elements/react';

export function Wrapped() {
  const login = useRef<Login>(null);
  return (
    <>
      <CleengLogin ref={login} publisherId="204118605" switchable className="box" onLoginSuccess={(event) => event.detail.customerId.toUpperCase()}>
        <h2 slot="heading">Welcome</h2>
      </CleengLogin>
      <CleengPlan cancelFlow={{ reasons: [] }} onAccountChange={(event) => event.detail.change === 'subscription-cancelled'} />
    </>
  );
}

export const Native = () => (
  <>
    <cleeng-login publisher-id="204118605" no-steps={true} className="box" oncleeng-login-success={(event) => event.detail.customerId.toUpperCase()} />
    <cleeng-my-account section="plan" cancelFlow={{ reasons: [] }} />
  </>
);
`;

const REACT_MISTAKES = {
  '<CleengLogin switchable="yes" />': /string.*boolean/s,
  '<CleengLogin onLoginSuccess={(event) => event.detail.jwt} />': /jwt/,
  '<CleengLogin onLogin={() => 1} />': /onLogin/,
  '<cleeng-my-account section="plans" />': /plans/,
  '<cleeng-checkout offerId="S1" />': /offerId/,
  '<cleeng-login oncleeng-login-success={(event) => event.detail.jwt} />': /jwt/,
};

const VUE = `
import type { GlobalComponents } from 'vue';
import 'cleeng-elements/vue';

type Props<T extends keyof GlobalComponents> = InstanceType<GlobalComponents[T]>['$props'];
`;

const VUE_APPLICATION = `${VUE}
const login: Props<'cleeng-login'> = {
  publisherId: '204118605',
  switchable: true,
  class: 'box',
  onCleengLoginSuccess: (event) => event.detail.customerId.toUpperCase(),
};
const plan: Props<'cleeng-plan'> = { cancelFlow: { reasons: [] } };
export { login, plan };
`;

const VUE_MISTAKES = {
  "export const a: Props<'cleeng-login'> = { switchable: 'yes' };": /string.*boolean/s,
  "export const b: Props<'cleeng-login'> = { onCleengLoginSuccess: (event) => event.detail.jwt };": /jwt/,
  "export const c: Props<'cleeng-my-account'> = { section: 'plans' };": /plans/,
};

/** Each mistake is one error, and it says what is wrong. */
function assertTold(told: readonly string[], mistakes: Readonly<Record<string, RegExp>>): void {
  assert.equal(told.length, Object.keys(mistakes).length, told.join('\n'));
  Object.values(mistakes).forEach((expected, index) => assert.match(told[index]!, expected));
}

describe('the types for React', () => {
  test('are what an application needs', () => assert.deepEqual(compile(REACT, 'bundler', react), []));

  test('tell what is wrong', () => {
    const imports = `import type {} from 'cleeng-elements/jsx';\nimport { CleengLogin } from 'cleeng-elements/react';\n`;
    const lines = Object.keys(REACT_MISTAKES).map((line, index) => `export const e${index} = ${line};`);
    assertTold(compile(imports + lines.join('\n'), 'bundler', react), REACT_MISTAKES);
  });
});

describe('the types for Vue', () => {
  test('are what an application needs', () => assert.deepEqual(compile(VUE_APPLICATION, 'nodenext', vue), []));

  test('tell what is wrong', () => assertTold(compile(VUE + Object.keys(VUE_MISTAKES).join('\n'), 'nodenext', vue), VUE_MISTAKES));
});
