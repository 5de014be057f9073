import { comment, moduleOf, objectsOf, pascal, type Declaration } from './manifest.js';

/** React's name for a handler: `onLoginSuccess` of `cleeng-login-success`. */
const handler = (event: string) => `on${pascal(event.replace('cleeng-', ''))}`;

/** One module with a React component for each element, since not every bundler can leave out half a module; by their names. */
export function reactWrappers(declarations: readonly Declaration[]): Record<string, string> {
  const wrappers = declarations.map((element) => [moduleOf(element), wrapper(element)] as const);
  const exported = declarations.map((element) => `export { ${element.name} } from './${moduleOf(element)}.js';`);
  return { ...Object.fromEntries(wrappers), index: `// Written by npm run manifest.\n${exported.join('\n')}\n` };
}

function wrapper(element: Declaration): string {
  const types = [...new Set(element.events.map(({ type }) => type!.text))].sort();
  const events = element.events.map(
    ({ name, type, description }) => `${comment(description)}\n${handler(name)}: '${name}' as EventName<${type!.text}>,`,
  );
  const module = moduleOf(element);
  return `'use client';
// Written by npm run manifest.
import type { EventName } from '@lit/react';
import { ${element.name} as Element } from '../../elements/${module}/${module}.js';
import type { ${types.join(', ')} } from '../../index.js';
import { wrap } from '../wrap.js';

${comment(element.description)}
export const ${element.name} = /* @__PURE__ */ wrap({
  displayName: '${element.name}',
  tagName: '${element.tagName}',
  elementClass: Element,
  events: {
${events.join('\n')}
  },
}, () => import('../../define/${module}.js'));
`;
}

/** What React 19's JSX may say of the tags themselves. */
export function jsxTypes(declarations: readonly Declaration[]): string {
  return `// Written by npm run manifest.
import type { ${declarations.map(({ name }) => name).join(', ')} } from '../index.js';
import type { NativeElement } from './native.js';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the way React's types are extended
  namespace JSX {
    interface IntrinsicElements {
${declarations.map(intrinsic).join('\n')}
    }
  }
}
`;
}

function intrinsic(element: Declaration): string {
  const own = [
    ...element.attributes.map(({ name, fieldName, description }) => ({ name, fieldName, description })),
    ...objectsOf(element).map(({ name, description }) => ({ name, fieldName: name, description })),
  ];
  const properties = own.map(({ name, fieldName, description }) => `${comment(description)}\n'${name}'?: ${element.name}['${fieldName}'];`);
  return `${comment(element.description)}
'${element.tagName}': NativeElement<${element.name}, {
${properties.join('\n')}
}, ${element.events.map(({ name }) => `'${name}'`).join(' | ')}>;`;
}
