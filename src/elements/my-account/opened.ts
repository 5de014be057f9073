import type { LitElement } from 'lit';
import { Action } from '../../controllers/action.js';
import { breathe } from '../../controllers/breathe.js';
import { MY_ACCOUNT_SECTIONS, type AccountLoaders, type NestedSection } from './sections.js';

type Part = keyof AccountLoaders;

/** What of the account was opened, and whether its code has come. Every part comes by itself: none waits for another. */
export class Opened {
  readonly #host: LitElement;
  readonly #loaders: () => AccountLoaders;
  readonly #loading = new Map<Part, Action<[], unknown>>();
  readonly #ready = new Set<Part>();
  /** The sections shown so far to the viewer who is signed in. */
  #shown = new Set<Part>();

  constructor(host: LitElement, loaders: () => AccountLoaders) {
    this.#host = host;
    this.#loaders = loaders;
  }

  stateOf(part: Part): 'ready' | 'opening' | 'failed' {
    if (this.#ready.has(part)) return 'ready';
    return this.#loading.get(part)?.error ? 'failed' : 'opening';
  }

  /** The sections to be kept on the page, in their order. */
  get sections(): NestedSection[] {
    return MY_ACCOUNT_SECTIONS.filter((section) => section !== 'overview').filter(
      (section) => this.#shown.has(section) && this.#ready.has(section),
    );
  }

  open(part: Part): void {
    this.#shown.add(part);
    if (this.#ready.has(part) || this.#loading.has(part)) return;
    const load = new Action(this.#host, async () => {
      await this.#loaders()[part]?.();
      await breathe();
      this.#ready.add(part);
    });
    this.#loading.set(part, load);
    void load.run();
  }

  /** Tries again what did not come. */
  retry(): void {
    for (const load of this.#loading.values()) if (load.error) void load.run();
  }

  /** Somebody else is signed in now, or nobody: nothing of what was shown or typed may stay. */
  forget(): void {
    this.#shown = new Set();
  }
}
