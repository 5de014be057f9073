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
    outline: 0;
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
  .or {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_muted);
  }
  .or::before,
  .or::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--_line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  .muted {
    color: var(--_muted);
  }
`;
