import { css } from 'lit';
import { card, pill } from '../../ui/card.js';
import { dropin } from '../../ui/dropin.js';

export const styles = css`
  ul {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ${card}
  .card {
    gap: calc(var(--_space) * 1.5);
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @container (max-width: 24rem) {
    .card {
      padding: calc(var(--_space) * 2);
    }
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  ${pill}
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
  ${dropin}
  .hidden {
    display: none;
  }
  .cleeng-button[aria-disabled='true']:not([aria-busy='true']) {
    cursor: not-allowed;
    opacity: 0.5;
  }
`;
