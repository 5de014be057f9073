import { html } from 'hono/html';
import { PERSONA_PASSWORD, PERSONAS } from '../db/seed/personas.js';
import { page } from './layout.js';
import { nav } from './shared.js';

/** The API console: every operation of the contract, to be tried with real answers. */
export const consolePage = (publisherId: number, publisherToken: string) =>
  page({
    title: 'API console',
    wide: true,
    ownMain: true,
    nav,
    styles: ['/console/swagger-ui.css', '/sandbox/assets/console.css'],
    scripts: ['/console/swagger-ui-bundle.js', '/sandbox/assets/console.js'],
    body: html`
      <section aria-labelledby="title">
        <h1 id="title">API console</h1>
        <p>
          Every operation of the contract, with real answers. Most need somebody who is signed in; a sign-in lasts 15 minutes. The Core API,
          below <code>/3.1</code>, is asked with the first publisher’s key, <code>${publisherToken}</code>, unless you authorize another.
        </p>
        <form data-sign-in data-publisher="${publisherId}" data-publisher-token="${publisherToken}" data-password="${PERSONA_PASSWORD}">
          <div class="row">
            <label>
              Sign in as
              <select name="email">
                ${people().map(({ email, says }) => html`<option value="${email}">${email}: ${says}</option>`)}
              </select>
            </label>
            <button class="primary">Sign in</button>
          </div>
        </form>
        <p role="status" data-said></p>
      </section>
      <div id="console"></div>
    `,
  });

/** Each address once: somebody who is a customer of two publishers is signed in at the first. */
const people = () => Object.values(PERSONAS).filter(({ email }, i, all) => all.findIndex((other) => other.email === email) === i);
