import { render, type CSSResult, type TemplateResult } from 'lit';

/** Prints something by itself, without the page around it: in a frame that nobody sees and that is gone afterwards. */
export function printApart(content: TemplateResult, { cssText }: CSSResult, lang: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  const { contentWindow: inner, contentDocument: page } = frame;
  if (!inner || !page) return frame.remove();
  page.documentElement.lang = lang;
  page.documentElement.dir = getComputedStyle(document.documentElement).direction;
  // A sheet belongs to the document it was made in.
  const sheet = new (inner as Window & typeof globalThis).CSSStyleSheet();
  sheet.replaceSync(cssText);
  page.adoptedStyleSheets = [sheet];
  render(content, page.body);
  inner.addEventListener('afterprint', () => frame.remove());
  inner.print();
}
