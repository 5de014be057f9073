import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { filesBelow } from '../../scripts/vite/files.js';
import * as rules from './rules.js';
import type { Rule } from './rules.js';
import type { Source } from './source.js';

const sources: Source[] = ['src', 'sandbox/src', 'demo', 'scripts', 'test']
  .flatMap((folder) => filesBelow(folder, '').map((file) => `${folder}/${file}`))
  .filter((path) => /\.(ts|tsx|js|mjs|css|vue)$/.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const code = sources.filter(({ path }) => /\.tsx?$/.test(path));

/** For each rule the sources it is for, and files that break it, to see that it would tell. */
const list: Readonly<Record<string, { rule: Rule; over: Source[]; broken: Record<string, string> }>> = {
  'the layers know only those below them': {
    rule: rules.layers,
    over: code,
    broken: {
      'src/api/a.ts': `import { Session } from '../session/session.js';`,
      'src/session/a.ts': `import type { Checkout } from '../checkout/checkout.js';`,
      'src/checkout/a.ts': `export { readPlans } from '../account/account.js';`,
      'src/account/a.ts': `import '../controllers/kit.js';`,
      'src/payments/a.ts': `import { kitOf } from '../controllers/kit.js';`,
      'src/controllers/a.ts': `import { CleengElement } from '../elements/element.js';`,
      'src/ui/a.ts': `import type { Store } from '../store.js';`,
      'src/ui/b.ts': `type E = import('../api/errors.js').CleengError;`,
      'src/i18n/a.ts': `import { scopeContext } from '../context.js';`,
      'src/config.ts': `import { createHttp } from './api/http.js';`,
      'src/elements/login/a.ts': `import { mount } from '../../payments/gateway.js';`,
      'src/elements/login/b.ts': `import '../../define/login.js';`,
      'src/define/a.ts': `import { login } from '../api/identity.js';`,
      'src/index.ts': `import './define.js';`,
      'src/helpers/a.ts': `export const a = 1;`,
    },
  },
  'the core is plain TypeScript': {
    rule: rules.plainCore,
    over: code,
    broken: {
      'src/session/a.ts': `import { html } from 'lit';`,
      'src/account/a.ts': `import type { LitElement } from 'lit';`,
      'src/checkout/a.ts': `export const here = () => location.href;`,
      'src/capture/a.ts': `export const later = () => setTimeout(() => undefined, 1);`,
      'src/api/a.ts': `export const page = () => globalThis.document;`,
      'src/api/b.ts': `export const field = () => new FormData();`,
    },
  },
  'elements never import api': {
    rule: rules.elementsWithoutApi,
    over: code,
    broken: {
      'src/elements/login/a.ts': `import { CleengError } from '../../api/errors.js';`,
      'src/elements/a.ts': `import type { ApiOffer } from '../api/catalogue.js';`,
    },
  },
  'no element imports another one': {
    rule: rules.elementsApart,
    over: code,
    broken: {
      'src/elements/checkout/a.ts': `import { CleengLogin } from '../login/login.js';`,
      'src/elements/my-account/a.ts': `import type { CleengLogin } from '../login/login.js';`,
      'src/elements/a.ts': `import { CleengLogin } from './login/login.js';`,
    },
  },
  'payment libraries come by import() only': {
    rule: rules.paymentsOnDemand,
    over: code,
    broken: {
      'src/controllers/a.ts': `import { mountAdyen } from '../payments/adyen.js';`,
      'src/controllers/b.ts': `import { loadPayPal } from '../payments/paypal-loader.js';`,
      'src/elements/a.ts': `import { loadScript } from '@paypal/paypal-js';`,
      'src/payments/gateway.ts': `export { mountPayPal } from './paypal.js';`,
    },
  },
  'only define/ touches the registry': {
    rule: rules.registryInDefine,
    over: code,
    broken: {
      'src/elements/login/a.ts': `customElements.define('a-b', class extends HTMLElement {});`,
      'src/elements/login/b.ts': `import { customElement } from 'lit/decorators.js';`,
      'src/index.ts': `window.customElements.get('a-b');`,
    },
  },
  'no module keeps state': {
    rule: rules.noModuleState,
    over: code,
    broken: {
      'src/api/a.ts': `let last = 0; export const next = () => ++last;`,
      'src/api/b.ts': `const cache = new Map(); export const put = (key: string) => cache.set(key, 1);`,
      'src/api/c.ts': `const list: string[] = []; export const put = (text: string) => list.push(text);`,
      'src/api/d.ts': `const known = { count: 0 }; export const more = () => known.count++;`,
      'src/api/e.ts': `const known: Record<string, number> = {}; export const put = (key: string) => (known[key] = 1);`,
    },
  },
  'no file is longer than 300 lines': {
    rule: rules.shortFiles,
    over: sources,
    broken: { 'src/api/a.ts': 'export const a = 1;\n'.repeat(301) },
  },
  'kit, sandbox and demo are worlds of their own': {
    rule: rules.worldsApart,
    over: code,
    broken: {
      'src/api/a.ts': `import { seed } from '../../sandbox/src/db/seed.js';`,
      'src/api/b.ts': `import type { Story } from '../../demo/stories/story.js';`,
      'sandbox/src/a.ts': `import { CleengError } from '../../src/api/errors.js';`,
      'sandbox/src/b.ts': `import 'cleeng-elements';`,
    },
  },
};

for (const [name, { rule, over, broken }] of Object.entries(list)) {
  describe(name, () => {
    test('in all sources', () => assert.deepEqual(rule(over), []));
    test('and it would be told otherwise', () => {
      for (const [path, text] of Object.entries(broken)) {
        const [found] = rule([{ path, text }]);
        assert.ok(found?.startsWith(path), `${path}: ${text.slice(0, 80)}`);
      }
    });
  });
}

test('what the rules allow is not told', () => {
  const fine: Record<string, string> = {
    'src/session/a.ts': `export const status = (location: string) => location; export const at = (url: URL, s: AbortSignal) => [url.search, s];`,
    'src/controllers/a.ts': `import type { Gateway } from '../payments/gateway.js'; export const load = () => import('../payments/adyen.js');`,
    'src/ui/a.ts': `import type { Money } from '../money.js'; import { formatMoney } from '../i18n/format.js';`,
    'src/api/a.ts': `const KNOWN = new Set(['a']); export const knows = (name: string) => KNOWN.has(name);`,
  };
  for (const [path, text] of Object.entries(fine)) {
    for (const { rule } of Object.values(list)) assert.deepEqual(rule([{ path, text }]), []);
  }
});
