import { html, nothing, render } from 'lit';
import { sandboxAddress } from '../../shared/address.js';
import { noChanges, type Changes } from '../../shared/changes.js';
import { missingNotice } from '../../shared/missing.js';
import { cssOf } from '../../themes/themes.js';
import { codePanel } from './code.js';
import { attributeControls, tokenControls, type Controls } from './controls.js';
import type { ElementData } from './element.js';
import { eventLog, type LoggedEvent } from './events.js';
import { firstOf, LOOKS } from './looks.js';
import { Sandbox } from './sandbox.js';
import { sandboxPanel, type SandboxView } from './sandbox-panel.js';
import { given, snippet, type Language } from './snippets.js';
import { tabs, type Tab } from './tabs.js';

/** What the frame tells. */
type Told = { story: 'event'; name: string; version: number; detail: unknown } | { story: 'size'; height: number; view: string };

const place = document.getElementById('playground')!;
const element = JSON.parse(document.getElementById('element')!.textContent ?? '{}') as ElementData;
const stateNames = Object.keys(element.states);

const looks = Object.fromEntries(Object.entries(LOOKS).map(([key, look]) => [key, firstOf(look)]));
const wrong = new Set<string>();
let state = stateOfAddress();
let changes: Changes = noChanges();
let events: LoggedEvent[] = [];
let tab = 'controls';
let language: Language = 'HTML';
let size = { height: 420, view: '' };
let missing = false;
/** The style sheet of the brand of choice. */
let brand = '';
let view: SandboxView = { sandbox: new Sandbox(await sandboxAddress()), as: undefined, now: undefined, cards: [], faults: [], said: '' };
/** Counts what is shown anew, so that the frame loads again. */
let round = 0;
let address = '';

function stateOfAddress(): string {
  const wanted = new URLSearchParams(location.search).get('state') ?? '';
  return element.states[wanted] ? wanted : element.usual;
}

const person = () => (view.as === undefined ? {} : { as: view.as });

function frameAddress(): string {
  const query = {
    story: `${element.tagName}/${state}`,
    ...looks,
    theme: theme(),
    ...person(),
    changes: JSON.stringify(changes),
    round: String(round),
  };
  return `../stories/frame/?${new URLSearchParams(query).toString()}`;
}

/** The page's own choice, unless the toolbar says otherwise. */
const theme = () => (looks['theme'] === 'auto' ? (document.documentElement.dataset['theme'] ?? 'auto') : looks['theme']!);

function siteAddress(): string {
  const { as } = { ...element.states[state], ...person() };
  const attributes = { ...element.states[state]?.attributes, ...changes.attributes };
  const query = { ...(as ? { as } : {}), changes: JSON.stringify({ ...changes, attributes }) };
  return `../#/show/${element.tagName}?${new URLSearchParams(query).toString()}`;
}

const frame = () => place.querySelector('iframe')?.contentWindow;
const tell = (message: object) => frame()?.postMessage({ story: 'change', ...message }, location.origin);

/** Shows the element anew, in the state it is in at first. */
function again(): void {
  round++;
  events = [];
  address = frameAddress();
  draw();
}

function change(part: Partial<Changes>): void {
  changes = {
    attributes: { ...changes.attributes, ...part.attributes },
    properties: { ...changes.properties, ...part.properties },
    tokens: { ...changes.tokens, ...part.tokens },
  };
  tell({ changes: part });
  draw();
}

const controls = (): Controls => ({
  element,
  initial: element.states[state]?.attributes ?? {},
  changes,
  wrong,
  attribute: (name, value) => change({ attributes: { [name]: value } }),
  token: (name, value) => change({ tokens: { [name]: value } }),
  property(name, text) {
    try {
      const value: unknown = text.trim() ? JSON.parse(text) : undefined;
      wrong.delete(name);
      change({ properties: { [name]: value } });
    } catch {
      wrong.add(name);
      draw();
    }
  },
  reset() {
    changes = noChanges();
    wrong.clear();
    again();
  },
});

/** Asks the sandbox for something and shows it; what cannot be had is said. */
async function ask(what: () => Promise<Partial<SandboxView>>, reload = true): Promise<void> {
  try {
    view = { ...view, ...(await what()) };
    if (reload) return again();
  } catch (error) {
    view = { ...view, said: error instanceof TypeError ? 'The sandbox does not answer.' : (error as Error).message };
  }
  draw();
}

async function meetSandbox(): Promise<void> {
  const { sandbox } = view;
  try {
    const [now, cards, faults] = await Promise.all([sandbox.now(), sandbox.cards(), sandbox.faults()]);
    view = { ...view, now, cards, faults };
    if (missing) round++;
    missing = false;
  } catch {
    missing = true;
  }
  address = frameAddress();
  draw();
}

function become(as: string | undefined): void {
  view = { ...view, as };
  again();
}

const code = () => snippet(language, element, given({ ...element.states[state]?.attributes, ...lang() }, changes));

/** The language of choice, unless it is the one the elements speak anyway. */
const lang = (): Record<string, string> => (looks['lang'] === firstOf(LOOKS['lang']!) ? {} : { lang: looks['lang']! });

const allTabs = (): Tab[] => [
  { id: 'controls', label: 'Attributes', body: () => attributeControls(controls()) },
  { id: 'tokens', label: 'Tokens', body: () => tokenControls(controls()) },
  { id: 'code', label: 'Code', body: () => codePanel(language, code(), (chosen) => ((language = chosen), draw()), brand) },
  {
    id: 'events',
    label: events.length ? `Events (${events.length})` : 'Events',
    body: () => eventLog(events, () => ((events = []), draw())),
  },
  {
    id: 'sandbox',
    label: 'Sandbox',
    body: () => sandboxPanel(element, view, { become, ask: (what) => void ask(what) }),
  },
];

function draw(): void {
  render(
    html`
      ${missing ? missingNotice(view.sandbox.base, () => void meetSandbox()) : nothing}
      <div class="bar" role="group" aria-label="How it is shown">
        <label class="choice"
          ><span>State</span>
          <select .value=${state} @change=${({ target }: Event) => go((target as HTMLSelectElement).value)}>
            ${stateNames.map((name) => html`<option value=${name} ?selected=${name === state}>${name}</option>`)}
          </select></label
        >
        ${Object.entries(LOOKS).map(
          ([key, { label, options }]) =>
            html`<label class="choice"
              ><span>${label}</span>
              <select @change=${({ target }: Event) => look(key, (target as HTMLSelectElement).value)}>
                ${Object.entries(options).map(([value, text]) => html`<option value=${value} ?selected=${value === looks[key]}>${text}</option>`)}
              </select></label
            >`,
        )}
        <span class="ends">
          <button type="button" @click=${again}>Show anew</button>
          <a class="button" href=${siteAddress()} target="_blank">In a publisher’s site</a>
        </span>
      </div>
      <div class="stage">
        <iframe class=${looks['width']!} title="${element.tagName}, ${state}" height=${size.height} src=${address}></iframe>
      </div>
      <p class="shows">Shows <code>${size.view || '…'}</code></p>
      ${tabs(allTabs(), tab, (id) => ((tab = id), draw()))}
    `,
    place,
  );
  for (const link of document.querySelectorAll<HTMLElement>('[data-state]')) {
    if (link.dataset['state'] === state) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function look(key: string, value: string): void {
  looks[key] = value;
  if (key === 'brand') void cssOf(value).then((css) => ((brand = css), draw()));
  tellLooks();
  draw();
}

const tellLooks = () => tell({ looks: { ...looks, theme: theme() } });

/** Shows another state, which has its own address. */
function go(name: string): void {
  if (name === state) return;
  history.pushState(null, '', `?${new URLSearchParams({ state: name }).toString()}`);
  turnTo(name);
}

function turnTo(name: string): void {
  state = name;
  changes = noChanges();
  wrong.clear();
  again();
}

addEventListener('popstate', () => {
  if (stateOfAddress() !== state) turnTo(stateOfAddress());
});
document.querySelector('.states')?.addEventListener('click', (event) => {
  const name = (event.target as Element).closest<HTMLElement>('[data-state]')?.dataset['state'];
  if (!name) return;
  event.preventDefault();
  document.querySelector('.menu')?.setAttribute('aria-expanded', 'false');
  go(name);
  place.scrollIntoView({ block: 'start' });
});
addEventListener('message', ({ origin, source, data }: MessageEvent<Told>) => {
  if (origin !== location.origin || source !== frame()) return;
  if (data.story === 'size') size = { height: data.height, view: data.view };
  else if (data.story === 'event') {
    const at = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hour12: false }).format();
    events = [...events, { name: data.name, version: data.version, detail: data.detail, at }];
  } else return;
  draw();
});
new MutationObserver(tellLooks).observe(document.documentElement, { attributeFilter: ['data-theme'] });
address = frameAddress();
draw();
await meetSandbox();
