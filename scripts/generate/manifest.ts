import { readFileSync } from 'node:fs';
import { fromRoot } from '../vite/root.js';

/** What `custom-elements.json` says of one element, as far as it is handed on. */
export interface Declaration {
  name: string;
  tagName: string;
  /** In half a sentence. */
  summary: string;
  description: string;
  attributes: Attribute[];
  members: Member[];
  events: Described[];
  slots: Described[];
  cssParts: Described[];
  cssProperties: (Described & { default: string })[];
}

export interface Described {
  name: string;
  description?: string;
  type?: { text: string };
}

export interface Attribute extends Described {
  fieldName: string;
  inheritedFrom?: { name: string };
}

export interface Member extends Described {
  attribute?: string;
  readonly?: boolean;
}

/** The elements by their tags, as the manifest has them. */
export function readDeclarations(): Declaration[] {
  const { modules } = JSON.parse(readFileSync(fromRoot('custom-elements.json'), 'utf8')) as { modules: { declarations: Declaration[] }[] };
  return modules.flatMap(({ declarations }) => declarations);
}

/** The name of an element's modules: `login` of `cleeng-login`. */
export const moduleOf = ({ tagName }: Declaration): string => tagName.replace('cleeng-', '');

/** Properties that no attribute sets: objects. */
export const objectsOf = ({ members }: Declaration): Member[] => members.filter(({ attribute, readonly }) => !attribute && !readonly);

/** A doc comment of any length. */
export function comment(text = ''): string {
  const lines = text.replaceAll('*/', '*\\/').split('\n');
  return lines.length === 1 ? `/** ${lines[0]} */` : `/**\n${lines.map((line) => ` * ${line}`).join('\n')}\n */`;
}

export const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `login-success` as `LoginSuccess`. */
export const pascal = (text: string): string => text.split('-').map(capitalized).join('');
