import { configure } from 'cleeng-elements';
import { EVENTS, EVENTS_VERSION } from '../../../src/analytics/catalogue.js';
import { sandboxAddress } from '../../shared/address.js';
import { applyChanges, noChanges, parseChanges, type Changes } from '../../shared/changes.js';
import { PUBLISHER_ID, signIn } from '../../shared/setup.js';
import { stories } from '../all.js';
import type { Call, Story } from '../story.js';
import { putOn, type Looks } from './looks.js';

const params = new URLSearchParams(location.search);
const [tag = '', state = ''] = (params.get('story') ?? '').split('/');
const story = stories[tag]?.[state];
await putOn({ theme: 'light', dir: 'ltr', lang: 'en', ...Object.fromEntries(params) });

/** The page around this frame, if it is one of ours. */
const tell = (message: object) => parent.postMessage(message, location.origin);

// The events of all elements are reported to the page around this frame; they hold no tokens.
for (const name of Object.keys(EVENTS)) {
  document.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    tell({ story: 'event', name, version: EVENTS_VERSION, detail: JSON.parse(JSON.stringify(detail ?? null)) as unknown });
  });
}

if (story) await show(story);
else document.body.textContent = `There is no story ${tag}/${state}.`;

async function show({ as: persona, attributes = {}, query = {}, rules = [], act }: Story): Promise<void> {
  const apiBase = await sandboxAddress();
  // Each frame is a world of its own: its session lives in memory and ends with it.
  configure({ publisherId: PUBLISHER_ID, apiBase, pspBase: apiBase, tokenStorage: 'memory' });
  sessionStorage.clear();
  const as = params.get('as') ?? persona;
  // Without a sandbox nobody can be logged in; the element says what it then says.
  if (as) await signIn(apiBase, as).catch(() => undefined);
  bend(rules);
  if (Object.keys(query).length) {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    history.replaceState(null, '', url);
  }
  await import('cleeng-elements/define');
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  applyChanges(element, parseChanges(params.get('changes')));
  document.body.append(element);
  follow(element);
  await act?.(element);
}

/** Follows the controls of the page around, and tells it how much room the element takes and what it shows. */
function follow(element: HTMLElement & { view?: string }): void {
  addEventListener('message', ({ origin, data }: MessageEvent<{ story?: string; looks?: Looks; changes?: Partial<Changes> }>) => {
    if (origin !== location.origin || data.story !== 'change') return;
    if (data.looks) void putOn(data.looks);
    if (data.changes) applyChanges(element, { ...noChanges(), ...data.changes });
  });
  const measure = () => tell({ story: 'size', height: Math.ceil(document.body.getBoundingClientRect().height), view: element.view ?? '' });
  new ResizeObserver(measure).observe(document.body);
  // A view may change without a change of size.
  new MutationObserver(measure).observe(element.shadowRoot ?? element, { childList: true, subtree: true });
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
