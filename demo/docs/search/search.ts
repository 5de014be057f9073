import { html, nothing, render, type TemplateResult } from 'lit';
import type MiniSearch from 'minisearch';
import type { Found } from './options.js';
import { excerpt } from './excerpt.js';

/** As many as can be looked through. */
const SHOWN = 12;

let index: Promise<MiniSearch<Found & { id: string }>> | undefined;

/** The index and what reads it come when somebody means to search. */
const loadIndex = () =>
  (index ??= Promise.all([import('minisearch'), import('./options.js'), fetch('search.json').then((response) => response.text())])
    .then(([{ default: Search }, { SEARCH }, json]) => Search.loadJSON<Found & { id: string }>(json, SEARCH))
    .catch((error: unknown) => {
      index = undefined;
      throw error;
    }));

const view = { query: '', found: [] as Found[], at: 0, failed: false };

/** The button that opens the search; `/` and Ctrl+K open it, too. */
export function searchBox(): TemplateResult {
  const dialog = document.createElement('dialog');
  dialog.className = 'search';
  dialog.setAttribute('aria-label', 'Search the documentation');
  document.body.append(dialog);
  const open = () => {
    if (dialog.open) return;
    Object.assign(view, { query: '', found: [], at: 0, failed: false });
    draw(dialog);
    dialog.showModal();
    void loadIndex().catch(() => undefined);
  };
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
  document.addEventListener('keydown', (event) => {
    const typing = event.composedPath().some((node) => node instanceof HTMLElement && node.matches('input, textarea, select'));
    if (!((event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey)))) return;
    event.preventDefault();
    open();
  });
  return html`<button type="button" class="open-search" aria-keyshortcuts="/ Control+K" @click=${open}>
    <span>Search</span> <kbd aria-hidden="true">/</kbd>
  </button>`;
}

function draw(dialog: HTMLDialogElement): void {
  const { query, found, at, failed } = view;
  render(
    html`<form method="dialog" @submit=${(event: Event) => follow(event, dialog)}>
        <input
          type="search"
          role="combobox"
          aria-label="Search"
          aria-controls="found"
          aria-expanded=${found.length ? 'true' : 'false'}
          aria-autocomplete="list"
          aria-activedescendant=${found.length ? `found-${at}` : nothing}
          placeholder="Attributes, events, how to…"
          autocomplete="off"
          .value=${query}
          @input=${(event: InputEvent) => void search(event, dialog)}
          @keydown=${(event: KeyboardEvent) => move(event, dialog)}
        />
        <button type="button" @click=${() => dialog.close()}>Close</button>
      </form>
      <p class="quiet" role="status">${status()}</p>
      <p class="note" ?hidden=${!failed}>The search could not be loaded. The sidebar leads to every page.</p>
      <ul id="found" role="listbox" aria-label="Found">
        ${found.map(
          (one, place) =>
            html`<li role="option" id="found-${place}" aria-selected=${place === at ? 'true' : 'false'}>
              <a href=${one.url} tabindex="-1" @click=${() => dialog.close()}>
                <b>${one.heading || one.title}</b>${one.heading ? html` <small>${one.title}</small>` : nothing}
                <span>${excerpt(one.text, query)}</span>
              </a>
            </li>`,
        )}
      </ul>`,
    dialog,
  );
  dialog.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
}

const status = () => (view.query.trim() && !view.failed ? `${view.found.length || 'Nothing'} found` : '');

async function search({ target }: InputEvent, dialog: HTMLDialogElement): Promise<void> {
  const query = (target as HTMLInputElement).value;
  view.query = query;
  try {
    const loaded = await loadIndex();
    // What was typed meanwhile has a search of its own.
    if (view.query !== query) return;
    view.found = query.trim() ? (loaded.search(query).slice(0, SHOWN) as unknown as Found[]) : [];
    view.failed = false;
  } catch {
    view.failed = true;
  }
  view.at = 0;
  draw(dialog);
}

function move(event: KeyboardEvent, dialog: HTMLDialogElement): void {
  // The browser would only empty the field.
  if (event.key === 'Escape') {
    event.preventDefault();
    dialog.close();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !view.found.length) return;
  event.preventDefault();
  view.at = (view.at + step + view.found.length) % view.found.length;
  draw(dialog);
}

function follow(event: Event, dialog: HTMLDialogElement): void {
  event.preventDefault();
  const chosen = view.found[view.at];
  if (!chosen) return;
  dialog.close();
  location.assign(chosen.url);
}
