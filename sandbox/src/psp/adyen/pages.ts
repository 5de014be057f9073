import { html } from 'hono/html';
import { stylesheet } from '../../pages/style.js';

/** A page of the sandbox's own: styled, phone-friendly, and marked as not real. */
const page = (title: string, body: ReturnType<typeof html>) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${stylesheet}
        </style>
      </head>
      <body>
        <main>${body}</main>
      </body>
    </html>`;

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

export const challengePage = (sessionId: string, amount: string) =>
  page(
    'Sandbox bank',
    html`<h1>Sandbox bank</h1>
      <p>Confirm your payment of ${amount}. The password is <code>password</code>.</p>
      <form method="post" action="/sandbox/3ds/challenge-notification">
        <input type="hidden" name="session" value="${sessionId}" />
        <label>Password <input name="password" autocomplete="off" /></label>
        <div class="row">
          <button class="primary" name="outcome" value="confirm">Confirm</button>
          <button name="outcome" value="cancel">Cancel</button>
        </div>
      </form>`,
  );

export const redirectPage = (sessionId: string, amount: string) =>
  page(
    'Sandbox bank',
    html`<h1>Sandbox bank</h1>
      <p>You are about to pay ${amount}. Nothing here is real.</p>
      <form method="post" action="/sandbox/redirect">
        <input type="hidden" name="session" value="${sessionId}" />
        <div class="row">
          <button class="primary" name="outcome" value="approved">Authorise</button>
          <button name="outcome" value="refused">Refuse</button>
          <button name="outcome" value="cancelled">Cancel</button>
        </div>
      </form>`,
  );

export const gonePage = () =>
  page(
    'Sandbox bank',
    html`<h1>This payment is not known</h1>
      <p>Go back to the shop and start again.</p>`,
  );
