import type { Declaration, Described } from './manifest.js';

/** The values an attribute may have, if its type lists them. */
const valuesOf = ({ type }: Described): string[] => [...(type?.text.matchAll(/'([^']+)'/g) ?? [])].map(([, value]) => value!);

const described = ({ name, description = '' }: Described) => ({ name, description });

/** Custom data for HTML in Visual Studio Code: names, descriptions and values while typing. */
export function vsCodeData(declarations: readonly Declaration[]): object {
  return {
    version: 1.1,
    tags: declarations.map((element) => ({
      name: element.tagName,
      description: tagText(element),
      attributes: element.attributes.map((attribute) => ({
        ...described(attribute),
        ...(attribute.type?.text === 'boolean' ? { valueSet: 'v' } : { values: valuesOf(attribute).map((name) => ({ name })) }),
      })),
    })),
  };
}

/** Visual Studio Code knows no slots and events of a tag, so that its description names them. */
function tagText({ description, events, slots }: Declaration): string {
  const list = (title: string, entries: readonly Described[]) =>
    `**${title}**\n\n${entries.map(({ name, description: text = '' }) => `- \`${name || '(default)'}\`: ${text}`).join('\n')}`;
  return [description, list('Events', events), list('Slots', slots)].join('\n\n');
}

/** Web types for the editors of JetBrains. */
export function webTypes(declarations: readonly Declaration[], name: string, version: string): object {
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: declarations.map((element) => ({
          name: element.tagName,
          description: element.description,
          attributes: element.attributes.map((attribute) => ({
            ...described(attribute),
            value: { type: attribute.type?.text ?? 'string', required: attribute.type?.text !== 'boolean' },
          })),
          slots: element.slots.map(described),
          js: {
            properties: element.members.map((member) => ({
              ...described(member),
              type: member.type?.text ?? 'unknown',
              ...(member.readonly ? { 'read-only': true } : {}),
            })),
            events: element.events.map((event) => ({ ...described(event), type: event.type?.text ?? 'CustomEvent' })),
          },
          css: {
            parts: element.cssParts.map(described),
            properties: element.cssProperties.map((token) => ({ name: token.name, description: `Default: \`${token.default}\`` })),
          },
        })),
      },
    },
  };
}
