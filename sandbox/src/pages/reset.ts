import { html } from 'hono/html';
import { stylesheet } from './style.js';

/** What a reset link carries. */
export interface ResetParams {
  email: string;
  resetPasswordToken: string;
  publisherId: string;
}

const NAMES = ['email', 'resetPasswordToken', 'publisherId'] as const;

/** The platform's own page for a new password, for publishers who have none. `says` tells how the last attempt ended. */
export const resetPage = (params: ResetParams, says = '', done = false) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="referrer" content="no-referrer" />
        <title>Set a new password</title>
        <style>
          ${stylesheet}
        </style>
      </head>
      <body>
        <main>
          <h1>Set a new password</h1>
          <p role="status">${says}</p>
          ${
            done
              ? ''
              : html`<form method="post" action="/sandbox/reset">
                  ${NAMES.map((name) => html`<input type="hidden" name="${name}" value="${params[name]}" />`)}
                  <label>New password <input type="password" name="newPassword" autocomplete="new-password" required /></label>
                  <button class="primary">Set password</button>
                </form>`
          }
        </main>
      </body>
    </html>`;
