import { css } from 'lit';

export const styles = css`
  ul {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-width: 0;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
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
  [data-state='good'] .status {
    color: var(--_success);
  }
  [data-state='soon'] .status,
  [data-state='expired'] .status {
    color: var(--_error);
  }
  .card .muted {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    font-size: 0.9375em;
  }
  .warning {
    font-weight: var(--_strong);
  }
  h3:focus {
    outline: none;
  }
  .hidden {
    display: none;
  }
  .cleeng-button[aria-disabled='true']:not([aria-busy='true']) {
    cursor: not-allowed;
    opacity: 0.5;
  }
`;
