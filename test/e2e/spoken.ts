import type { Page } from '@playwright/test';

/** Roles that only group what is in them, or repeat its text. */
const SILENT = new Set([
  'none',
  'generic',
  'InlineTextBox',
  'StaticText',
  'paragraph',
  'LabelText',
  'Legend',
  'RootWebArea',
  'ListMarker',
  'strong',
]);
/** States a screen reader tells, when they are set. */
const TOLD = ['required', 'invalid', 'disabled', 'checked', 'pressed', 'expanded', 'busy'];

interface AxValue {
  value?: unknown;
}

interface AxNode {
  nodeId: string;
  ignored: boolean;
  childIds?: string[];
  role?: AxValue;
  name?: AxValue;
  description?: AxValue;
  properties?: { name: string; value: AxValue }[];
}

/**
 * What a screen reader is given of a page, from the browser's own accessibility tree: a line for each thing with its role, its name, what
 * describes it, and its states. What is announced by itself has its text.
 */
export async function spoken(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const lines: string[] = [];
  const say = (node: AxNode | undefined): void => {
    if (!node) return;
    const role = textOf(node.role);
    if (!node.ignored && !SILENT.has(role)) lines.push(line(node, role));
    for (const id of node.childIds ?? []) say(byId.get(id));
  };
  const line = (node: AxNode, role: string): string => {
    const states = (node.properties ?? []).filter(({ name, value }) => TOLD.includes(name) && isSet(value));
    const live = role === 'alert' || role === 'status';
    return [
      role,
      live ? textsIn(node) : textOf(node.name),
      node.description?.value ? `(${textOf(node.description)})` : '',
      states.length ? `[${states.map(({ name }) => name).join(', ')}]` : '',
    ]
      .filter(Boolean)
      .join(' ');
  };
  const textsIn = (node: AxNode): string => {
    if (textOf(node.role) === 'StaticText') return textOf(node.name);
    return (node.childIds ?? [])
      .flatMap((id) => byId.get(id) ?? [])
      .map(textsIn)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  };
  say(nodes[0]);
  return lines;
}

const textOf = (value: AxValue | undefined): string => (typeof value?.value === 'string' ? value.value : '');
const isSet = ({ value }: AxValue): boolean => value === true || value === 'true' || value === 'mixed';
