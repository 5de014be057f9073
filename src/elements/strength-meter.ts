import type { LitElement, TemplateResult } from 'lit';
import type { LightRegion } from '../controllers/light-region.js';
import { strength as messages } from '../i18n/en/strength.js';
import { Localize } from '../i18n/localize.js';
import { identity } from '../i18n/parts.js';
import { strengthOf, type Strength } from '../session/strength.js';
import { strength, strengthStyle } from '../ui/strength.js';

/** Tells how hard a new password is to guess while it is typed. It never refuses anything. */
export class StrengthMeter {
  readonly #element: LitElement;
  readonly #texts: Localize<typeof messages>;
  #level: Strength = 0;

  constructor(element: LitElement, region: LightRegion) {
    this.#element = element;
    this.#texts = new Localize(element, messages, identity, 'strength');
    region.style(strengthStyle);
  }

  /** Follows a form's fields; only the one named `password` counts. */
  follow({ name, value }: HTMLInputElement): void {
    const level = name === 'password' ? strengthOf(value) : this.#level;
    if (level === this.#level) return;
    this.#level = level;
    this.#element.requestUpdate();
  }

  render(): TemplateResult {
    return strength(this.#level, this.#texts.text(`strength.${this.#level}`));
  }
}
