import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { languageOf } from './languages.js';
import type { Messages } from './texts.js';

type Host = ReactiveControllerHost & HTMLElement;
const OF = Symbol();

/** What there may be at an element, or around it. */
type Around = Node & Partial<Pick<Element, 'getAttribute'>> & { messages?: Readonly<Record<string, Messages>>; host?: Element };

/**
 * The language an element is in: its own `lang`, else the configured one, else the nearest ancestor's across shadow roots, else the browser's.
 * A change anywhere above is followed.
 */
export class Language implements ReactiveController {
  /** BCP 47 tag of the language asked for; a malformed one counts as English rather than breaking a page. */
  tag = 'en';
  /** A publisher's own words in this language, set at the element or around it; the nearest win. */
  words: Messages = {};
  /** The language of `configure()`. */
  configured?: () => string | undefined;
  /** Settled as soon as the element may show itself for the first time. */
  pending?: Promise<unknown>;
  /** The direction the element was given because of its language. */
  dir = '';

  readonly #host: Host;
  readonly #observer = new MutationObserver(() => {
    const { tag } = this;
    this.hostUpdate();
    if (this.tag !== tag) this.#host.requestUpdate();
  });

  /** The one of an element. */
  static of(host: Host & { [OF]?: Language }): Language {
    return (host[OF] ??= new Language(host));
  }

  private constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
    for (let root: Around | undefined = this.#host; root; root = root.host) {
      root = root.getRootNode();
      this.#observer.observe(root, { attributeFilter: ['lang'], subtree: true });
    }
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  hostUpdate(): void {
    let near: string | null | undefined = this.#host.lang || this.configured?.();
    const own: Around['messages'][] = [];
    for (let node: Around | null | undefined = this.#host; node; node = node.parentNode ?? node.host) {
      near ||= node.getAttribute?.('lang');
      own.unshift(node.messages);
    }
    this.tag = 'en';
    try {
      this.tag = Intl.getCanonicalLocales(near || navigator.language)[0]!;
    } catch {
      // English it is.
    }
    this.words = Object.assign({}, ...own.map((messages) => messages?.[this.tag] ?? messages?.[languageOf(this.tag)])) as Messages;
  }
}
