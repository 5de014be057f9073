import { css } from 'lit';
import { card, pill } from '../ui/card.js';

/** Cards of an account, and what stands in them. */
export const planStyles = css`
  ${card}
  .card {
    overflow-wrap: anywhere;
  }
  article {
    content-visibility: auto;
    contain-intrinsic-size: auto 10rem;
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
  ${pill}
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
  @container (max-width: 24rem) {
    .actions .cleeng-button.cleeng-button {
      flex: 1 1 auto;
    }
  }
`;
