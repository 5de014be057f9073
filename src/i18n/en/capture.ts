import { common } from './common.js';

export const capture = {
  ...common,
  'capture.heading': 'Tell us about you',
  'capture.none-due': 'Thank you, there is nothing more to answer.',
  'capture.saved': 'Thank you, your answers are saved.',
  'capture.skipped': 'You can answer later.',
  'capture.signed-out': 'Log in to answer a few questions.',
  'capture.load-failed': 'We could not load the questions.',
  'error.invalid-request': 'Some answers were not accepted. Please check them and try again.',
} as const;
