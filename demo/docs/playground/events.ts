import { html, type TemplateResult } from 'lit';
import { copyButton } from '../copy.js';

/** An event as the frame reports it. */
export interface LoggedEvent {
  name: string;
  version: number;
  detail: unknown;
  at: string;
}

/** What the element has told since it was shown, the newest first. */
export function eventLog(events: readonly LoggedEvent[], clear: () => void): TemplateResult {
  if (!events.length) return html`<p class="note">None yet. What the element tells appears here: log in, choose, buy.</p>`;
  return html`<p class="actions">
      <button type="button" @click=${clear}>Clear</button>
      ${copyButton(() => JSON.stringify(events, null, 2), 'Copy all')}
    </p>
    <ol class="log" tabindex="0" aria-label="Events">
      ${[...events].reverse().map(
        ({ name, version, detail, at }) =>
          html`<li>
            <code class="name">${name}</code> <small>version ${version}, ${at}</small>
            <pre><code>${JSON.stringify(detail, null, 2)}</code></pre>
          </li>`,
      )}
    </ol>`;
}
