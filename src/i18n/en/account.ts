import { common } from './common.js';

export const account = {
  ...common,
  'account.heading': 'My account',
  'account.log-in': 'Log in to see your account',
  'account.register': 'Create your account',
  'account.sections': 'Sections of your account',
  'account.overview': 'Overview',
  'account.plan': 'Plan',
  'account.payment': 'Payment',
  'account.purchases': 'Purchases',
  'account.profile': 'Profile',
  'account.log-out': 'Log out',
  'account.not-opened': 'We could not load this part of your account.',
  'overview.hello': 'Hello {name}',
  'overview.since': 'Member since {date}',
  'overview.manage': 'Manage plan',
} as const;
