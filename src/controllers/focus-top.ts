import type { LitElement } from 'lit';

/** Puts the focus at the top of what an element shows now, for whoever cannot see that it changed. */
export async function focusTop(element: LitElement): Promise<void> {
  await element.updateComplete;
  const nested = [...(element.querySelector('.cleeng-region')?.children ?? [])].find((child) => child.shadowRoot);
  if (nested) return focusTop(nested as LitElement);
  element.shadowRoot?.querySelector<HTMLElement>('h2')?.focus();
}
