import { css } from 'lit';
import { dropin } from '../../ui/dropin.js';

export const styles = css`
  .columns {
    display: grid;
    gap: calc(var(--_space) * 4);
  }
  @container (min-width: 48rem) {
    .columns {
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr);
      align-items: start;
    }
  }
  h2:focus {
    outline: none;
  }
  .offer {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
  }
  .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: var(--_space);
    font-size: 1.75em;
    font-weight: var(--_strong);
  }
  .price small {
    color: var(--_muted);
    font-size: 0.55em;
    font-weight: 400;
  }
  .badge {
    justify-self: start;
    padding: 2px calc(var(--_space) * 1.25);
    border-radius: 99px;
    background: var(--_primary);
    color: var(--_on-primary);
    font-size: 0.8125em;
    font-weight: var(--_strong);
  }
  [inert] {
    opacity: 0.6;
  }
  .coupon {
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  .cleeng-link.cleeng-link {
    justify-self: start;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space);
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
    align-items: start;
    gap: calc(var(--_space) * 2);
  }
  textarea.cleeng-input.cleeng-input {
    padding-block: calc(var(--_space) * 1.25);
    resize: vertical;
  }
  .narrow {
    display: grid;
    gap: calc(var(--_space) * 2);
    max-width: 34rem;
  }
  .note {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_line);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  div.gift {
    display: grid;
    justify-items: start;
    gap: var(--_space);
  }
  dl {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--_space) calc(var(--_space) * 2);
    margin: var(--_space) 0 0;
    padding-block-start: calc(var(--_space) * 2);
    border-block-start: 1px solid var(--_line);
  }
  dd {
    margin: 0;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .total {
    padding-block-start: var(--_space);
    font-size: 1.125em;
    font-weight: var(--_strong);
  }
  .pay {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .pay .cleeng-button.cleeng-button {
    width: 100%;
  }
  .paypal.cleeng-button.cleeng-button {
    border-color: transparent;
    background: #ffc439;
    color: #14142b;
  }
  .or {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  .promise {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .promise a {
    margin-inline-end: 1ch;
  }
  .promise a,
  .result a {
    color: var(--_primary);
  }
  .result {
    display: grid;
    justify-items: start;
    gap: calc(var(--_space) * 2);
  }
  .tick {
    width: 56px;
    height: 56px;
    color: var(--_success);
  }
  ${dropin}
  .hidden {
    display: none;
  }
`;
