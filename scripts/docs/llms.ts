import { GROUPS, type Page } from './page.js';

/** What language models read first: what this is, and every page as Markdown (https://llmstxt.org). */
export const llmsText = (pages: readonly Page[], description: string): string => `# cleeng-elements

> ${description}

${GROUPS.map((group) => {
  const entries = pages
    .filter((page) => page.group === group)
    .map(({ slug, title, summary }) => `- [${title}](docs/${slug}.md)${summary ? `: ${summary}` : ''}`);
  return `## ${group}\n\n${entries.join('\n')}`;
}).join('\n\n')}
`;
