import { css } from 'lit';
import { card } from '../../ui/card.js';

export const styles = css`
  ${card}
  .card {
    min-width: 0;
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
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  dl {
    display: grid;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
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
  dd[data-empty] {
    color: var(--_muted);
  }
  ul {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    gap: var(--_space) calc(var(--_space) * 3);
    padding-block-end: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  li:last-child {
    padding-block-end: 0;
    border: 0;
  }
  li .muted {
    font-size: 0.875em;
  }
  .warning {
    font-weight: var(--_strong);
  }
  slot[name='cleeng-form'] {
    display: block;
    max-width: 32rem;
  }
  h3:focus {
    outline: none;
  }
  @container (min-width: 36rem) {
    dl {
      grid-template-columns: 1fr 1fr;
    }
    li {
      grid-template-columns: 1fr auto;
      align-items: center;
    }
  }
`;
