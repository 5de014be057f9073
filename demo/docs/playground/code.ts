import { html, nothing, type TemplateResult } from 'lit';
import { copyButton } from '../copy.js';
import { LANGUAGES, type Language } from './snippets.js';
import { marked } from './marked.js';

/** The code for what is on screen, in the language of choice, and the style sheet of the brand it wears. */
export function codePanel(language: Language, code: string, choose: (language: Language) => void, brand = ''): TemplateResult {
  return html`<div class="languages" role="group" aria-label="Language of the code">
      ${LANGUAGES.map(
        (one) =>
          html`<button type="button" aria-pressed=${one === language ? 'true' : 'false'} @click=${() => choose(one)}>${one}</button>`,
      )}
    </div>
    <div class="copyable">
      <pre
        class="code"
        tabindex="0"
        aria-label="Code for ${language}"
      ><code>${marked(code, language === 'React' ? 'typescript' : 'xml')}</code></pre>
      <div>${copyButton(() => code)}</div>
    </div>
    ${
      brand
        ? html`<p class="note">The brand’s style sheet:</p>
            <div class="copyable">
              <pre class="code" tabindex="0" aria-label="Style sheet of the brand"><code>${marked(brand, 'css')}</code></pre>
              <div>${copyButton(() => brand)}</div>
            </div>`
        : nothing
    }`;
}
