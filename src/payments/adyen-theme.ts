import type { AdyenOptions } from './gateway.js';

/** Styles for the secured fields, whose iframes inherit nothing. */
export const dropinTheme = ({ text, muted, error }: AdyenOptions['colors']) => ({
  base: { color: text, fontSize: '16px' },
  error: { color: error },
  placeholder: { color: muted },
});
