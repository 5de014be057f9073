import { common } from './common.js';

/** What the registration says besides its own form. */
export const registerAside = {
  ...common,
  'register.consents-not-saved': 'Your account is ready, but we could not store what you agreed to. Please try again.',
  'register.saving': 'Saving…',
  'register.log-out': 'Log out',
  'register.next-failed': 'Your account is ready, but we could not load what comes next.',
} as const;
