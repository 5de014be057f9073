import { html } from 'hono/html';
import { PERSONA_PASSWORD, PERSONAS } from '../db/seed/personas.js';
import { CARDS, EXPIRY, HOLDER_NAMES, type TestCard } from '../psp/adyen/cards.js';

/** Who can be signed in as. */
export const peopleTable = () => html`
  <p>The password of all of them is <code>${PERSONA_PASSWORD}</code>.</p>
  <table>
    <thead>
      <tr>
        <th scope="col">E-mail</th>
        <th scope="col">Who</th>
      </tr>
    </thead>
    <tbody>
      ${Object.values(PERSONAS).map(
        ({ email, firstName, says }) =>
          html`<tr>
            <td>${email}</td>
            <td>${firstName} ${says}</td>
          </tr>`,
      )}
    </tbody>
  </table>
`;

/** What can be paid with, and how it ends. */
export const cardTables = () => html`
  <h2 id="cards">Cards</h2>
  <p>
    Expiry ${EXPIRY.month}/${EXPIRY.year}, security code 737 (American Express: 7373). The numbers and names are Adyen’s own, so that a test
    moves to its test platform as it is; those marked <span class="tag">here only</span> end otherwise there.
  </p>
  <table>
    <thead>
      <tr>
        <th scope="col">Number</th>
        <th scope="col">What happens</th>
      </tr>
    </thead>
    <tbody>
      ${CARDS.map(cardRow)}
    </tbody>
  </table>
  <details>
    <summary>Names on the card that decide the outcome</summary>
    <p>Any card with one of these names ends so. All that is refused reads “Refused” at the shop; the reason is in the log of events.</p>
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Outcome</th>
          <th scope="col">Reason</th>
        </tr>
      </thead>
      <tbody>
        ${HOLDER_NAMES.map(
          ({ name, outcome, reason }) =>
            html`<tr>
              <td><code>${name}</code></td>
              <td>${outcome}</td>
              <td>${reason}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>
`;

const cardRow = ({ number, variant, code, says, origin }: TestCard) =>
  html`<tr>
    <td class="number">${variant === 'amex' ? number.replace(/^(.{4})(.{6})/, '$1 $2 ') : number.replace(/(.{4})(?=.)/g, '$1 ')}</td>
    <td>
      ${says}${code === '' ? '; it has no security code' : ''} ${origin === 'sandbox' ? html`<span class="tag">here only</span>` : ''}
    </td>
  </tr>`;
