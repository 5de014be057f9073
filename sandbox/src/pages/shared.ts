import { html } from 'hono/html';

/** The way between the sandbox's own pages. */
export const nav = html`<nav aria-label="Sandbox">
  <a href="/">Home</a><a href="/dashboard">Dashboard</a><a href="/console">API console</a><a href="/mail">Mail</a
  ><a href="/sandbox/phone">Phone</a>
</nav>`;

/** A time of the sandbox's clock, for people: `31 Jan 2026, 12:00:00 UTC`. */
export const timeText = (seconds: number): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(seconds * 1000)} UTC`;
