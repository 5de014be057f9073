/** What somebody has changed about an element with the controls of its page. */
export interface Changes {
  /** By name; `null` takes an attribute away. */
  attributes: Record<string, string | null>;
  /** Objects, which no attribute can say. */
  properties: Record<string, unknown>;
  /** Custom properties. */
  tokens: Record<string, string>;
}

export const noChanges = (): Changes => ({ attributes: {}, properties: {}, tokens: {} });

/** Reads changes from an address. What is none counts as no change. */
export function parseChanges(text: string | null): Changes {
  try {
    return { ...noChanges(), ...(JSON.parse(text ?? '{}') as Partial<Changes>) };
  } catch {
    return noChanges();
  }
}

/** An address is anybody's: it sets what the kit reads, and no handler, style or class of the page. */
const allowed = (name: string): boolean => /^[a-z][a-z-]*$/.test(name) && !/^(on|style|class|id$)/.test(name);

export function applyChanges(element: HTMLElement, { attributes, properties, tokens }: Changes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (!allowed(name)) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
  for (const [name, value] of Object.entries(tokens)) {
    if (!name.startsWith('--cleeng-')) continue;
    if (value) element.style.setProperty(name, value);
    else element.style.removeProperty(name);
  }
  // Properties of the kit's own, none that every element of HTML has.
  const own = Object.entries(properties).filter(([name]) => name in element && !(name in HTMLElement.prototype));
  Object.assign(element, Object.fromEntries(own));
}
