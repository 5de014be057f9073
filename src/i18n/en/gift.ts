import { common } from './common.js';

/** Buying a gift: apart, for it is fetched by those who do. */
export const gift = {
  ...common,
  'gift.for-whom': 'Who is it for?',
  'gift.for-me': 'For me',
  'gift.as-gift': 'As a gift',
  'gift.heading': 'Who gets the gift, and when?',
  'gift.email': 'Recipient’s e-mail address',
  'gift.date': 'Day',
  'gift.time': 'Time',
  'gift.zone': 'In your time zone: {zone}',
  'gift.note': 'Personal note',
  'gift.note-hint': 'Up to {max} characters',
  'gift.optional': '(optional)',
  'gift.continue': 'Continue to payment',
  'gift.saving': 'Saving…',
  'gift.summary': 'A gift for {email}, delivered on {date}.',
  'gift.edit': 'Change',
  'gift.error.email.required': 'Please fill in the recipient’s e-mail address.',
  'gift.error.email.invalid': 'Please enter a complete e-mail address, such as name@example.com.',
  'gift.error.date.required': 'Please choose the day.',
  'gift.error.date.invalid': 'This is no day of the calendar.',
  'gift.error.date.past': 'This moment has passed. Please choose a later one.',
  'gift.error.time.required': 'Please choose the time.',
  'gift.error.note.too-long': 'The note is too long.',
} as const;
