import { html, nothing, render } from 'lit';
import { stories } from './all.js';
import { docsOf } from './manifest.js';

interface LoggedEvent {
  name: string;
  detail: string;
}

const view = { theme: 'light', dir: 'ltr', width: 'full' };
let log: LoggedEvent[] = [];

/** The story an address names: `#/cleeng-login/form`. */
function current(): { tag: string; state: string } {
  const [tag = '', state = ''] = location.hash.replace(/^#\/?/, '').split('/');
  if (stories[tag]?.[state]) return { tag, state };
  return { tag: 'cleeng-login', state: 'form' };
}

function show(): void {
  const { tag, state } = current();
  const address = `/stories/frame/?${new URLSearchParams({ story: `${tag}/${state}`, theme: view.theme, dir: view.dir }).toString()}`;
  const docs = docsOf(tag);
  document.title = `${tag} · ${state} · cleeng-elements`;
  render(
    html`
      <header>
        <a class="brand" href="/">cleeng-elements</a>
        <div class="switches" role="group" aria-label="View">
          ${toggle('theme', 'light', 'dark', 'Dark')} ${toggle('dir', 'ltr', 'rtl', 'Right to left')}
          ${toggle('width', 'full', 'phone', 'Phone')}
        </div>
      </header>
      <nav aria-label="Stories">
        ${Object.entries(stories).map(
          ([element, states]) =>
            html`<details ?open=${element === tag}>
              <summary>${element}</summary>
              <ul>
                ${Object.keys(states).map(
                  (name) =>
                    html`<li>
                      <a href="#/${element}/${name}" aria-current=${element === tag && name === state ? 'page' : nothing}>${name}</a>
                    </li>`,
                )}
              </ul>
            </details>`,
        )}
      </nav>
      <main>
        <h1>${tag} <small>${state}</small></h1>
        <p>${docs.summary}</p>
        <iframe class=${view.width} title="${tag}, ${state}" src=${address}></iframe>
        <section aria-labelledby="log">
          <h2 id="log">Events</h2>
          ${
            log.length
              ? html`<ol class="log">
                  ${log.map(({ name, detail }) => html`<li><code>${name}</code> <code>${detail}</code></li>`)}
                </ol>`
              : html`<p>None yet.</p>`
          }
        </section>
        ${docs.tables.map(
          ({ title, rows }) =>
            html`<section>
              <h2>${title}</h2>
              <dl>
                ${rows.map(
                  ({ name, note }) =>
                    html`<div>
                      <dt><code>${name}</code></dt>
                      <dd>${note}</dd>
                    </div>`,
                )}
              </dl>
            </section>`,
        )}
      </main>
    `,
    document.body,
  );
}

function toggle(key: keyof typeof view, off: string, on: string, label: string) {
  const flip = () => {
    view[key] = view[key] === on ? off : on;
    log = [];
    show();
  };
  return html`<button type="button" aria-pressed=${view[key] === on ? 'true' : 'false'} @click=${flip}>${label}</button>`;
}

addEventListener('hashchange', () => {
  log = [];
  show();
  scrollTo(0, 0);
});
addEventListener('message', ({ origin, data }: MessageEvent<LoggedEvent & { story?: string }>) => {
  if (origin !== location.origin || data.story !== 'event') return;
  log = [...log, { name: data.name, detail: data.detail }];
  show();
});
show();
