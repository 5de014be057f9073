import type { Changes } from '../../shared/changes.js';
import { kindOf, type Attribute, type ElementData } from './element.js';

/** The sandbox's publisher, unless an attribute names another. */
const PUBLISHER_ID = '204118605';

export const LANGUAGES = ['HTML', 'React', 'Vue'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What an element has been given, by the state it is in and by the controls. */
export interface Given {
  attributes: Readonly<Record<string, string>>;
  properties: Readonly<Record<string, unknown>>;
  tokens: Readonly<Record<string, string>>;
}

export function given(initial: Readonly<Record<string, string>>, { attributes, properties, tokens }: Changes): Given {
  const all = { 'publisher-id': PUBLISHER_ID, ...initial, ...attributes };
  const set = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));
  return {
    attributes: Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null)),
    properties: set(properties),
    tokens: set(tokens),
  };
}

/** The code that puts an element so into a page. */
export const snippet = (language: Language, element: ElementData, given: Given): string =>
  ({ HTML: htmlSnippet, React: reactSnippet, Vue: vueSnippet })[language](element, given);

/** The event that tells of success, or the first one. */
const eventOf = ({ events }: ElementData) =>
  (events.find(({ name }) => /-(success|complete|change|select)$/.test(name)) ?? events[0]!).name;
const moduleOf = ({ tagName }: ElementData) => tagName.replace('cleeng-', '');
const quoted = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
const json = (value: unknown, margin: string) => JSON.stringify(value, null, 2).replaceAll('\n', `\n${margin}`);

function htmlSnippet(element: ElementData, { attributes, properties, tokens }: Given): string {
  const { tagName, version } = element;
  const lines = [
    `<script type="module" src="https://cdn.example.com/cleeng-elements/${version}/${moduleOf(element)}.js"></script>`,
    '',
    ...styleOf(tagName, tokens),
    tagOf(tagName, attributesOf(attributes)),
    '',
    '<script type="module">',
    `  const element = document.querySelector('${tagName}');`,
    ...Object.entries(properties).map(([name, value]) => `  element.${name} = ${json(value, '  ')};`),
    `  element.addEventListener('${eventOf(element)}', ({ detail }) => console.log(detail));`,
    '</script>',
  ];
  return lines.join('\n');
}

function reactSnippet(element: ElementData, { attributes, properties, tokens }: Given): string {
  const handler = `on${pascal(eventOf(element).replace('cleeng-', ''))}`;
  const all = [
    ...Object.entries(attributes).map(([name, value]) =>
      jsx(
        element.attributes.find((one) => one.name === name),
        name,
        value,
      ),
    ),
    ...Object.entries(properties).map(([name, value]) => `${name}={${json(value, '      ')}}`),
    ...(Object.keys(tokens).length ? [`style={${json(tokens, '      ')} as CSSProperties}`] : []),
    `${handler}={({ detail }) => console.log(detail)}`,
  ];
  return [
    ...(Object.keys(tokens).length ? [`import type { CSSProperties } from 'react';`] : []),
    `import { ${element.name} } from 'cleeng-elements/react';`,
    '',
    'export function Example() {',
    '  return (',
    `    <${element.name}`,
    ...all.map((line) => `      ${line}`),
    '    />',
    '  );',
    '}',
  ].join('\n');
}

function vueSnippet(element: ElementData, { attributes, properties, tokens }: Given): string {
  const objects = Object.entries(properties);
  return [
    '<script setup lang="ts">',
    `import { onMounted } from 'vue';`,
    '',
    `onMounted(() => import('cleeng-elements/define/${moduleOf(element)}'));`,
    ...objects.map(([name, value]) => `const ${name} = ${json(value, '')};`),
    '</script>',
    '',
    '<template>',
    tagOf(element.tagName, [
      ...attributesOf(attributes),
      ...objects.map(([name]) => `:${kebab(name)}.prop="${name}"`),
      `@${eventOf(element)}="({ detail }) => console.log(detail)"`,
    ])
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n'),
    '</template>',
    ...(Object.keys(tokens).length ? ['', ...styleOf(element.tagName, tokens)] : []),
  ]
    .join('\n')
    .trimEnd();
}

const attributesOf = (attributes: Given['attributes']) =>
  Object.entries(attributes).map(([name, value]) => (value === '' ? name : `${name}="${quoted(value)}"`));

/** On one line as long as it fits. */
function tagOf(tag: string, parts: readonly string[]): string {
  const line = `<${[tag, ...parts].join(' ')}></${tag}>`;
  return line.length <= 100 ? line : `<${tag}\n${parts.map((part) => `  ${part}`).join('\n')}\n></${tag}>`;
}

const styleOf = (tag: string, tokens: Given['tokens']): string[] =>
  Object.keys(tokens).length
    ? ['<style>', `  ${tag} {`, ...Object.entries(tokens).map(([name, value]) => `    ${name}: ${value};`), '  }', '</style>', '']
    : [];

function jsx(attribute: Attribute | undefined, name: string, value: string): string {
  const field = attribute?.fieldName ?? name;
  const { kind } = attribute ? kindOf(attribute) : { kind: 'text' };
  if (kind === 'switch') return field;
  return kind === 'number'
    ? `${field}={${Number(value)}}`
    : `${field}=${/["&{}]/.test(value) ? `{${JSON.stringify(value)}}` : `"${value}"`}`;
}

const pascal = (text: string) =>
  text
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
const kebab = (text: string) => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
