import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Texts by key; `{name}` in a text is replaced by a value. */
export type Messages = Readonly<Record<string, string>>;

type Host = ReactiveControllerHost & HTMLElement & { lang: string };

/**
 * An element's texts. The language is the element's own `lang`, else the nearest ancestor's across shadow roots, else
 * the browser's.
 */
export class Localize<M extends Messages> implements ReactiveController {
  readonly #host: Host;
  readonly #messages: M;

  constructor(host: Host, messages: M) {
    this.#host = host;
    this.#messages = messages;
    host.addController(this);
  }

  hostConnected(): void {}

  /** BCP 47 tag in force; a malformed one falls back to English rather than breaking a page. */
  get lang(): string {
    const tag = this.#host.lang || nearestLang(this.#host) || navigator.language;
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? 'en';
    } catch {
      return 'en';
    }
  }

  has(key: string): key is keyof M & string {
    return key in this.#messages;
  }

  text(key: keyof M & string, values: Readonly<Record<string, string | number>> = {}): string {
    return (this.#messages[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
  }
}

function nearestLang(start: Node): string | undefined {
  for (let node: Node | null = start; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element && node.getAttribute('lang');
    if (lang) return lang;
  }
  return undefined;
}
