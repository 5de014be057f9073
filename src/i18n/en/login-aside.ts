import { common } from './common.js';

/** What the login says besides its own form. */
export const loginAside = {
  ...common,
  'login.signed-in-as': 'You are logged in as {email}.',
  'login.log-out': 'Log out',
  'login.continue': 'Continue',
  'login.next-failed': 'You are logged in, but we could not load what comes next.',
} as const;
