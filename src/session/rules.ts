/** A plausible e-mail address: one @, a dot in the domain, no spaces. Whether it exists only the platform can tell. */
export function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);
}

/** The platform's rule (contract, 3.6): 8 to 80 characters, a letter, and a digit or one of !@#$%^&. */
export function isPassword(text: string): boolean {
  return text.length >= 8 && text.length <= 80 && /\p{L}/u.test(text) && /[\d!@#$%^&]/.test(text);
}
