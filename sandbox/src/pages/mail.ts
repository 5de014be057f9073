import { html } from 'hono/html';
import type { StoredMail } from '../db/mails.js';
import { page } from './layout.js';
import { nav, timeText } from './shared.js';

/** The outbox, for people: every e-mail the platform would have sent, the newest first. */
export const mailPage = (letters: readonly StoredMail[], recipient: string) =>
  page({
    title: 'Mail',
    wide: true,
    nav,
    body: html`
      <h1>Mail</h1>
      <p>What the platform would have sent. Nothing is ever sent. As JSON: <a href="/sandbox/mail">/sandbox/mail</a></p>
      <form>
        <div class="row">
          <label>To <input name="recipient" type="email" value="${recipient}" autocomplete="off" /></label>
          <button>Show</button>
        </div>
      </form>
      ${letters.length === 0 ? html`<p>There is no e-mail${recipient ? ` to ${recipient}` : ''}.</p>` : letters.map(letter)}
    `,
  });

const letter = ({ subject, recipient, at, text, data }: StoredMail) =>
  html`<article class="card">
    <h2>${subject}</h2>
    <p class="quiet">to ${recipient}, ${timeText(at)}</p>
    <pre>${text}</pre>
    ${
      Object.entries(data).length === 0
        ? ''
        : html`<table>
            ${Object.entries(data).map(
              ([name, value]) =>
                html`<tr>
                  <th scope="row">${name}</th>
                  <td>${isAddress(value) ? html`<a href="${value}" rel="noreferrer">${value}</a>` : html`<code>${value}</code>`}</td>
                </tr>`,
            )}
          </table>`
    }
  </article>`;

const isAddress = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value);
