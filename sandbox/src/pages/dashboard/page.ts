import { readdirSync } from 'node:fs';
import { html } from 'hono/html';
import { EVENT_TYPES } from '../../db/events.js';
import { countries } from '../../psp/adyen/datasets.js';
import { browserFile } from '../../psp/browser-files.js';
import { page } from '../layout.js';
import { nav } from '../shared.js';

/** The dashboard's modules and style, by name. Read once, when the sandbox starts. */
export function dashboardFiles(): ReadonlyMap<string, string> {
  const names = readdirSync(new URL('./browser/', import.meta.url));
  return new Map(names.map((name) => [name, browserFile(import.meta.url, name)]));
}

/**
 * Where a publisher's team looks after its account. It is drawn in the browser, by the operations that its server could use as well.
 * Without a session's cookie nobody is signed in: nothing has to be asked.
 */
export const dashboardPage = (hasCookie: boolean) =>
  page({
    title: 'Dashboard',
    wide: true,
    ownMain: true,
    nav,
    styles: ['/dashboard/dashboard.css'],
    modules: ['/dashboard/app.js'],
    body: html`
      <div data-dashboard ${hasCookie ? 'data-cookie' : ''}></div>
      <template data-countries>${countries('en-GB').map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</template>
      <template data-topics>${EVENT_TYPES.map((type) => html`<option>${type}</option>`)}</template>
      <noscript><p>The dashboard needs JavaScript.</p></noscript>
    `,
  });
