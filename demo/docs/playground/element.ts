/** What an element's page knows of it, put into the page by the build. */
export interface ElementData {
  name: string;
  tagName: string;
  attributes: Attribute[];
  /** Properties that no attribute sets. */
  objects: Described[];
  events: Described[];
  tokens: { name: string; default: string }[];
  states: Record<string, State>;
  /** The state to begin with. */
  usual: string;
  /** People of the sandbox: address, and what is special about them. */
  people: { email: string; says: string }[];
  version: string;
}

export interface Described {
  name: string;
  description: string;
}

export interface Attribute extends Described {
  fieldName: string;
  type: string;
  /** Every element has it. */
  shared: boolean;
}

/** What a story says of a state before anything is done. */
export interface State {
  as?: string;
  attributes?: Readonly<Record<string, string>>;
}

/** How an attribute is set. */
export type Kind = { kind: 'switch' } | { kind: 'choice'; values: string[] } | { kind: 'number' } | { kind: 'text' };

/** Reads it from the attribute's type. */
export function kindOf({ type }: Attribute): Kind {
  if (type === 'boolean') return { kind: 'switch' };
  const values = [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value!);
  if (values.length) return { kind: 'choice', values };
  return { kind: /^number\b/.test(type) ? 'number' : 'text' };
}
