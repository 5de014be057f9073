import { render, type LitElement, type ReactiveController, type TemplateResult } from 'lit';

/**
 * A part of an element that lives in the light DOM, slotted into its shadow frame, because password managers, autofill and payment
 * iframes do not reach into shadow roots. One region per slot; its styles are adopted by the root the element sits in; when somebody
 * wipes the element's children it comes back as it was, with what was typed; it goes when the element really leaves the page.
 */
export class LightRegion implements ReactiveController {
  /** The region itself. What is put here by other libraries is never touched by a re-render. */
  readonly node: HTMLDivElement;
  readonly #host: LitElement;
  readonly #sheets: readonly CSSStyleSheet[];
  readonly #template: (() => TemplateResult | typeof import('lit').nothing) | undefined;
  /** By chance, not counted: two copies of the kit on a page would count alike. */
  readonly #instance = Math.random().toString(36).slice(2, 10);
  #observer: MutationObserver | undefined;

  /**
   * @param slot name of the slot in the element's shadow root
   * @param sheets styles for the region, adopted by the document or shadow root around the element
   * @param template what the region shows, rendered with every update; without it the region belongs to whoever fills it
   */
  constructor(
    host: LitElement,
    slot: string,
    sheets: readonly CSSStyleSheet[],
    template?: () => TemplateResult | typeof import('lit').nothing,
  ) {
    this.#host = host;
    this.#sheets = sheets;
    this.#template = template;
    this.node = document.createElement('div');
    this.node.slot = slot;
    this.node.className = 'cleeng-region';
    host.addController(this);
  }

  /** An id that no other element on the page has. */
  id(name: string): string {
    return `cleeng-${this.#instance}-${name}`;
  }

  hostConnected(): void {
    this.#adopt();
    this.#attach();
    this.#observer = new MutationObserver(() => this.#attach());
    this.#observer.observe(this.#host, { childList: true });
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
    // Frameworks move elements by taking them out and putting them back in: only a real goodbye empties the element.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.node.remove();
    });
  }

  hostUpdated(): void {
    if (this.#template) render(this.#template(), this.node, { host: this.#host });
  }

  #attach(): void {
    if (this.node.parentNode !== this.#host) this.#host.append(this.node);
  }

  #adopt(): void {
    const root = this.#host.getRootNode() as Document | ShadowRoot;
    const missing = this.#sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
    if (missing.length) root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
  }
}
