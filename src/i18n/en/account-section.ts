import { common } from './common.js';

export const accountSection = {
  ...common,
  'transactions.heading': 'Purchases',
  'payment-details.heading': 'Payment details',
  'profile.heading': 'Profile',
  'section.signed-out': 'Log in to see this.',
  'section.load-failed': 'We could not load this part of the page.',
} as const;
