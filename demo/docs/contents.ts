/** Marks the section being read in the list of contents. */
export function followHeadings(): void {
  const links = new Map([...document.querySelectorAll<HTMLAnchorElement>('.contents a')].map((link) => [link.hash.slice(1), link]));
  const headings = [...links.keys()].flatMap((id) => document.getElementById(id) ?? []);
  if (!headings.length) return;
  let marked: HTMLAnchorElement | undefined;
  const mark = () => {
    const read = headings.findLast((heading) => heading.getBoundingClientRect().top < 160) ?? headings[0]!;
    const link = links.get(read.id);
    if (link === marked) return;
    marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    marked = link;
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}
