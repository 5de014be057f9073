import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  nav {
    display: flex;
    gap: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  nav button {
    min-height: var(--_control);
    padding: 0 calc(var(--_space) * 2);
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_muted);
    font: inherit;
    font-weight: var(--_strong);
    cursor: pointer;
  }
  nav button[aria-current='true'] {
    border-block-end-color: var(--_primary);
    color: var(--_text);
  }
  nav button:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
  .card {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .status {
    padding: 2px calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99px;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: var(--_strong);
  }
  .status[data-status='active'],
  .status[data-status='trial'] {
    color: var(--_success);
  }
  .status[data-status='payment-problem'] {
    color: var(--_error);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  fieldset {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space);
    font-weight: var(--_strong);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-height: 28px;
  }
  .choice input {
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--_primary);
  }
  .choice input:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
  }
  dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @container (min-width: 36rem) {
    dl {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
