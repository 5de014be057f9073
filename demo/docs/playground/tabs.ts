import { html, type TemplateResult } from 'lit';

export interface Tab {
  id: string;
  label: string;
  body(): TemplateResult;
}

/** Tabs as the ARIA practices describe them: one stop for the keyboard, arrows between them. */
export function tabs(list: readonly Tab[], current: string, choose: (id: string) => void): TemplateResult {
  const move = (event: KeyboardEvent) => {
    const at = list.findIndex(({ id }) => id === current);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = step ? list.at((at + step) % list.length) : { Home: list[0], End: list.at(-1) }[event.key];
    if (!to) return;
    event.preventDefault();
    choose(to.id);
    document.getElementById(`tab-${to.id}`)?.focus();
  };
  return html`<div class="tabs" role="tablist" aria-label="About this element" @keydown=${move}>
      ${list.map(
        ({ id, label }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${id}"
            aria-selected=${id === current ? 'true' : 'false'}
            aria-controls="panel-${id}"
            tabindex=${id === current ? 0 : -1}
            @click=${() => choose(id)}
          >
            ${label}
          </button>`,
      )}
    </div>
    ${list.map(
      ({ id, body }) =>
        html`<div class="panel" role="tabpanel" id="panel-${id}" aria-labelledby="tab-${id}" ?hidden=${id !== current}>
          ${id === current ? body() : ''}
        </div>`,
    )}`;
}
