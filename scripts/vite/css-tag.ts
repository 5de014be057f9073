/**
 * Lit's `css` as far as the script-tag build needs it, which puts this in its place: the kit's light regions need constructable sheets in any
 * case, so that nothing is done for browsers without them.
 */
export class CSSResult {
  readonly cssText: string;
  #sheet: CSSStyleSheet | undefined;

  constructor(cssText: string) {
    this.cssText = cssText;
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) (this.#sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.#sheet;
  }

  toString(): string {
    return this.cssText;
  }
}

export const css = (texts: TemplateStringsArray, ...values: readonly (CSSResult | number)[]): CSSResult =>
  new CSSResult(texts.reduce((all, text, index) => all + String(values[index - 1]) + text));

export const adoptStyles = (root: ShadowRoot, styles: readonly CSSResult[]): void => {
  root.adoptedStyleSheets = styles.map(({ styleSheet }) => styleSheet);
};

export const getCompatibleStyle = (style: CSSResult): CSSResult => style;

export const supportsAdoptingStyleSheets = true;

export const unsafeCSS = (text: string): CSSResult => new CSSResult(text);
