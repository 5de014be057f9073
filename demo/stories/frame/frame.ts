import { configure, pageScope } from 'cleeng-elements';
import { EVENTS } from '../../../src/analytics/catalogue.js';
import { kitOf } from '../../../src/controllers/kit.js';
import { resolveConfig } from '../../../src/config.js';
import { PUBLISHER_ID, sandboxAddress } from '../../shared/setup.js';
import { wear } from '../../themes/themes.js';
import { stories } from '../all.js';
import type { Call, Story } from '../story.js';

const params = new URLSearchParams(location.search);
const [tag = '', state = ''] = (params.get('story') ?? '').split('/');
const story = stories[tag]?.[state];
const root = document.documentElement;
root.dataset['theme'] = params.get('theme') ?? 'light';
root.lang = params.get('lang') || 'en';
root.dir = params.get('dir') ?? 'ltr';
await wear(params.get('brand') ?? '');

// The events of all elements are reported to the shell around this frame; they hold no tokens.
for (const name of Object.keys(EVENTS)) {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    parent.postMessage({ story: 'event', name, detail: JSON.stringify(detail ?? null) }, location.origin);
  });
}

if (story) await show(story);
else document.body.textContent = `There is no story ${tag}/${state}.`;

async function show({ as, attributes = {}, query = {}, rules = [], act }: Story): Promise<void> {
  const apiBase = await sandboxAddress();
  // Each frame is a world of its own: its session lives in memory and ends with it.
  configure({ publisherId: PUBLISHER_ID, apiBase, pspBase: apiBase, tokenStorage: 'memory' });
  sessionStorage.clear();
  if (as) await signIn(apiBase, as);
  bend(rules);
  if (Object.keys(query).length) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    history.replaceState(null, '', url);
  }
  await import('cleeng-elements/define');
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  await act?.(element);
}

async function signIn(apiBase: string, email: string): Promise<void> {
  const body = JSON.stringify({ email, password: 'Password1', publisherId: PUBLISHER_ID });
  const response = await fetch(`${apiBase}/auths`, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } });
  const { responseData } = (await response.json()) as { responseData: { jwt: string; refreshToken: string } };
  const scope = pageScope();
  kitOf(scope, resolveConfig(scope.config.state)).session.signIn(responseData);
}

/** Puts the story's rules between the kit and the network, in this frame only. */
function bend(rules: NonNullable<Story['rules']>): void {
  const real = window.fetch.bind(window);
  window.fetch = (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    const method = init.method ?? 'GET';
    const rule = rules.find((candidate) => candidate.method === method && candidate.path.test(url.pathname));
    if (!rule) return real(input, init);
    const call: Call = {
      method,
      path: url.pathname,
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      pass: (body) => real(input, body === undefined ? init : { ...init, body: JSON.stringify(body) }),
    };
    return Promise.resolve(rule.answer(call));
  };
}
