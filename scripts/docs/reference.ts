import { readFileSync } from 'node:fs';
import { EVENTS, EVENTS_VERSION, type EventEntry } from '../../src/analytics/catalogue.js';
import { ERROR_CODES } from '../../src/api/errors.js';
import type { Declaration, Described } from '../generate/manifest.js';
import { filesBelow } from '../vite/files.js';
import { fromRoot } from '../vite/root.js';
import { cell, code, table } from './table.js';
import type { Page } from './page.js';

/** What `detail` holds, by the event's class, as the sources write it. */
function detailTypes(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of filesBelow(fromRoot('src'), '.ts')) {
    const text = readFileSync(fromRoot(`src/${file}`), 'utf8');
    for (const [, name, type] of text.matchAll(/class (\w+Event) extends CustomEvent<([^]*?)> \{/g)) found.set(name!, type!);
  }
  return found;
}

/** The pages of the reference: one for each element, all events, all error codes. */
export function referencePages(declarations: readonly Declaration[]): Page[] {
  const details = detailTypes();
  return [
    ...declarations.map((element) => elementPage(element, details)),
    eventsPage(declarations, details),
    {
      slug: 'error-codes',
      title: 'Error codes',
      group: 'Reference',
      summary: 'Every code that a failed call can have.',
      markdown: errorCodes(),
    },
  ];
}

function elementPage(element: Declaration, details: ReadonlyMap<string, string>): Page {
  const own = element.attributes.filter(({ inheritedFrom }) => inheritedFrom?.name !== 'CleengElement');
  const shared = element.attributes.filter(({ inheritedFrom }) => inheritedFrom?.name === 'CleengElement');
  const properties = element.members.filter((member) => !member.attribute);
  const described = (list: readonly Described[]) =>
    list.map(({ name, description }) => [name ? code(name) : '(default)', cell(description)]);
  const markdown = `# ${element.tagName}

${element.description}

\`\`\`js
import 'cleeng-elements/define/${element.tagName.replace('cleeng-', '')}';
\`\`\`

## Attributes

Each is a property, too: \`publisher-id\` is \`publisherId\`.

${own.length ? attributes(own) : 'None of its own.'}

### Of every element

${attributes(shared)}

## Properties

${table(
  ['property', 'type', 'what'],
  properties.map(({ name, type, readonly, description }) => [
    code(name),
    type ? code(type.text) : '',
    `${cell(description)}${readonly ? ' Read only.' : ''}`,
  ]),
)}

## Methods

None: attributes and properties tell the element what to show, events tell the page what happened.

## Events

Each bubbles and crosses shadow roots. All of them are on one page: [All events](event-catalogue.md).

${table(
  ['event', '`detail`', 'when'],
  element.events.map(({ name, type, description }) => [code(name), detailOf(type?.text, details), cell(description)]),
)}

## Slots

${table(['slot', 'what'], described(element.slots))}

## Parts

${table(['part', 'what'], described(element.cssParts))}

## Tokens

Set them on any ancestor: see [Theming](theming.md).

${table(
  ['token', 'default'],
  element.cssProperties.map(({ name, default: value }) => [code(name), code(value)]),
)}
`;
  return { slug: element.tagName, title: element.tagName, group: 'Elements', summary: element.summary, tag: element.tagName, markdown };
}

const attributes = (list: Declaration['attributes']) =>
  table(
    ['attribute', 'type', 'what'],
    list.map(({ name, type, description }) => [code(name), code((type?.text ?? 'string').replace(' | undefined', '')), cell(description)]),
  );

const detailOf = (type: string | undefined, details: ReadonlyMap<string, string>) => {
  const text = details.get(type ?? '');
  return text ? code(text.replace(/\s+/g, ' ')) : '';
};

function eventsPage(declarations: readonly Declaration[], details: ReadonlyMap<string, string>): Page {
  const rows = Object.entries<Pick<EventEntry, 'cancelable' | 'personal'>>(EVENTS).map(([name, entry]) => {
    const by = declarations.filter(({ events }) => events.some((event) => event.name === name));
    const type = by[0]?.events.find((event) => event.name === name)?.type?.text ?? 'SessionChangeEvent';
    const from = by.map(({ tagName }) => `[${tagName}](${tagName}.md)`).join(', ');
    return [
      code(name),
      detailOf(type, details),
      from || '`<html>`',
      entry.cancelable ? 'yes' : '',
      (entry.personal ?? []).map((key) => code(key)).join(', '),
    ];
  });
  return {
    slug: 'event-catalogue',
    title: 'All events',
    group: 'Reference',
    summary: 'Every event with its detail, the elements it comes from, and what of it is personal.',
    markdown: `# All events

Version ${EVENTS_VERSION} of the catalogue. What is personal says who the viewer is, or only they should know it: reports leave it out. How to listen and to report: [Events and analytics](events.md).

${table(['event', '`detail`', 'from', 'cancelable', 'personal'], rows)}
`,
  };
}

const errorCodes = () => `# Error codes

\`detail.error\` of an event whose name ends in \`-error\` is a \`CleengError\`: \`code\` is one of these, \`message\` is for developers, and both are never shown to a viewer as they are. \`status\`, \`requestId\` and \`retryAfter\` are there when the platform said so, \`retryable\` tells whether the same call may succeed later.

${table(
  ['code'],
  ERROR_CODES.map((name) => [code(name)]),
)}
`;
