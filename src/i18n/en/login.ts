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
  'login.session-expired': 'Your session has ended. Please log in again.',
  'login.email-changed': 'Your e-mail address is changed. Please log in with the new one.',
  'login.password-changed': 'Your new password is set. You can log in with it now.',
  'login.forgot': 'Forgot your password?',
  'login.or': 'or',
  'login.load-failed': 'We could not load this form.',
  'login.no-account': 'New here?',
  'login.register': 'Create an account',
  'error.wrong-credentials': 'The e-mail or the password is not right.',
  'error.not-this-publisher': 'There is no account with this e-mail here. You can create one.',
} as const;
