import { css } from 'lit';

export const styles = css`
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) * 2);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space);
    margin: 0;
    padding: 0;
    border-block-end: 1px solid var(--_line);
    list-style: none;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_control);
    padding: 0 calc(var(--_space) * 1.5);
    border-block-end: 3px solid transparent;
    color: var(--_muted);
    font-weight: var(--_strong);
    text-decoration: none;
  }
  nav a[aria-current] {
    border-block-end-color: var(--_primary);
    color: var(--_text);
  }
  nav a:hover {
    color: var(--_text);
  }
  @media (forced-colors: active) {
    nav a {
      border-block-end-color: Canvas;
    }
    nav a[aria-current] {
      border-block-end-color: Highlight;
    }
  }
  nav a:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: -4px;
    border-radius: var(--_radius);
  }
`;
