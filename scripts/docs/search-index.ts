import MiniSearch from 'minisearch';
import type { DrawnPage } from './page.js';
import { SEARCH, type Found } from '../../demo/docs/search/options.js';

/** The index of all pages, section by section, as the page's search loads it. What several pages say word for word is found once. */
export function searchIndex(pages: readonly DrawnPage[]): string {
  const index = new MiniSearch<Found & { id: string }>(SEARCH);
  const told = new Set<string>();
  for (const { slug, title, body } of pages) {
    for (const { id, heading, text } of body.sections) {
      const url = `${slug}.html${id ? `#${id}` : ''}`;
      if (heading && told.has(heading + text)) continue;
      told.add(heading + text);
      if (text || heading || !id) index.add({ id: url, url, title, heading, text });
    }
  }
  return JSON.stringify(index);
}
