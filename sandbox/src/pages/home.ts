import { html } from 'hono/html';
import { PUBLISHER_TOKEN } from '../db/seed/publishers.js';
import { WORLDS } from '../db/seed/worlds.js';
import type { StoredMail } from '../db/mails.js';
import { FAULT_KINDS } from '../tools/faults.js';
import { page } from './layout.js';
import { cardTables, peopleTable } from './lists.js';
import { nav, timeText } from './shared.js';

export interface HomeParts {
  origin: string;
  publisherId: number;
  clock: { now: number; frozen: boolean };
  /** The newest e-mails. */
  mail: readonly StoredMail[];
}

const STEPS: readonly [duration: string, label: string][] = [
  ['P1D', '1 day'],
  ['P1W', '1 week'],
  ['P1M', '1 month'],
  ['P1Y', '1 year'],
];

/** The page at the sandbox's root: what this is, and everything that can be set. */
export const homePage = (parts: HomeParts) =>
  page({
    title: 'Subscription sandbox',
    wide: true,
    nav,
    scripts: ['/sandbox/assets/home.js'],
    body: html`
      <h1>Subscription sandbox</h1>
      <p>A local, offline twin of the subscription platform. Nothing leaves this machine but webhooks, to the endpoints you name.</p>
      ${addresses(parts)} ${clock(parts)}
      <h2 id="people">People</h2>
      ${peopleTable()} ${cardTables()} ${mail(parts)} ${faults()} ${world()}
    `,
  });

const addresses = ({ origin, publisherId }: HomeParts) => html`
  <h2>Addresses</h2>
  <table>
    <tr>
      <th scope="row">For your elements</th>
      <td><code>publisher-id="${publisherId}"</code> <code>api-base="${origin}"</code> <code>psp-base="${origin}"</code></td>
    </tr>
    <tr>
      <th scope="row">For your server</th>
      <td><code>X-Publisher-Token: ${PUBLISHER_TOKEN}</code>, for the Core API at <code>${origin}/3.1</code></td>
    </tr>
    <tr>
      <th scope="row">For your team</th>
      <td><a href="/dashboard">/dashboard</a>: a publisher’s own account, with its offers, customers, sales and settings</td>
    </tr>
    <tr>
      <th scope="row">Contract</th>
      <td><a href="/openapi.json">/openapi.json</a>, to try out in the <a href="/console">API console</a></td>
    </tr>
    <tr>
      <th scope="row">What was asked</th>
      <td><a href="/sandbox/requests">/sandbox/requests</a>: the last 500 requests with their answers, secrets masked</td>
    </tr>
    <tr>
      <th scope="row">What happened</th>
      <td><a href="/sandbox/events">/sandbox/events</a>: the log of money, plans and people</td>
    </tr>
    <tr>
      <th scope="row">The whole state</th>
      <td><a href="/sandbox/world">/sandbox/world</a>, to replay elsewhere</td>
    </tr>
  </table>
`;

const clock = ({ clock: { now, frozen } }: HomeParts) => html`
  <h2 id="clock">Clock</h2>
  <p>
    It is <strong><time data-clock>${timeText(now)}</time></strong>
    <span class="tag" data-frozen ${frozen ? '' : 'hidden'}>stopped</span>
  </p>
  <div class="row">
    ${STEPS.map(([duration, label]) => html`<button type="button" data-advance="${duration}">${label} on</button>`)}
    <button type="button" data-freeze>${frozen ? 'Let it run' : 'Stop the clock'}</button>
  </div>
  <p role="status" data-said="clock"></p>
`;

const mail = ({ mail: letters }: HomeParts) => html`
  <h2 id="mail">Mail</h2>
  ${
    letters.length === 0
      ? html`<p>The platform has sent no e-mail yet.</p>`
      : html`<ul>
          ${letters.map(({ subject, recipient, at }) => html`<li>${subject} <span class="quiet">to ${recipient}, ${timeText(at)}</span></li>`)}
        </ul>`
  }
  <p><a href="/mail">All e-mails, with their links and codes</a></p>
`;

const faults = () => html`
  <h2 id="faults">Faults</h2>
  <p>Let requests to the platform go wrong. <code>*</code> in a path stands for anything.</p>
  <form data-fault>
    <div class="row">
      <label>
        Method
        <select name="method">
          ${['*', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => html`<option>${method}</option>`)}
        </select>
      </label>
      <label>Path <input name="path" value="/connectors/*" required /></label>
      <label>
        What happens
        <select name="kind">
          ${FAULT_KINDS.map((kind) => html`<option>${kind}</option>`)}
        </select>
      </label>
      <label>Milliseconds, for delay <input name="delayMs" type="number" min="0" max="120000" value="3000" /></label>
      <label>Status, for status <input name="status" type="number" min="400" max="599" value="500" /></label>
      <label>Times (empty: always) <input name="count" type="number" min="1" value="1" /></label>
    </div>
    <div class="row">
      <button class="primary">Add fault</button>
      <button type="button" data-clear-faults>Remove all</button>
    </div>
  </form>
  <p role="status" data-said="faults"></p>
  <ul data-faults></ul>
`;

const world = () => html`
  <h2 id="world">Start over</h2>
  <p>Forgets everything that happened and begins a world anew. Everybody is signed out.</p>
  <form data-reset>
    <div class="row">
      <label>
        World
        <select name="world">
          ${WORLDS.map((name) => html`<option>${name}</option>`)}
        </select>
      </label>
      <button>Start over</button>
    </div>
  </form>
  <p role="status" data-said="world"></p>
`;
