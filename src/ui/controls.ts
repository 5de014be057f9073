import { css } from 'lit';

/**
 * Controls, for shadow frames and for light regions alike. In a region the doubled class outweighs a site's own rules for bare elements,
 * and `all: revert` drops those it does not name.
 */
export const controls = css`
  .cleeng-button.cleeng-button {
    all: revert;
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-height: var(--_control);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-weight: var(--_strong);
    line-height: 1.25;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
  }
  .cleeng-button.cleeng-submit {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .cleeng-button.cleeng-button:hover {
    filter: brightness(1.08);
  }
  .cleeng-button.cleeng-button[aria-disabled='true'] {
    cursor: progress;
    opacity: 0.75;
  }
  .cleeng-link.cleeng-link {
    all: revert;
    padding: max(0px, (24px - 1em) / 2) 0;
    border: 0;
    background: none;
    color: var(--_primary);
    font: inherit;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .cleeng-button.cleeng-button:focus-visible,
  .cleeng-link.cleeng-link:focus-visible,
  .cleeng-input.cleeng-input:focus-visible,
  .cleeng-choice.cleeng-choice:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .cleeng-loading {
    display: flex;
    align-items: center;
    gap: var(--_space);
    margin: 0;
  }
  .cleeng-spinner {
    width: 1em;
    height: 1em;
    flex: none;
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: cleeng-turn 0.8s linear infinite;
  }
  @keyframes cleeng-turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes cleeng-pulse {
    to {
      opacity: 0.3;
    }
  }
  .cleeng-notice {
    margin: 0;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_muted);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: var(--_text);
    line-height: 1.45;
  }
  .cleeng-notice[data-kind='error'] {
    border-inline-start-color: var(--_error);
  }
  .cleeng-notice[data-kind='success'] {
    border-inline-start-color: var(--_success);
  }
  .cleeng-notice > * + * {
    margin-block-start: var(--_space);
  }
  .cleeng-notice .cleeng-link {
    display: inline-block;
  }
  .cleeng-notice .cleeng-button {
    margin-block: calc(var(--_space) / 2);
  }
  @media (prefers-reduced-motion: reduce) {
    .cleeng-spinner {
      animation: cleeng-pulse 1s linear infinite alternate;
    }
  }
  @media (forced-colors: active) {
    .cleeng-button.cleeng-button {
      border-color: ButtonBorder;
    }
    .cleeng-spinner {
      border-inline-end-color: Canvas;
    }
  }
`;
