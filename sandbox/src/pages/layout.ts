import type { Context } from 'hono';
import { html, raw } from 'hono/html';

export type Markup = ReturnType<typeof html>;

export interface PageParts {
  title: string;
  body: Markup;
  /** Addresses of the scripts of the page. */
  scripts?: readonly string[];
  /** Addresses of modules, which import one another. */
  modules?: readonly string[];
  styles?: readonly string[];
  /** Shown above the content, for the pages that belong together. */
  nav?: Markup;
  wide?: boolean;
  /** Where the page's main part is, when something in it brings a landmark of its own. */
  ownMain?: boolean;
}

/** A page of the sandbox's own, marked loudly as not real. */
export const page = ({ title, body, scripts = [], modules = [], styles = [], nav = raw(''), wide = false, ownMain = false }: PageParts) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · Sandbox</title>
        <link rel="icon" href="data:," />
        ${['/sandbox/assets/style.css', ...styles].map((href) => html`<link rel="stylesheet" href="${href}" />`)}
      </head>
      <body class="${wide ? 'wide' : ''}">
        <header>
          <p class="mark">SANDBOX: not production. Nothing here is real, no money moves.</p>
          ${nav}
        </header>
        ${ownMain ? html`<div class="page">${body}</div>` : html`<main class="page">${body}</main>`}
        ${scripts.map((src) => html`<script defer src="${src}"></script>`)}
        ${modules.map((src) => html`<script type="module" src="${src}"></script>`)}
      </body>
    </html>`;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; object-src 'none'";

const HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer', 'Cache-Control': 'no-store' };

/** Sends a page of the sandbox's own: nobody frames it, nothing but its own files runs in it. */
export const sendPage = (c: Context, markup: Markup) =>
  c.html(markup, 200, { ...HEADERS, 'Content-Security-Policy': `${POLICY}; form-action 'self'; frame-ancestors 'none'` });

/**
 * Sends a page that a bank or PayPal would show. Shops frame some of these; and what its form leads to is a shop's address, which may
 * redirect further: browsers hold `form-action` against each step.
 */
export const sendProviderPage = (c: Context, markup: Markup, status: 200 | 404 = 200) =>
  c.html(markup, status, { ...HEADERS, 'Content-Security-Policy': POLICY });
