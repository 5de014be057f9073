import { css } from 'lit';
import { card } from '../../ui/card.js';

export const styles = css`
  ${card}
  .card {
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  h2:focus,
  .content:focus {
    outline: none;
  }
  .hidden {
    display: none;
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
