import { css } from 'lit';

/**
 * The theme's defaults. Publishers set `--cleeng-*` on any ancestor; here they are only read, into private names that the element's light
 * regions inherit. Colours follow the page's `color-scheme`.
 */
export const tokens = css`
  :host {
    --_primary: var(--cleeng-color-primary, light-dark(#4338ca, #a5b4fc));
    --_on-primary: var(--cleeng-color-on-primary, light-dark(#fff, #14142b));
    --_surface: var(--cleeng-color-surface, light-dark(#fff, #16181f));
    --_raised: var(--cleeng-color-raised, light-dark(#f5f6fa, #1f222c));
    --_text: var(--cleeng-color-text, light-dark(#171923, #f3f4f8));
    --_muted: var(--cleeng-color-muted, light-dark(#545b6b, #a9b0c0));
    --_border: var(--cleeng-color-border, light-dark(#7b8294, #7d8598));
    --_line: var(--cleeng-color-line, light-dark(#dfe2ea, #343947));
    --_error: var(--cleeng-color-error, light-dark(#b3182d, #ff9aa5));
    --_success: var(--cleeng-color-success, light-dark(#0d6b43, #6fdda8));
    --_focus: var(--cleeng-color-focus, light-dark(#4338ca, #a5b4fc));
    --_radius: var(--cleeng-radius-control, 10px);
    --_card-radius: var(--cleeng-radius-card, 16px);
    --_space: var(--cleeng-space-unit, 8px);
    --_control: var(--cleeng-size-control, 48px);
    display: block;
    container-type: inline-size;
    color: var(--_text);
    font-family: var(--cleeng-font-family, inherit);
    font-size: var(--cleeng-font-size, inherit);
    line-height: 1.5;
    --_strong: var(--cleeng-font-weight-strong, 650);
  }
  :host([hidden]) {
    display: none;
  }
`;
