import type { Options } from 'minisearch';

/** A section that was found. */
export interface Found {
  url: string;
  /** Its page. */
  title: string;
  /** Its heading; the beginning of a page has none. */
  heading: string;
  text: string;
}

/** How pages are indexed at build time and searched in the browser: by every word, the last one as its beginning. */
export const SEARCH: Options<Found & { id: string }> = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['url', 'title', 'heading', 'text'],
  searchOptions: {
    boost: { title: 4, heading: 3 },
    // Who looks for a page is led to its beginning.
    boostDocument: (_id, _word, stored) => (stored?.['heading'] ? 1 : 2),
    prefix: true,
    fuzzy: 0.15,
    combineWith: 'AND',
  },
};
