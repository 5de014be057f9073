import { css } from 'lit';
import { card } from '../../ui/card.js';
import { form } from '../../ui/form.js';
import { formMore } from '../../ui/form-more.js';

/** A receipt's lines, on screen and on paper. */
const lines = css`
  dl {
    margin: 0;
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 16px;
    padding-block: 6px;
    border-block-end: 1px solid var(--_line, #ccc);
  }
  dd {
    margin: 0;
    text-align: end;
    overflow-wrap: anywhere;
  }
  [part='total'] {
    font-weight: var(--_strong, 650);
  }
`;

export const paper = css`
  body {
    max-width: 40rem;
    margin: 2rem auto;
    font: 1rem / 1.5 sans-serif;
    color: #000;
  }
  ${lines}
`;

export const styles = css`
  ${form} ${formMore} ${lines}
  .cleeng-form.cleeng-form {
    max-width: 32rem;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 3);
    padding-block: calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-size: auto 6rem;
  }
  .what {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .cost {
    text-align: end;
  }
  .muted {
    font-size: 0.875em;
  }
  .badge {
    margin-inline-start: var(--_space);
    padding: 2px calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99px;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: var(--_strong);
  }
  [data-kind='refund'] [part='total'] {
    color: var(--_success);
  }
  textarea.cleeng-input.cleeng-input {
    padding-block: var(--_space);
    resize: vertical;
  }
  nav {
    justify-content: space-between;
  }
  .cleeng-button[aria-disabled='true']:not([aria-busy='true']) {
    cursor: not-allowed;
    opacity: 0.5;
  }
  ${card}
  h3:focus {
    outline: none;
  }
  @container (max-width: 24rem) {
    .cost {
      text-align: start;
    }
  }
`;
