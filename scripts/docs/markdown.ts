import MarkdownIt from 'markdown-it';
import { highlighted } from './highlight.js';

export interface Heading {
  level: number;
  id: string;
  text: string;
}

/** What lies between two headings, as the search finds it. */
export interface Section {
  id: string;
  heading: string;
  text: string;
}

export interface Rendered {
  html: string;
  headings: Heading[];
  sections: Section[];
}

/** The address of a link to a file of this repository; nothing for a file that is no page, whose link becomes text. */
type Resolve = (target: string) => string | undefined;

/** HTML in a text stays text: nothing but Markdown makes elements. */
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
type Token = ReturnType<typeof markdown.parse>[number];

markdown.renderer.rules.fence = (tokens, index) => {
  const { content, info } = tokens[index]!;
  const language = info.trim().split(/\s/, 1)[0]!;
  // Reachable by keyboard, since long lines scroll sideways.
  return `<pre class="code" tabindex="0" data-language="${escape(language)}"><code>${highlighted(content, language)}</code></pre>\n`;
};
/** A name is not broken where a line has room for it. */
const WHOLE = 32;
markdown.renderer.rules.code_inline = (tokens, index) => {
  const { content } = tokens[index]!;
  return `<code${content.length <= WHOLE ? ' class="whole"' : ''}>${escape(content)}</code>`;
};
markdown.renderer.rules.table_open = () => '<div class="table" tabindex="0" role="group" aria-label="Table"><table>\n';
markdown.renderer.rules.table_close = () => '</table></div>\n';

export const escape = (text: string): string => markdown.utils.escapeHtml(text);

/** A heading's address, as code hosts make it. */
export const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Renders a page. */
export function renderMarkdown(text: string, resolve: Resolve): Rendered {
  const tokens = markdown.parse(text, {});
  const headings: Heading[] = [];
  const sections: Section[] = [{ id: '', heading: '', text: '' }];
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open') {
      const heading = headingOf(token, tokens[index + 1]!, headings);
      headings.push(heading);
      if (heading.level > 1) sections.push({ id: heading.id, heading: heading.text, text: '' });
    } else if (token.type === 'inline') {
      redirect(token.children ?? [], resolve);
      if (tokens[index - 1]?.type !== 'heading_open') sections.at(-1)!.text += ` ${plain(token)}`;
    } else if (token.type === 'fence') {
      sections.at(-1)!.text += ` ${token.content}`;
    }
  }
  const html = markdown.renderer.render(tokens, markdown.options, {});
  return { html, headings, sections: sections.map((section) => ({ ...section, text: section.text.replace(/\s+/g, ' ').trim() })) };
}

function headingOf(open: Token, inline: Token, before: readonly Heading[]): Heading {
  const text = plain(inline);
  const wanted = slug(text);
  const same = before.filter(({ id }) => id.replace(/-\d+$/, '') === wanted).length;
  const id = same ? `${wanted}-${same}` : wanted;
  open.attrSet('id', id);
  return { level: Number(open.tag.slice(1)), id, text };
}

const plain = (inline: Token): string =>
  (inline.children ?? []).map(({ type, content }) => (type === 'softbreak' ? ' ' : content)).join('');

function redirect(inline: readonly Token[], resolve: Resolve): void {
  let dropped = false;
  for (const token of inline) {
    if (token.type === 'link_open') {
      const target = String(token.attrGet('href') ?? '');
      const outside = /^https?:/.test(target);
      const to = outside ? target : resolve(target);
      dropped = to === undefined;
      token.attrs = to === undefined ? [] : [['href', to], ...(outside ? [['rel', 'noreferrer'] as [string, string]] : [])];
    }
    if (dropped && /^link_(open|close)$/.test(token.type)) token.tag = 'span';
    if (token.type === 'link_close') dropped = false;
  }
}

/** The same page as Markdown, its links led to the pages beside it; what stands in code is left alone. */
export const relinked = (text: string, resolve: Resolve): string =>
  text
    .split(/(```[^]*?```|`[^`\n]*`)/)
    .map((part, index) =>
      index % 2 ? part : part.replace(/\]\((?!https?:)([^)\s]+)\)/g, (_, target: string) => `](${resolve(target) ?? target})`),
    )
    .join('');
