/** How hard a password is to guess. */
export const strength = {
  'strength.0': 'Strength',
  'strength.1': 'Easy to guess',
  'strength.2': 'Fair',
  'strength.3': 'Good',
  'strength.4': 'Strong',
} as const;
