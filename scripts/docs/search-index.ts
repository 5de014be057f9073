import MiniSearch from 'minisearch';
import type { DrawnPage } from './page.js';
import { SEARCH, type Found } from '../../demo/docs/search/options.js';

/** The index of all pages, section by section, as the page's search loads it. */
export function searchIndex(pages: readonly DrawnPage[]): string {
  const index = new MiniSearch<Found & { id: string }>(SEARCH);
  for (const { slug, title, body } of pages) {
    for (const { id, heading, text } of body.sections) {
      const url = `${slug}.html${id ? `#${id}` : ''}`;
      if (text || heading || !id) index.add({ id: url, url, title, heading, text });
    }
  }
  return JSON.stringify(index);
}
