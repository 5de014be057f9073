import { comment, objectsOf, type Declaration } from './manifest.js';

/** What Vue's templates may say of the elements. */
export function vueTypes(declarations: readonly Declaration[]): string {
  return `// Written by npm run manifest.
import type { ${declarations.map(({ name }) => name).join(', ')} } from '../index.js';
import type { VueElement } from './native.js';

declare module 'vue' {
  interface GlobalComponents {
${declarations.map(component).join('\n')}
  }
}
`;
}

function component(element: Declaration): string {
  const properties = [...element.attributes.map(({ fieldName }) => fieldName), ...objectsOf(element).map(({ name }) => name)];
  const union = (names: readonly string[]) => names.map((name) => `'${name}'`).join(' | ');
  return `${comment(element.description)}
'${element.tagName}': VueElement<${element.name}, ${union(properties)}, ${union(element.events.map(({ name }) => name))}>;`;
}
