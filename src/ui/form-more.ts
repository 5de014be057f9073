import { css } from 'lit';

/** What forms need that ask for more than a name and a password. */
export const formMore = css`
  .cleeng-hidden.cleeng-hidden {
    all: revert;
    position: absolute;
    width: 1px;
    height: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .cleeng-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  .cleeng-check {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: start;
    gap: 0 calc(var(--_space) * 1.5);
  }
  .cleeng-check > :is(.cleeng-hint, .cleeng-error) {
    grid-column: 2;
  }
  .cleeng-choice.cleeng-choice {
    all: revert;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--_primary);
  }
  .cleeng-check .cleeng-label.cleeng-label {
    font-weight: 400;
  }
  .cleeng-group.cleeng-group {
    all: revert;
    display: grid;
    gap: calc(var(--_space) * 1.25);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .cleeng-optional {
    color: var(--_muted);
    font-weight: 400;
  }
  .cleeng-strength {
    min-height: 1.5em;
  }
`;
