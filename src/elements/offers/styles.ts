import { css } from 'lit';

export const styles = css`
  h2:focus {
    outline: none;
  }
  ul {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @container (min-width: 34rem) {
    ul {
      grid-template-columns: repeat(auto-fit, minmax(15.5rem, 1fr));
    }
    ul[data-count='1'] {
      max-width: 26rem;
    }
    ul[data-count='2'] {
      max-width: 54rem;
    }
  }
  li {
    display: grid;
    min-width: 0;
  }
  article {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 1.25);
    min-width: 0;
    padding: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_card-radius);
    background: var(--_raised);
    overflow-wrap: anywhere;
  }
  .badge {
    align-self: start;
    padding: 2px calc(var(--_space) * 1.25);
    border-radius: 99px;
    background: var(--_primary);
    color: var(--_on-primary);
    font-size: 0.8125em;
    font-weight: var(--_strong);
  }
  .owned {
    border: 1px solid currentColor;
    background: none;
    color: var(--_success);
  }
  .price {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
    font-size: 1.625em;
    font-weight: var(--_strong);
    line-height: 1.3;
  }
  .price small,
  .price s {
    color: var(--_muted);
    font-size: 0.6em;
    font-weight: 400;
  }
  .small {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .promotion {
    color: var(--_success);
    font-weight: var(--_strong);
  }
  dl {
    margin: 0;
    border-block-start: 1px solid var(--_line);
    font-size: 0.9375em;
  }
  dl div {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
    padding-block: calc(var(--_space) * 0.75);
    border-block-end: 1px solid var(--_line);
  }
  dl [data-has='no'] {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    text-align: end;
  }
  dd svg {
    vertical-align: middle;
  }
  .way {
    display: grid;
    margin-block-start: auto;
    padding-block-start: var(--_space);
  }
  .quiet {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
