import { html } from 'hono/html';
import { PERSONA_PASSWORD, PERSONAS } from '../db/seed/personas.js';
import { CARDS } from '../psp/adyen/cards.js';
import { stylesheet } from './style.js';

/** The page at the sandbox's root: what this is and how to use it. */
export const homePage = (origin: string) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Subscription sandbox</title>
        <style>
          ${stylesheet}
        </style>
      </head>
      <body>
        <main>
          <h1>Subscription sandbox</h1>
          <p>A local, offline twin of the subscription platform. Nothing here is real: no money moves and nothing leaves this machine.</p>
          <h2>Address</h2>
          <p>
            Give your elements <code>api-base="${origin}"</code> and <code>psp-base="${origin}"</code>. The contract is at
            <a href="/openapi.json">/openapi.json</a>.
          </p>
          <h2>People</h2>
          <p>The password of all of them is <code>${PERSONA_PASSWORD}</code>.</p>
          <table>
            <tr>
              <th>E-mail</th>
              <th>Who</th>
            </tr>
            ${Object.values(PERSONAS).map(
              ({ email, says }) =>
                html`<tr>
                  <td>${email}</td>
                  <td>${says}</td>
                </tr>`,
            )}
          </table>
          <h2>Cards</h2>
          <p>Expiry 03/2030, security code 737.</p>
          <table>
            <tr>
              <th>Number</th>
              <th>What happens</th>
            </tr>
            ${CARDS.map(
              ({ number, says }) =>
                html`<tr>
                  <td>${number.replace(/(.{4})(?=.)/g, '$1 ')}</td>
                  <td>${says}</td>
                </tr>`,
            )}
          </table>
        </main>
      </body>
    </html>`;
