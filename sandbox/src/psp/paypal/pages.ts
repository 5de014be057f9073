import { html } from 'hono/html';
import { stylesheet } from '../../pages/style.js';

/** The button, in an iframe of PayPal's own. */
export const buttonPage = (label: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>PayPal</title>
        <link rel="stylesheet" href="/paypal/browser/button.css" />
      </head>
      <body>
        <button type="button" aria-label="PayPal">
          ${label} <b>Pay<span>Pal</span></b>
        </button>
        <script src="/paypal/browser/button.js"></script>
      </body>
    </html>`;

/** Where the buyer approves. `mode` says who waits for the answer: the opener of a popup, or the platform after a redirect. */
export const approvalPage = (token: string, amount: string, mode: 'popup' | 'redirect') =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>PayPal sandbox</title>
        <style>
          ${stylesheet}
        </style>
      </head>
      <body>
        <main>
          <h1>PayPal sandbox</h1>
          <p>Sandbox Buyer, you are about to pay ${amount}. Nothing here is real.</p>
          <form method="post" action="/paypal/decision">
            <input type="hidden" name="token" value="${token}" />
            <input type="hidden" name="mode" value="${mode}" />
            <div class="row">
              <button class="primary" name="decision" value="approve">Pay now</button>
              <button name="decision" value="cancel">Cancel and go back</button>
            </div>
          </form>
        </main>
      </body>
    </html>`;

/** The popup's last page: tells its opener and closes itself. */
export const decidedPage = (message: object) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <title>PayPal sandbox</title>
      </head>
      <body data-message="${JSON.stringify(message)}">
        <script src="/paypal/browser/decided.js"></script>
      </body>
    </html>`;
