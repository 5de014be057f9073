import { html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from 'lit';
import { AccountTabs } from '../controllers/account-tabs.js';
import { Action } from '../controllers/action.js';
import { breathe } from '../controllers/breathe.js';
import type { Kit } from '../controllers/kit.js';
import { Recheck } from '../controllers/recheck.js';
import { accountSection as messages } from '../i18n/en/account-section.js';
import { Localize } from '../i18n/localize.js';
import { records } from '../i18n/parts.js';
import { controls } from '../ui/controls.js';
import { frame } from '../ui/frame.js';
import { loading } from '../ui/notice.js';
import { stuck } from '../ui/stuck.js';
import { tokens } from '../ui/tokens.js';
import { AccountElement } from './account-element.js';

/** Views that every section of an account has before it can show anything of its own. */
export type SectionView = 'signed-out' | 'loading' | 'load-failed';

/** What a section shows once somebody is signed in. It is code of its own, which comes while the platform is asked. */
export interface SectionBody<V extends string> {
  /** `undefined` until there is something to show. */
  readonly view: V | undefined;
  readonly styles: CSSResult;
  /** Looks up what belongs to the kit, before every rendering. */
  update(kit: Kit): void;
  render(): TemplateResult | typeof nothing;
  /** Something may have changed elsewhere: asks the platform again. What is being typed stays. */
  reread(): void;
  /** Somebody else is signed in now, or nobody: nothing of what was shown or typed may stay. */
  reset(): void;
}

/**
 * A part of the viewer's account that stands alone: the frame around it, who is signed in, and its code. Sections never wait for one another.
 */
export abstract class AccountSection<V extends string> extends AccountElement {
  static override styles = [tokens, frame, controls];

  protected body: SectionBody<V> | undefined;

  readonly #texts = new Localize(this, messages, records, 'accountSection');
  readonly #tabs = new AccountTabs(
    this,
    () => this.kit,
    () => this.body?.reread(),
  );
  readonly #open = new Action(this, async () => {
    const body = await this.loadBody();
    await breathe();
    this.body ??= body;
    const { styleSheet } = body.styles;
    if (styleSheet && this.shadowRoot) this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, styleSheet];
  });

  constructor() {
    super();
    void new Recheck(this, () => this.body?.reread());
    this.addEventListener('cleeng-account-change', () => this.#tabs.tell());
  }

  /** What the element shows now; stories and tests name it. */
  get view(): V | SectionView {
    if (!this.customerId) return 'signed-out';
    return this.#open.error ? 'load-failed' : (this.body?.view ?? 'loading');
  }

  /** The heading, unless the page has its own. */
  protected abstract readonly heading: keyof typeof messages;
  /** Brings the section's code. */
  protected abstract loadBody(): Promise<SectionBody<V>>;
  /** Asks the platform while the code comes. */
  protected prefetch(_kit: Kit): void {}

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!this.kit || !this.customerId) return;
    if (this.body) this.body.update(this.kit);
    else if (!this.#open.busy && !this.#open.error) {
      this.prefetch(this.kit);
      void this.#open.run();
    }
  }

  protected override sessionChanged(): void {
    this.body?.reset();
  }

  protected override render(): TemplateResult {
    if (!this.kit) return this.renderMisconfigured();
    return html`<section class="stack" part="form">
      <slot name="heading"><h2 part="heading" tabindex="-1">${this.#texts.text(this.heading)}</h2></slot>
      ${this.#renderView()}
      <slot name="footer"></slot>
    </section>`;
  }

  #renderView(): TemplateResult | typeof nothing {
    const texts = this.#texts;
    switch (this.view) {
      case 'signed-out':
        return html`<p class="muted">${texts.text('section.signed-out')}</p>`;
      case 'loading':
        return loading(texts.text('state.loading'));
      case 'load-failed':
        return stuck(
          texts.text('section.load-failed'),
          [[texts.text('action.retry'), () => this.#open.reset()]],
          this.renderHelp(texts.text('action.help')),
        );
      default:
        return this.body?.render() ?? nothing;
    }
  }

  /** The way to a human, for the body. */
  help(label: string): TemplateResult | typeof nothing {
    return this.renderHelp(label);
  }
}
