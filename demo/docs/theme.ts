import { html, type TemplateResult } from 'lit';

const KEY = 'docs-theme';
const THEMES = { auto: 'Auto', light: 'Light', dark: 'Dark' } as const;

/** Light, dark or as the system; remembered by this browser. The page's own first script has put it in force. */
export function themeChoice(): TemplateResult {
  const chosen = document.documentElement.dataset['theme'] ?? 'auto';
  const choose = ({ target }: Event) => {
    const theme = (target as HTMLSelectElement).value;
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Then it holds for this page.
    }
  };
  return html`<label class="choice"
    ><span class="quiet">Theme of this page</span>
    <select @change=${choose}>
      ${Object.entries(THEMES).map(([value, label]) => html`<option value=${value} ?selected=${value === chosen}>${label}</option>`)}
    </select></label
  >`;
}
