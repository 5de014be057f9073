import { css, html, type TemplateResult } from 'lit';

/** How strong a password is, as a bar and in words, which a screen reader hears when they change. */
export const strength = (level: number, text: string): TemplateResult => html`
  <div class="cleeng-strength" data-level=${level}>
    <span class="cleeng-bar" aria-hidden="true"><span></span></span>
    <span class="cleeng-hint" role="status">${text}</span>
  </div>
`;

export const strengthStyle = css`
  .cleeng-strength {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
  }
  .cleeng-bar {
    height: 4px;
    border-radius: 2px;
    overflow: hidden;
    background: var(--_line);
  }
  .cleeng-bar > span {
    display: block;
    width: 0;
    height: 100%;
    background: var(--_muted);
    transition: width 0.2s;
  }
  [data-level='1'] > .cleeng-bar > span {
    width: 25%;
    background: var(--_error);
  }
  [data-level='2'] > .cleeng-bar > span {
    width: 50%;
  }
  [data-level='3'] > .cleeng-bar > span {
    width: 75%;
    background: var(--_success);
  }
  [data-level='4'] > .cleeng-bar > span {
    width: 100%;
    background: var(--_success);
  }
  @media (prefers-reduced-motion: reduce) {
    .cleeng-bar > span {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .cleeng-bar > span {
      forced-color-adjust: none;
    }
  }
`;
