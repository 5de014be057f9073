import type { Rendered } from './markdown.js';

export const GROUPS = ['Guides', 'Elements', 'Reference', 'Project'] as const;

/** A page of the documentation, before it is drawn. */
export interface Page {
  /** Its file beside the others, without an ending. */
  slug: string;
  /** What the sidebar calls it. */
  title: string;
  group: (typeof GROUPS)[number];
  /** In a sentence, for lists of pages. */
  summary: string;
  markdown: string;
  /** The file of this repository that it comes from; generated pages have none. */
  source?: string;
  /** The element it is about. */
  tag?: string;
}

/** A page and what became of its text. */
export interface DrawnPage extends Page {
  body: Rendered;
}
