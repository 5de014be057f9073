import { css } from 'lit';

export const styles = css`
  section {
    outline: 0;
  }
  fieldset {
    display: grid;
    gap: calc(var(--_space) * 1.25);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-block-end: var(--_space);
    font-weight: var(--_strong);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-height: 28px;
  }
  .choice input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--_primary);
  }
  .field {
    display: grid;
    gap: var(--_space);
    max-width: 32rem;
  }
  .field input,
  .field textarea {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--_control);
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  .field textarea {
    min-height: 5em;
    resize: vertical;
  }
  .field label {
    font-weight: var(--_strong);
  }
  .field [aria-invalid='true'] {
    border-color: var(--_error);
  }
  .error {
    color: var(--_error);
  }
  input:focus-visible,
  textarea:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .offer {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  @container (min-width: 36rem) {
    li.offer {
      grid-template-columns: 1fr auto;
      align-items: center;
    }
    li.offer > :is(strong, span) {
      grid-column: 1;
    }
    li.offer > div {
      grid-area: 1 / 2 / span 2;
    }
  }
  ul {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space) calc(var(--_space) * 2);
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  @container (max-width: 24rem) {
    dl {
      grid-template-columns: 1fr;
    }
    dd {
      margin-block-end: var(--_space);
    }
  }
`;
