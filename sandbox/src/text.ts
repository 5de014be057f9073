/** A value from outside as text; anything but text counts as empty. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
