import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path/posix';
import { stories } from '../../demo/stories/all.js';
import { readDeclarations, type Declaration } from '../generate/manifest.js';
import { filesBelow } from '../vite/files.js';
import { relinked, renderMarkdown } from './markdown.js';
import type { DrawnPage, Page } from './page.js';
import { referencePages } from './reference.js';
import { fromRoot } from '../vite/root.js';

/** The guides in the order in which they are read; a new one comes after them by itself. */
const ORDER = ['start', 'embedding', 'theming', 'languages', 'events', 'security', 'accessibility', 'migrating'];

/** What is written elsewhere, and belongs to the documentation. */
const BESIDE = [
  { source: 'sandbox/README.md', slug: 'sandbox', title: 'The sandbox', group: 'Guides' },
  { source: 'README.md', slug: 'readme', title: 'README', group: 'Project' },
  { source: 'CHANGELOG.md', slug: 'changelog', title: 'Changelog', group: 'Project' },
  { source: 'CONTRIBUTING.md', slug: 'contributing', title: 'Contributing', group: 'Project' },
] as const;

/** The elements as the stories have them: the way a viewer goes. */
const inOrder = (declarations: Declaration[]): Declaration[] => {
  const tags = Object.keys(stories);
  return declarations.sort((a, b) => tags.indexOf(a.tagName) - tags.indexOf(b.tagName));
};

const rank = (name: string) => (ORDER.includes(name) ? ORDER.indexOf(name) : ORDER.length);

function guide(file: string): Page {
  const name = basename(file, '.md');
  const markdown = readFileSync(fromRoot(`docs/${file}`), 'utf8');
  const slug = name === 'start' ? 'index' : name;
  return { slug, title: titleOf(markdown), group: 'Guides', summary: summaryOf(markdown), markdown, source: `docs/${file}` };
}

const titleOf = (markdown: string): string => /^# (.+)$/m.exec(markdown)?.[1]?.replaceAll('`', '') ?? '';

/** The first sentence below the title. */
const summaryOf = (markdown: string): string => {
  const paragraph = /^# .+\n+([^#\n`][^]*?)(?:\n\n|$)/.exec(markdown)?.[1] ?? '';
  return (/^[^]*?[.:](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph)
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/:$/, '.');
};

/** All pages as they follow each other. */
export function readPages(): Page[] {
  const guides = filesBelow(fromRoot('docs'), '.md').map(guide);
  guides.sort((a, b) => rank(basename(a.source!, '.md')) - rank(basename(b.source!, '.md')));
  const beside = BESIDE.map((page): Page => {
    const markdown = readFileSync(fromRoot(page.source), 'utf8');
    return { ...page, markdown, summary: summaryOf(markdown) };
  });
  const [sandbox, ...project] = beside as [Page, ...Page[]];
  return [...guides, sandbox, ...referencePages(inOrder(readDeclarations())), ...project];
}

/** Draws all pages. @throws when a link leads to no page and to no heading of one */
export function drawPages(pages: readonly Page[]): DrawnPage[] {
  const drawn = pages.map((page) => ({ ...page, body: renderMarkdown(page.markdown, linkFrom(page, pages, 'html')) }));
  for (const page of drawn) {
    for (const [, target] of page.body.html.matchAll(/href="([^":]*)"/g)) {
      const [file = '', id] = target!.split('#');
      const to = drawn.find(({ slug }) => (file === '' ? slug === page.slug : `${slug}.html` === file));
      if (!to || (id && !to.body.headings.some((heading) => heading.id === id)))
        throw new Error(`${page.source ?? page.slug}: ${target} leads nowhere.`);
    }
  }
  return drawn;
}

/** A page as Markdown, as it lies beside its HTML. */
export const markdownOf = (page: Page, pages: readonly Page[]): string => relinked(page.markdown, linkFrom(page, pages, 'md'));

/** Leads a link of a page to the page that a file has become. */
const linkFrom =
  (page: Page, pages: readonly Page[], ending: 'html' | 'md') =>
  (target: string): string | undefined => {
    const [path = '', id] = target.split('#');
    if (path === '') return target;
    // Generated pages name the others as they lie beside each other.
    const to = page.source
      ? pages.find(({ source }) => source === join(dirname(page.source!), path))
      : pages.find(({ slug }) => `${slug}.md` === path);
    if (!to && page.source && existsSync(fromRoot(join(dirname(page.source), path)))) return undefined;
    if (!to) throw new Error(`${page.source ?? page.slug} leads to ${target}, which is not there.`);
    return `${to.slug}.${ending}${id ? `#${id}` : ''}`;
  };
