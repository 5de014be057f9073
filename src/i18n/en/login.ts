import { common } from './common.js';

export const login = {
  ...common,
  'login.heading': 'Log in',
  'login.email': 'E-mail',
  'login.password': 'Password',
  'login.show-password': 'Show password',
  'login.submit': 'Log in',
  'login.submitting': 'Logging in…',
  'login.signed-in': 'You are logged in',
  'login.signed-in-as': 'You are logged in as {email}.',
  'login.log-out': 'Log out',
  'login.session-expired': 'Your session has ended. Please log in again.',
  'login.no-account': 'New here?',
  'login.register': 'Create an account',
  'error.wrong-credentials': 'The e-mail or the password is not right.',
  'error.not-this-publisher': 'There is no account with this e-mail here. You can create one.',
} as const;
