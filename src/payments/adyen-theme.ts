import type { Look } from './gateway.js';

/** Styles for the secured fields, whose iframes inherit nothing. */
export const dropinTheme = ({ text, muted, error, font, size }: Omit<Look, 'height' | 'radius'>) => ({
  base: { color: text, fontFamily: font, fontSize: `${size}px` },
  error: { color: error },
  placeholder: { color: muted },
});
