import { html } from 'hono/html';
import { personas } from '../db/seed.js';
import { CARDS } from '../psp/adyen/cards.js';
import { page } from './layout.js';

/** The page at the sandbox's root: what this is and how to use it. */
export const homePage = (origin: string) =>
  page({
    title: 'Home',
    body: html`
      <h1>Subscription sandbox</h1>
      <p>A local, offline twin of the subscription platform. Nothing here is real: no money moves and nothing leaves this machine.</p>
      <h2>Address</h2>
      <p>
        Give your elements <code>api-base="${origin}"</code> and <code>psp-base="${origin}"</code>. The contract is at
        <a href="/openapi.json">/openapi.json</a>.
      </p>
      <h2>People</h2>
      <table>
        <tr>
          <th>E-mail</th>
          <th>Password</th>
          <th>Has</th>
        </tr>
        <tr>
          <td>${personas.subscriber.email}</td>
          <td>${personas.subscriber.password}</td>
          <td>an annual plan</td>
        </tr>
        <tr>
          <td>${personas.withoutPlan.email}</td>
          <td>${personas.withoutPlan.password}</td>
          <td>no plan</td>
        </tr>
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
    `,
  });
