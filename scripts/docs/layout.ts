import { VERSION } from '../../src/version.js';
import { escape } from './markdown.js';
import type { ElementData } from '../../demo/docs/playground/element.js';
import { GROUPS, type DrawnPage } from './page.js';

/** What the elements' pages work with, by tag. */
export type Elements = Readonly<Record<string, ElementData>>;

const link = ({ slug, title }: DrawnPage, current: DrawnPage) =>
  `<a href="${slug}.html"${slug === current.slug ? ' aria-current="page"' : ''}>${escape(title)}</a>`;

/** A page as a whole: it can be read without a script; one adds search, the menu on a phone, and on an element's page the element itself. */
export function htmlOf(page: DrawnPage, pages: readonly DrawnPage[], elements: Elements): string {
  const index = pages.indexOf(page);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="description" content="${escape(page.summary)}" />
    <title>${escape(page.title)} · cleeng-elements</title>
    <script>
      try {
        document.documentElement.dataset.theme = localStorage.getItem('docs-theme') ?? 'auto';
      } catch {}
    </script>
    <link rel="icon" href="/icon.svg" />
    <link rel="alternate" type="text/markdown" href="${page.slug}.md" />
    <link rel="stylesheet" href="/docs/style/docs.css" />
    <script type="module" src="/docs/page.ts"></script>
    ${page.tag ? '<script type="module" src="/docs/playground/playground.ts"></script>' : ''}
  </head>
  <body>
    <a class="skip" href="#content">Skip to content</a>
    <header class="top">
      <button type="button" class="menu" aria-expanded="false" aria-controls="sidebar" hidden>Menu</button>
      <a class="brand" href="index.html"><span>cleeng-elements</span> <small>${VERSION}</small></a>
      <div class="tools"></div>
    </header>
    <nav id="sidebar" class="sidebar" aria-label="Documentation">${sidebar(page, pages, elements)}</nav>
    <main id="content" tabindex="-1"${page.tag ? ' class="element"' : ''}>
      ${page.tag ? elementHead(page, elements[page.tag]!) : ''}
      <article class="prose">${page.tag ? withoutTitle(page.body.html) : page.body.html}</article>
      <nav class="turn" aria-label="Pages before and after">${turn('prev', 'Previous', pages[index - 1])}${turn('next', 'Next', pages[index + 1])}</nav>
      <footer>
        <p>This project is independent of Cleeng. <a href="${page.slug}.md">This page as Markdown</a> · <a href="../llms.txt">llms.txt</a> · <a href="../">The demo’s streaming site</a></p>
      </footer>
    </main>
    ${contents(page)}
  </body>
</html>
`;
}

const sidebar = (page: DrawnPage, pages: readonly DrawnPage[], elements: Elements): string =>
  GROUPS.map((group) => {
    const entries = pages
      .filter((one) => one.group === group)
      .map((one) => `<li>${link(one, page)}${one === page && one.tag ? stateList(one.tag, elements) : ''}</li>`);
    return `<p id="in-${group}">${group}</p><ul aria-labelledby="in-${group}">${entries.join('')}</ul>`;
  }).join('');

const stateList = (tag: string, elements: Elements): string =>
  `<ul class="states" aria-label="States of ${tag}">${Object.keys(elements[tag]?.states ?? {})
    .map((state) => `<li><a href="${tag}.html?state=${encodeURIComponent(state)}" data-state="${escape(state)}">${escape(state)}</a></li>`)
    .join('')}</ul>`;

/** Title and summary stand above the element itself, the rest of the text below it. */
const elementHead = (
  { title, summary }: DrawnPage,
  element: ElementData,
): string => `<div class="prose"><h1>${escape(title)}</h1><p class="lead">${escape(summary)}</p></div>
      <section id="playground" class="playground" aria-label="Try it"><noscript><p>The element itself is shown here once scripts run.</p></noscript></section>
      <script type="application/json" id="element">${JSON.stringify(element).replaceAll('<', '\\u003c')}</script>`;

const withoutTitle = (html: string): string => html.replace(/<h1[^>]*>[^]*?<\/h1>\n/, '');

const contents = ({ body }: DrawnPage): string => {
  const headings = body.headings.filter(({ level }) => level === 2 || level === 3);
  if (headings.length < 2) return '';
  const entries = headings.map(({ level, id, text }) => `<li class="level-${level}"><a href="#${id}">${escape(text)}</a></li>`);
  return `<nav class="contents" aria-label="On this page"><p>On this page</p><ul>${entries.join('')}</ul></nav>`;
};

const turn = (rel: string, label: string, page: DrawnPage | undefined): string =>
  page ? `<a rel="${rel}" href="${page.slug}.html"><small>${label}</small> ${escape(page.title)}</a>` : '';
