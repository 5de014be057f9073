import { css, html, render, type TemplateResult } from 'lit';

/** What to do where no sandbox answers. */
export const missingNotice = (apiBase: string, again: () => void): TemplateResult => html`
  <aside class="no-sandbox" role="alert">
    <p>
      <b>No sandbox answers at ${apiBase}.</b> These pages are only files; the elements on them need one. In a copy of the repository run
      <code>npm ci &amp;&amp; npm start</code>, or <code>npm run sandbox</code> for the sandbox alone. If yours is elsewhere, write its
      address into <code>config.json</code> beside these pages.
    </p>
    <button type="button" @click=${again}>Try again</button>
  </aside>
`;

/** Along the lower edge of a page that has another look of its own. */
const along = css`
  .along-the-edge {
    position: fixed;
    inset: auto 16px 16px;
    z-index: 10;
    max-inline-size: 44rem;
    margin-inline: auto;
    padding: 12px 20px;
    border-radius: 12px;
    background: #fff4d6;
    color: #33270a;
    color-scheme: light;
    font:
      15px/1.5 system-ui,
      sans-serif;
    box-shadow: 0 8px 32px rgb(0 0 0 / 35%);
  }
`;

/** Says on a page that no sandbox answers, until one does. */
export async function watchForSandbox(apiBase: string): Promise<void> {
  const answers = await fetch(`${apiBase}/sandbox/clock`).then(
    ({ ok }) => ok,
    () => false,
  );
  const shown = document.querySelector('.no-sandbox')?.parentElement;
  if (answers) {
    // What the page has asked before was answered by nobody.
    if (shown) location.reload();
    return;
  }
  const place = shown ?? document.createElement('div');
  render(
    missingNotice(apiBase, () => void watchForSandbox(apiBase)),
    place,
  );
  if (shown) return;
  place.className = 'along-the-edge';
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, along.styleSheet!];
  document.body.prepend(place);
}
