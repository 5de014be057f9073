import { VERSION } from '../version.js';

/** Under which a registered class says which version of the kit it is from, to other copies of the kit on the page. */
const MARK = Symbol.for('cleeng.version');

/** Registers an element, unless it is registered already: the first copy of the kit on a page wins, and one of another version is told so. */
export function define(tag: string, element: CustomElementConstructor): void {
  const there = customElements.get(tag) as { [MARK]?: string } | undefined;
  if (!there) customElements.define(tag, Object.assign(element, { [MARK]: VERSION }));
  else if (there[MARK] !== VERSION) console.warn(`<${tag}> is version ${there[MARK] ?? 'unknown'} on this page, not ${VERSION}.`);
}
