import { css } from 'lit';

/** Forms in light regions. */
export const form = css`
  .cleeng-form.cleeng-form {
    all: revert;
    display: grid;
    gap: calc(var(--_space) * 2.5);
    margin: 0;
  }
  .cleeng-heading.cleeng-heading {
    all: revert;
    margin: 0;
    color: var(--_text);
    font: inherit;
    font-size: 1.125em;
    font-weight: var(--_strong);
  }
  .cleeng-switch.cleeng-switch {
    all: revert;
    margin: 0;
    color: var(--_text);
  }
  .cleeng-field {
    display: grid;
    gap: calc(var(--_space) * 0.75);
    min-width: 0;
  }
  .cleeng-label.cleeng-label {
    all: revert;
    min-width: 0;
    padding: 0;
    overflow-wrap: anywhere;
    unicode-bidi: isolate;
    color: var(--_text);
    font: inherit;
    font-weight: var(--_strong);
  }
  .cleeng-input.cleeng-input {
    all: revert;
    box-sizing: border-box;
    width: 100%;
    min-height: var(--_control);
    margin: 0;
    padding: 0 calc(var(--_space) * 1.75);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-size: max(1em, 16px);
  }
  .cleeng-input.cleeng-input[aria-invalid='true'] {
    border-color: var(--_error);
    box-shadow: inset 0 0 0 1px var(--_error);
  }
  .cleeng-with-action {
    position: relative;
    display: grid;
  }
  .cleeng-with-action .cleeng-input.cleeng-input {
    padding-inline-end: 3.5rem;
  }
  .cleeng-reveal.cleeng-reveal {
    all: revert;
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    min-width: 48px;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }
  .cleeng-reveal.cleeng-reveal[aria-pressed='true'] {
    color: var(--_primary);
  }
  .cleeng-reveal.cleeng-reveal:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
  }
  .cleeng-hint {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .cleeng-error {
    color: var(--_error);
    font-size: 0.875em;
    font-weight: var(--_strong);
  }
`;
