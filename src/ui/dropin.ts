import { css } from 'lit';

/** What is slotted inherits from its slot, wherever in the document it hangs: so the Drop-in wears our theme. */
export const dropin = css`
  slot[name='cleeng-card'] {
    display: block;
    --adyen-sdk-color-label-primary: var(--_text);
    --adyen-sdk-color-label-secondary: var(--_muted);
    --adyen-sdk-color-label-tertiary: var(--_muted);
    --adyen-sdk-color-label-critical: var(--_error);
    --adyen-sdk-color-label-highlight: var(--_primary);
    --adyen-sdk-color-label-on-color: var(--_on-primary);
    --adyen-sdk-color-background-primary: var(--_surface);
    --adyen-sdk-color-background-secondary: var(--_raised);
    --adyen-sdk-color-background-secondary-hover: var(--_raised);
    --adyen-sdk-color-background-tertiary: var(--_raised);
    --adyen-sdk-color-background-always-dark: var(--_primary);
    --adyen-sdk-color-background-always-dark-active: var(--_primary);
    --adyen-sdk-color-background-inverse-primary: var(--_primary);
    --adyen-sdk-color-background-inverse-primary-hover: var(--_primary);
    --adyen-sdk-color-outline-primary: var(--_border);
    --adyen-sdk-color-outline-primary-hover: var(--_text);
    --adyen-sdk-color-outline-primary-active: var(--_focus);
    --adyen-sdk-color-outline-secondary: var(--_line);
    --adyen-sdk-color-outline-tertiary: var(--_border);
    --adyen-sdk-color-outline-tertiary-active: var(--_focus);
    --adyen-sdk-color-outline-critical: var(--_error);
    --adyen-sdk-color-separator-primary: var(--_line);
    --adyen-sdk-focus-ring-color: var(--_focus);
    --adyen-sdk-border-radius-m: var(--_radius);
    --adyen-sdk-border-radius-l: var(--_card-radius);
  }
  slot.hidden[name] {
    display: none;
  }
`;
