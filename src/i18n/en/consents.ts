import { common } from './common.js';

export const consents = {
  ...common,
  'consents.heading': 'Before you go on',
  'consents.text': 'Please read what has changed and tell us whether you agree.',
  'consents.new': 'Not answered yet',
  'consents.changed': 'Changed: version {version}. You answered version {before}.',
  'consents.group': 'Your agreement',
  'consents.optional': '(optional)',
  'consents.required': 'Please agree to this to continue.',
  'consents.submit': 'Continue',
  'consents.saving': 'Saving…',
  'consents.saved': 'Thank you, your answers are saved.',
  'consents.none-due': 'There is nothing to agree to now.',
  'consents.signed-out': 'Log in to see what you have agreed to.',
  'consents.load-failed': 'We could not load the terms.',
  'consents.log-out': 'I do not agree: log out',
  'error.invalid-request': 'The terms have changed again meanwhile. Please read them once more.',
} as const;
