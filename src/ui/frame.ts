import { css } from 'lit';

/** What the shadow frames of all elements have in common. */
export const frame = css`
  * {
    box-sizing: border-box;
  }
  h2,
  h3 {
    margin: 0;
    font-weight: var(--_strong);
    line-height: 1.25;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.5em;
  }
  h3 {
    font-size: 1.125em;
  }
  p {
    margin: 0;
  }
  .stack {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .muted {
    color: var(--_muted);
  }
`;
