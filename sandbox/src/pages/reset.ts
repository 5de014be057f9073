import { html } from 'hono/html';
import { page } from './layout.js';

/** Where the platform's own page for a new password is. */
export const RESET_PATH = '/sandbox/new-password';

/** What a reset link carries. */
export interface ResetParams {
  email: string;
  resetPasswordToken: string;
  publisherId: string;
}

const NAMES = ['email', 'resetPasswordToken', 'publisherId'] as const;

/** The platform's own page for a new password, for publishers who have none. `says` tells how the last attempt ended. */
export const resetPage = (params: ResetParams, says = '', done = false) =>
  page({
    title: 'Set a new password',
    body: html`<h1>Set a new password</h1>
      <p role="status">${says}</p>
      ${
        done
          ? ''
          : html`<form method="post" action="${RESET_PATH}">
              ${NAMES.map((name) => html`<input type="hidden" name="${name}" value="${params[name]}" />`)}
              <label>New password <input type="password" name="newPassword" autocomplete="new-password" required /></label>
              <button class="primary">Set password</button>
            </form>`
      }`,
  });
