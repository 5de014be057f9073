import { stories } from '../../demo/stories/all.js';
import { PERSONAS } from '../../sandbox/src/db/seed/personas.js';
import { VERSION } from '../../src/version.js';
import { objectsOf, readDeclarations, type Declaration } from '../generate/manifest.js';
import type { ElementData } from '../../demo/docs/playground/element.js';

/** What the elements' pages need of manifest, stories and sandbox, by tag. */
export function elementData(): Record<string, ElementData> {
  const people = Object.values(PERSONAS).map(({ email, says }) => ({ email, says }));
  return Object.fromEntries(readDeclarations().map((element) => [element.tagName, dataOf(element, people)]));
}

/** What an element shows most of the time: the first of these that it has is where its page begins. */
const USUAL = ['list', 'form', 'review', 'ready', 'plans', 'overview', 'problem', 'no-plan', 'profile'];

const dataOf = (element: Declaration, people: ElementData['people']): ElementData => ({
  name: element.name,
  tagName: element.tagName,
  attributes: element.attributes.map(({ name, fieldName, description = '', type, inheritedFrom }) => ({
    name,
    fieldName,
    description,
    type: type?.text ?? 'string',
    shared: inheritedFrom?.name === 'CleengElement',
  })),
  objects: objectsOf(element).map(({ name, description = '' }) => ({ name, description })),
  events: element.events.map(({ name, description = '' }) => ({ name, description })),
  tokens: element.cssProperties.map(({ name, default: value }) => ({ name, default: value })),
  states: Object.fromEntries(
    Object.entries(stories[element.tagName] ?? {}).map(([name, { as, attributes }]) => [
      name,
      { ...(as ? { as } : {}), ...(attributes ? { attributes } : {}) },
    ]),
  ),
  usual: USUAL.find((name) => stories[element.tagName]?.[name]) ?? Object.keys(stories[element.tagName] ?? {})[0] ?? '',
  people,
  version: VERSION,
});
