import { css } from 'lit';

/** A box in which one thing of several stands. */
export const card = css`
  .card {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
  }
`;

/** How something stands, in a word. */
export const pill = css`
  .status {
    padding: 2px calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99px;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: var(--_strong);
  }
`;
