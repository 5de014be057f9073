/** Texts that every element may need. */
export const common = {
  'error.network': 'We could not reach the server. Check your connection and try again.',
  'error.timeout': 'This is taking too long. Please try again.',
  'error.rate-limited': 'There are too many requests right now. Please wait a moment and try again.',
  'error.server': 'Something went wrong on our side. Please try again.',
  'error.session-ended': 'Your session has ended. Please log in again.',
  'error.unknown': 'That did not work. Please try again.',
  'error.reference': 'Reference: {id}',
  'action.retry': 'Try again',
  'action.wait': 'Try again in {seconds} s',
  'action.help': 'Get help',
  'state.loading': 'Loading…',
  'field.required': 'Please fill in this field.',
  'field.email-invalid': 'Please enter a complete e-mail address, such as name@example.com.',
} as const;
