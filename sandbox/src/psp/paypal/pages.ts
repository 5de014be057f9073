import { html } from 'hono/html';
import { page } from '../../pages/layout.js';

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
        <button type="button" disabled aria-label="PayPal">
          ${label} <b>Pay<span>Pal</span></b>
        </button>
        <script src="/paypal/browser/button.js"></script>
      </body>
    </html>`;

export interface Approval {
  token: string;
  /** Null when the buyer agrees to later payments and pays nothing now. */
  amount: string | null;
  /** Who waits for the answer: the opener of a popup, or the platform after a redirect. */
  waits: 'popup' | 'platform';
}

/** Where the buyer approves. */
export const approvalPage = ({ token, amount, waits }: Approval) =>
  page({
    title: 'PayPal',
    body: html`<h1>PayPal sandbox</h1>
      <p>${amount ? `Sandbox Buyer, you are about to pay ${amount}.` : 'Sandbox Buyer, you let the shop charge your later payments.'}</p>
      <form method="post" action="/paypal/decision">
        <input type="hidden" name="token" value="${token}" />
        <input type="hidden" name="waits" value="${waits}" />
        <div class="row">
          <button class="primary" name="decision" value="approve">${amount ? 'Pay now' : 'Agree and continue'}</button>
          <button name="decision" value="cancel">Cancel and go back</button>
          <button name="decision" value="fail">Let it fail</button>
        </div>
      </form>`,
  });

export const gonePage = () =>
  page({
    title: 'PayPal',
    body: html`<h1>This payment is not known</h1>
      <p>Go back to the shop and start again.</p>`,
  });

/** The popup's last page: tells who waits for it, who then closes it. */
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
