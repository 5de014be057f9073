import css from 'highlight.js/lib/languages/css';
import javascript from 'highlight.js/lib/languages/javascript';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import { html, type TemplateResult } from 'lit';
import { createLowlight } from 'lowlight';

const lowlight = createLowlight({ css, javascript, typescript, xml });

type Node = ReturnType<typeof lowlight.highlight>['children'][number];

/** Code with its words marked by the same classes as on the pages. */
export const marked = (code: string, language: string): unknown => lowlight.highlight(language, code).children.map(draw);

function draw(node: Node): TemplateResult | string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  const classes = node.properties['className'];
  return html`<span class=${Array.isArray(classes) ? classes.join(' ') : ''}>${node.children.map(draw)}</span>`;
}
