import { html } from 'hono/html';
import { page } from '../../pages/layout.js';

/** One secured field: an input in an iframe of its own. Its script does the rest. */
export const securedFieldPage = (script: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Secured field</title>
        <link rel="stylesheet" href="/checkoutshopper/sandbox/secured-field.css" />
      </head>
      <body>
        <input id="field" type="text" spellcheck="false" autocorrect="off" />
        <div class="hidden" id="error" aria-live="off"></div>
        <div class="hidden" id="context"></div>
        <script src="${script}"></script>
      </body>
    </html>`;

/** A page that does nothing but run one script with data for it. */
export const scriptPage = (script: string, data: unknown = {}) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <title>Sandbox</title>
      </head>
      <body data-message="${JSON.stringify(data)}">
        <script src="/checkoutshopper/sandbox/${script}"></script>
      </body>
    </html>`;

/** The issuer's silent page: sends itself on to the notification address. */
export const methodPage = (threeDSMethodData: string, notificationUrl: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <title>Sandbox bank</title>
      </head>
      <body>
        <form method="post" action="${notificationUrl}"><input name="threeDSMethodData" value="${threeDSMethodData}" /></form>
        <script src="/checkoutshopper/sandbox/submit.js"></script>
      </body>
    </html>`;

/** The issuer asks, inside the shop's page. */
export const challengePage = (sessionId: string, amount: string) =>
  page({
    title: 'Sandbox bank',
    body: html`<h1>Sandbox bank</h1>
      <p>Confirm your payment of ${amount}. The password is <code>password</code>.</p>
      <form method="post" action="/sandbox/3ds/challenge-notification">
        <input type="hidden" name="session" value="${sessionId}" />
        <label>Password <input name="password" autocomplete="off" /></label>
        <div class="row">
          <button class="primary" name="outcome" value="confirm">Confirm</button>
          <button name="outcome" value="cancel">Cancel</button>
          <button name="outcome" value="time-out">Let it time out</button>
        </div>
      </form>`,
  });

/** The issuer's own page, or the bank's app. `app` says that the answer stays here, because the shop's page waits elsewhere. */
export const redirectPage = ({ id, title, amount, app }: { id: string; title: string; amount: string; app: boolean }) =>
  page({
    title,
    body: html`<h1>${title}</h1>
      <p>You are about to pay ${amount}.</p>
      ${app ? html`<p class="quiet">This is the bank’s app on the viewer’s phone. The shop’s page notices by itself.</p>` : ''}
      <form method="post" action="/sandbox/redirect/decision">
        <input type="hidden" name="session" value="${id}" />
        <div class="row">
          <button class="primary" name="outcome" value="approved">Authorise</button>
          <button name="outcome" value="refused">Refuse</button>
          <button name="outcome" value="cancelled">Cancel</button>
        </div>
      </form>`,
  });

/** What waits for the bank's app: the codes on screens that nobody has answered yet. */
export const phonePage = (waiting: readonly { id: string; amount: string }[]) =>
  page({
    title: 'Phone',
    body: html`<h1>The viewer’s phone</h1>
      ${
        waiting.length === 0
          ? html`<p>No shop shows a code at the moment.</p>`
          : html`<ul>
              ${waiting.map(({ id, amount }) => html`<li><a href="/sandbox/redirect?session=${id}">Pay ${amount} with Bancontact mobile</a></li>`)}
            </ul>`
      }`,
  });

export const decidedPage = (state: string) =>
  page({
    title: 'Bank’s app',
    body: html`<h1>Done</h1>
      <p>The payment is ${state}. Go back to the shop’s page.</p>`,
  });

export const gonePage = () =>
  page({
    title: 'Unknown payment',
    body: html`<h1>This payment is not known</h1>
      <p>Go back to the shop and start again.</p>`,
  });
