import type { Page } from '@playwright/test';

/** What there is to say about everything that an element shows. Each list should be empty. */
export interface Findings {
  /** Boxes in a shadow frame that a publisher cannot reach: they have no part. */
  partless: string[];
  /** Controls with less than 24 pixels to hit, but for links within a sentence. */
  small: string[];
  /** Fields whose outline stands out from what is around it by less than 3:1. */
  faint: string[];
  /** What stays in its place while the page moves, and so may lie over what has the focus. */
  floating: string[];
  /** Fields that refuse what is pasted into them, or keep password managers away. */
  refusing: string[];
}

export interface Survey extends Findings {
  /** The parts that are rendered. */
  parts: string[];
}

/** Looks at one element and those inside it, their shadow frames and light regions; what Adyen draws is Adyen's, and what an author put in a slot is theirs. */
export const survey = (page: Page, tag: string): Promise<Survey> =>
  page.evaluate((name) => {
    const found: Survey = { parts: [], partless: [], small: [], faint: [], floating: [], refusing: [] };
    const host = document.querySelector<HTMLElement>(name)!;
    visit(host.shadowRoot!, host);
    visit(host, host);
    return found;

    function visit(root: ParentNode, owner: Element): void {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot, element);
        if (
          element.closest('.cleeng-adyen, .cleeng-paypal, .cleeng-hidden, .quiet, [slot]:not([slot^="cleeng-"])') ||
          !element.checkVisibility()
        )
          continue;
        const style = getComputedStyle(element);
        const label = `${element.localName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`;
        if (element.getRootNode() === host.shadowRoot) found.parts.push(...element.part);
        if (root === owner.shadowRoot && isBox(element, style) && element.part.length === 0) found.partless.push(label);
        if (style.position === 'fixed' || style.position === 'sticky') found.floating.push(label);
        if (element.matches('a, button, input, select, textarea')) control(element, style, label);
      }
    }

    function isBox(element: Element, style: CSSStyleDeclaration): boolean {
      if (element.closest('[aria-hidden="true"], svg') || element.matches('input[type=radio], input[type=checkbox]')) return false;
      const sides = ['Top', 'Right', 'Bottom', 'Left'] as const;
      return (
        alpha(style.backgroundColor) > 0 ||
        sides.every((side) => style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px')
      );
    }

    function control(element: HTMLElement, style: CSSStyleDeclaration, label: string): void {
      const { width, height } = element.getBoundingClientRect();
      const inSentence = style.display === 'inline' && element.parentElement!.textContent?.trim() !== element.textContent?.trim();
      if (!inSentence && (width < 24 || height < 24)) found.small.push(`${label}: ${width} × ${height}`);
      const field = element.matches('input:not([type=radio], [type=checkbox]), select, textarea');
      if (field && contrast(style.borderTopColor, behind(element.parentElement!)) < 3)
        found.faint.push(`${label}: ${style.borderTopColor}`);
      if (!(element instanceof HTMLInputElement) || !field) return;
      const pasted = element.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true }));
      if (!pasted) found.refusing.push(`${label}: paste`);
      if (element.type === 'password' && !/^(current|new)-password$/.test(element.autocomplete))
        found.refusing.push(`${label}: autocomplete`);
    }

    /** The colour a box stands on. */
    function behind(element: Element): string {
      for (
        let at: Element | null = element;
        at;
        at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null
      ) {
        const { backgroundColor } = getComputedStyle(at);
        if (alpha(backgroundColor) > 0) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    }

    function alpha(color: string): number {
      return Number(/^rgba\(.+, ([\d.]+)\)$/.exec(color)?.[1] ?? 1);
    }

    function contrast(one: string, other: string): number {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
      return (light + 0.05) / (dark + 0.05);
    }

    function luminance(color: string): number {
      const channels = [...color.matchAll(/[\d.]+/g)].slice(0, 3).map(([text]) => Number(text) / 255);
      const [red, green, blue] = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [
        number,
        number,
        number,
      ];
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    }
  }, tag);

/** The distances between letters, words, lines and paragraphs that readers must be able to set (WCAG 1.4.12), everywhere on the page. */
export const spreadText = (page: Page, on: boolean): Promise<void> =>
  page.evaluate((wanted) => {
    const kept = window as unknown as { spread?: CSSStyleSheet };
    kept.spread ??= new CSSStyleSheet();
    const sheet = kept.spread;
    sheet.replaceSync(
      wanted
        ? '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }'
        : '',
    );
    const adopt = (root: Document | ShadowRoot): void => {
      if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) adopt(shadowRoot);
    };
    adopt(document);
  }, on);

/** What moves though the viewer wants no motion. */
export const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const still = ['opacity', 'color', 'offset', 'computedOffset', 'easing', 'composite'];
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const animation of root.getAnimations()) {
        const { target } = animation.effect as KeyframeEffect;
        if (target?.closest('.cleeng-adyen')) continue;
        const changed = (animation.effect as KeyframeEffect).getKeyframes().flatMap(Object.keys);
        if (changed.some((property) => !still.includes(property)))
          found.push(`${target?.localName}.${target?.className}: ${changed.join()}`);
      }
      for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) visit(shadowRoot);
    };
    visit(document);
    return found;
  });

/** Buttons and fields that have no outline when the viewer's own colours take the place of the page's. */
export const shapeless = (page: Page, tag: string): Promise<string[]> =>
  page.evaluate((name) => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('.cleeng-button, .cleeng-input, .field input, .field textarea, .cleeng-notice, .card')) continue;
        if (element.closest('.cleeng-adyen') || !element.checkVisibility()) continue;
        const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
        const shows =
          borderTopStyle !== 'none' &&
          borderTopWidth !== '0px' &&
          borderTopColor !== getComputedStyle(document.documentElement).backgroundColor;
        if (!shows) found.push(`${element.localName}.${element.className}`);
      }
    };
    visit(document.querySelector(name)!.shadowRoot!);
    visit(document.querySelector(name)!);
    return found;
  }, tag);

/** Moves the focus through everything that takes it, and returns what cannot be seen then: its ring is missing, or something lies over it. */
export async function unseenFocus(page: Page, tag: string): Promise<string[]> {
  // From here on the browser takes the viewer for somebody with a keyboard.
  await page.keyboard.press('Tab');
  return page.evaluate((name) => {
    const found: string[] = [];
    const visit = (root: ParentNode): void => {
      for (const element of root.querySelectorAll<HTMLElement>('*')) {
        if (element.shadowRoot) visit(element.shadowRoot);
        if (!element.matches('a[href], button, input, select, textarea') || element.tabIndex < 0) continue;
        if (element.closest('.cleeng-adyen') || isInert(element) || !element.checkVisibility()) continue;
        element.focus();
        const own = element.getRootNode() as Document | ShadowRoot;
        const label = `${element.localName}.${element.className} ${(element.textContent ?? '').trim().slice(0, 20)}`;
        if (own.activeElement !== element) {
          found.push(`${label}: takes no focus`);
          continue;
        }
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        if (outlineStyle === 'none' || outlineWidth === '0px') found.push(`${label}: no ring`);
        const { left, top, width, height } = element.getBoundingClientRect();
        const over = own.elementFromPoint(left + width / 2, top + height / 2);
        if (over !== element && !element.contains(over) && !over?.contains(element))
          found.push(`${label}: covered by ${over?.localName}.${over?.className}`);
      }
    };
    visit(document.querySelector(name)!.shadowRoot!);
    visit(document.querySelector(name)!);
    return found;

    function isInert(element: Element): boolean {
      for (let at: Element | undefined = element; at; at = at.assignedSlot ?? at.parentElement ?? (at.getRootNode() as ShadowRoot).host) {
        if (at.matches('[inert], :disabled')) return true;
      }
      return false;
    }
  }, tag);
}

/**
 * Turns an element to other words, and returns what is read in it, aloud too, that has none of the brackets they stand in. What Adyen draws is
 * Adyen's, what an author put in a slot is theirs, and what can be chosen from a list is a country or an answer.
 */
export const unmarked = (page: Page, tag: string, messages: object): Promise<string[]> =>
  page.evaluate(
    async ({ name, words }) => {
      const host = document.querySelector<HTMLElement & { messages: object; updateComplete: Promise<unknown> }>(name)!;
      host.messages = words;
      // Those inside take the words over when this one has drawn itself.
      for (let round = 0; round < 3; round++) {
        await host.updateComplete;
        await new Promise(requestAnimationFrame);
      }
      const found = new Set<string>();
      const keep = (text: string | null): void => {
        if (text && /\p{Letter}{2}/u.test(text) && !/[⟦⟧]/.test(text)) found.add(text.replace(/\s+/g, ' ').trim());
      };
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll<HTMLElement>('*')) {
          if (element.shadowRoot) visit(element.shadowRoot);
          const theirs = '.cleeng-adyen, .cleeng-paypal, option, style, script, [slot]:not([slot^="cleeng-"])';
          if (element.closest(theirs) || !element.checkVisibility()) continue;
          for (const attribute of ['aria-label', 'aria-description', 'placeholder', 'title', 'alt']) keep(element.getAttribute(attribute));
          for (const node of element.childNodes) if (node instanceof Text) keep(node.data);
        }
      };
      visit(host.shadowRoot!);
      visit(host);
      return [...found];
    },
    { name: tag, words: messages },
  );
