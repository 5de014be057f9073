import { css } from 'lit';

/** Cards of an account, and what stands in them. */
export const planStyles = css`
  .card {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  @container (max-width: 24rem) {
    .card {
      padding: calc(var(--_space) * 2);
    }
  }
  .card .cleeng-button.cleeng-button {
    padding-block: var(--_space);
    text-align: center;
  }
  .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  h3,
  h4 {
    margin: 0;
    outline: 0;
    line-height: 1.25;
  }
  h4 {
    font-size: 1em;
    font-weight: var(--_strong);
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
`;
