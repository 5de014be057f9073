import { html, render } from 'lit';
import { copyButton } from './copy.js';
import { followHeadings } from './contents.js';
import { searchBox } from './search/search.js';
import { themeChoice } from './theme.js';

/** What every page of the documentation does beyond being read. */
const menu = document.querySelector<HTMLButtonElement>('.menu')!;
const openMenu = (open: boolean) => menu.setAttribute('aria-expanded', String(open));
menu.hidden = false;
menu.addEventListener('click', () => openMenu(menu.getAttribute('aria-expanded') !== 'true'));
document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape' || menu.getAttribute('aria-expanded') !== 'true') return;
  openMenu(false);
  menu.focus();
});

render(html`${searchBox()}${themeChoice()}`, document.querySelector<HTMLElement>('.tools')!);

for (const block of document.querySelectorAll<HTMLElement>('.prose pre')) {
  const frame = document.createElement('div');
  frame.className = 'copyable';
  block.replaceWith(frame);
  const button = document.createElement('div');
  render(
    copyButton(() => block.textContent ?? ''),
    button,
  );
  frame.append(block, button);
}

// Every section has an address that can be taken along.
for (const heading of document.querySelectorAll<HTMLElement>('.prose :is(h2, h3)[id]')) {
  render(html`<a class="anchor" href="#${heading.id}" aria-label="Link to this section">#</a>`, heading);
}

followHeadings();
// Where the page is in the sidebar is seen at once.
document.querySelector('.sidebar [aria-current]')?.scrollIntoView({ block: 'nearest' });
