/** The platform's password rule (contract, 3.6): 8 to 80 characters, a letter, and a digit or one of !@#$%^&. */
export function followsRule(password: string): boolean {
  return password.length >= 8 && password.length <= 80 && /\p{L}/u.test(password) && /[\d!@#$%^&]/.test(password);
}

/** Follows the rule, and is among the first that anybody would try. */
const GUESSED_FIRST = new Set([
  'password1',
  'passwort1',
  'password123',
  'qwerty123',
  'qwertz123',
  'abcd1234',
  'abc12345',
  'welcome1',
  'letmein1',
]);

/** Whether a new password is good enough for the platform's score, beyond its rule. */
export function isGuessedFirst(password: string): boolean {
  return GUESSED_FIRST.has(password.toLowerCase());
}
