import { common, createLowlight } from 'lowlight';
import { escape } from './markdown.js';

const lowlight = createLowlight(common);
lowlight.registerAlias({ xml: ['vue', 'svelte'], typescript: ['tsx'] });

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** Code with its words marked by classes; in languages nobody knows it is plain text. */
export const highlighted = (code: string, language: string): string =>
  lowlight.registered(language) ? lowlight.highlight(language, code).children.map(htmlOf).join('') : escape(code);

function htmlOf(node: Node): string {
  if (node.type === 'text') return escape(node.value);
  if (node.type !== 'element') return '';
  const classes = node.properties['className'];
  return `<span class="${Array.isArray(classes) ? classes.join(' ') : ''}">${node.children.map(htmlOf).join('')}</span>`;
}
