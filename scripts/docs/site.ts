import { readFileSync } from 'node:fs';
import { elementData } from './elements.js';
import { htmlOf } from './layout.js';
import { llmsText } from './llms.js';
import { drawPages, markdownOf, readPages } from './pages.js';
import { searchIndex } from './search-index.js';
import { fromRoot } from '../vite/root.js';

/** The documentation's files by their paths in the demo. */
export interface DocsSite {
  /** Pages, whose scripts and styles the build still has to find. */
  html: ReadonlyMap<string, string>;
  /** Files that are done. */
  files: ReadonlyMap<string, string>;
}

/** Makes the documentation from the Markdown of this repository and from what is generated. */
export function docsSite(): DocsSite {
  const pages = readPages();
  const drawn = drawPages(pages);
  const elements = elementData();
  const { description } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { description: string };
  return {
    html: new Map(drawn.map((page) => [`docs/${page.slug}.html`, htmlOf(page, drawn, elements)])),
    files: new Map([
      ...pages.map((page) => [`docs/${page.slug}.md`, markdownOf(page, pages)] as const),
      ['docs/search.json', searchIndex(drawn)],
      ['llms.txt', llmsText(pages, description)],
    ]),
  };
}
