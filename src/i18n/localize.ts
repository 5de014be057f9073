import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Language } from './language.js';
import { LANGUAGES, languageOf } from './languages.js';
import type { Section } from './locale.js';
import type { Part } from './parts.js';
import { fill, type Messages, type Translation } from './texts.js';

export type { Messages } from './texts.js';

type Host = ReactiveControllerHost & HTMLElement;

/** How long an element waits for its first texts, in ms, before it shows itself in English. */
const PATIENCE = 1000;

/**
 * An element's texts in its language. Until those of another language are there, it keeps the ones it shows; if they do not come, they are
 * English.
 */
export class Localize<M extends Messages> implements ReactiveController {
  readonly #host: Host;
  readonly #english: M;
  readonly #part: Part;
  readonly #sections: readonly Section[];
  readonly #language: Language;
  /** The language last asked for. */
  #asked: string | undefined;
  #texts: Messages;
  #shown: Translation | undefined;
  /** What was asked for when the texts on screen came. */
  #tag = 'en';

  /**
   * @param messages the texts in English
   * @param part brings them in other languages
   * @param sections of it that hold them, over `common`; a later one wins
   */
  constructor(host: Host, messages: M, part: Part, ...sections: Section[]) {
    this.#host = host;
    this.#texts = this.#english = messages;
    this.#part = part;
    this.#sections = ['common', ...sections];
    this.#language = Language.of(host);
    host.addController(this);
  }

  hostConnected(): void {
    const texts = this.#follow();
    if (texts) this.#language.pending = Promise.race([texts, new Promise((enough) => setTimeout(enough, PATIENCE))]);
  }

  /** Writes the element in the direction of its texts, unless its `dir` says otherwise. Left to right is the page's matter, or that of `lang`. */
  hostUpdate(): void {
    void this.#follow();
    const dir = this.#shown?.dir ?? (this.#host.lang && 'ltr');
    const language = this.#language;
    if (dir !== language.dir && this.#host.dir === language.dir) this.#host.dir = language.dir = dir;
  }

  /** BCP 47 tag of what is on screen: that of the texts, with the viewer's region. Amounts and dates are written in it, too. */
  get lang(): string {
    return this.#shown || Object.keys(this.#language.words)[0] || this.#tag.startsWith('en') ? this.#tag : 'en';
  }

  /** BCP 47 tag of the language asked for, whether the kit speaks it or not: for those who may. */
  get wanted(): string {
    return this.#language.tag;
  }

  has(key: string): key is keyof M & string {
    return key in this.#english;
  }

  text(key: keyof M & string, values: Readonly<Record<string, string | number>> = {}): string {
    return fill(this.#language.words[key] ?? this.#texts[key] ?? key, values, this.lang);
  }

  /** Goes over to the language asked for, at once if its texts are here. */
  #follow(): Promise<void> | undefined {
    const { tag } = this.#language;
    if (tag === this.#asked) return undefined;
    this.#asked = tag;
    const language = languageOf(tag);
    const texts = LANGUAGES.includes(language) ? this.#part(language) : undefined;
    if (!(texts instanceof Promise)) return this.#show(tag, texts);
    return texts.then((came) => {
      if (tag === this.#asked) this.#show(tag, came);
      this.#host.requestUpdate();
    });
  }

  #show(tag: string, texts: Translation | undefined): undefined {
    this.#tag = tag;
    this.#shown = texts;
    this.#texts = Object.assign({}, this.#english, ...this.#sections.map((section) => texts?.[section])) as Messages;
  }
}
