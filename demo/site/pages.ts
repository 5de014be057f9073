import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { applyChanges } from '../shared/changes.js';
import { poster } from './poster.js';
import type { Plan } from './plans.js';
import type { Page } from './router.js';
import { ROWS } from './shows.js';

const TITLES = {
  login: 'Log in to Nordlicht TV',
  join: 'Join Nordlicht TV',
  welcome: 'Welcome to Nordlicht TV',
  checkout: 'Buy a plan',
  account: 'Your account',
  all: 'All elements at once',
  show: 'An element in this site',
} as const;

/** How much room a page would give to an element. */
const WIDE = ['cleeng-checkout', 'cleeng-offers', 'cleeng-paywall'];
const NARROW = ['cleeng-login', 'cleeng-register', 'cleeng-capture', 'cleeng-consents'];

const MONTHLY = 'S274093615_DE';

export interface SiteState {
  page: Page;
  plans: readonly Plan[];
  signedIn: boolean;
}

/** The whole site for a state: header, page, footer. */
export const site = (state: SiteState): TemplateResult => html`
  <a class="skip" href="#content">Skip to content</a>
  <header class="top">
    <a class="brand" href="#/">Nordlicht<span>TV</span></a>
    <nav aria-label="Site">
      <a href="#/" class="wide">Home</a>
      ${
        state.signedIn
          ? html`<a href="#/account">My account</a>`
          : html`<a href="#/login">Log in</a><a class="call small" href="#/join">Join</a>`
      }
    </nav>
  </header>
  <main id="content" tabindex="-1" class=${state.page.name}>
    ${state.page.name === 'home' ? nothing : html`<h1 class="hidden">${TITLES[state.page.name]}</h1>`} ${body(state)}
  </main>
  <footer>
    <p>Nordlicht TV does not exist. This page shows cleeng-elements at work against a local sandbox; no money moves.</p>
    <p>
      <a href="/docs/">Documentation, and every element in every state</a> · <a href="/react/">In React</a> · <a href="/vue/">In Vue</a> ·
      <a href="#/all">All five at once</a>
    </p>
  </footer>
`;

function body({ page, plans, signedIn }: SiteState): TemplateResult {
  switch (page.name) {
    case 'home':
      return home(plans, signedIn);
    case 'login':
      return panel(html`<cleeng-login switchable continue-url="#/account" reset-url="${location.origin}/#/login"></cleeng-login>`);
    case 'join':
      return panel(html`<cleeng-register switchable></cleeng-register>`);
    case 'welcome':
      return panel(html`<cleeng-capture></cleeng-capture>`);
    case 'checkout':
      return html`<div class="panel wide">
        <cleeng-checkout offer-id=${page.offerId} account-url="#/account" terms-url="#/"></cleeng-checkout>
      </div>`;
    case 'account':
      return html`<div class="panel medium"><cleeng-my-account offers-url="#/"></cleeng-my-account></div>`;
    case 'show':
      return html`<div class="panel ${WIDE.includes(page.tag) ? 'wide' : NARROW.includes(page.tag) ? '' : 'medium'}">${shown(page)}</div>`;
    case 'all':
      return html`<div class="all">
        <div class="panel"><cleeng-login></cleeng-login></div>
        <div class="panel"><cleeng-register></cleeng-register></div>
        <div class="panel"><cleeng-capture></cleeng-capture></div>
        <div class="panel"><cleeng-my-account offers-url="#/"></cleeng-my-account></div>
        <div class="panel across"><cleeng-checkout offer-id=${MONTHLY} account-url="#/account"></cleeng-checkout></div>
      </div>`;
  }
}

/** An element as somebody has set it on its page of the documentation; made once for each address. */
const shown = (page: Page & { name: 'show' }) =>
  guard([page], () => {
    const element = document.createElement(page.tag);
    applyChanges(element, page.changes);
    return element;
  });

const panel = (content: TemplateResult) => html`<div class="panel">${content}</div>`;

const home = (plans: readonly Plan[], signedIn: boolean) => html`
  <section class="hero">
    <div>
      <h1>Stories from the far north</h1>
      <p>Drama, live sport and long summer nights. Watch on every screen, whenever it is dark enough.</p>
      <p class="calls">
        <a class="call" href="#/checkout/${MONTHLY}">Start 14 days free</a>
        ${signedIn ? nothing : html`<a class="quiet" href="#/login">I have an account</a>`}
      </p>
    </div>
  </section>
  ${ROWS.map(
    ({ title, shows }) =>
      html`<section class="row">
        <h2>${title}</h2>
        <ul tabindex="0" aria-label=${title}>
          ${shows.map((show) => html`<li>${poster(show)}<b>${show.title}</b><small>${show.note}</small></li>`)}
        </ul>
      </section>`,
  )}
  <section class="plans" aria-labelledby="plans">
    <h2 id="plans">Choose your plan</h2>
    <div>
      ${plans.map(
        ({ offerId, title, pitch, period, price }) =>
          html`<article>
            <h3>${title}</h3>
            <p class="price">${price ? html`${price} <small>${period}</small>` : html`<small>Price at the checkout</small>`}</p>
            <ul>
              ${pitch.map((line) => html`<li>${line}</li>`)}
            </ul>
            <a class="call" href="#/checkout/${offerId}">Choose ${title}</a>
          </article>`,
      )}
    </div>
  </section>
`;
