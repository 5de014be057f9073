import { html, type TemplateResult } from 'lit';

/** Copies a text, and says so in its own place. */
export const copyButton = (text: () => string, label = 'Copy'): TemplateResult => {
  const copy = async ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLButtonElement;
    const said = await navigator.clipboard.writeText(text()).then(
      () => 'Copied',
      () => 'Not copied',
    );
    button.querySelector('[role=status]')!.textContent = said;
    setTimeout(() => (button.querySelector('[role=status]')!.textContent = ''), 1500);
  };
  return html`<button type="button" class="copy" @click=${copy}><span>${label}</span><span role="status"></span></button>`;
};
