import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { ResolvedConfig } from '../../config.js';
import { LightRegion } from '../../controllers/light-region.js';
import { Part } from '../../controllers/part.js';
import { loading } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { nested, type Loaders, type Nestable } from '../nested.js';
import { partFailed } from './part-failed.js';
import type { Texts } from './wording.js';

const HEADINGS = {
  login: 'checkout.identify',
  register: 'checkout.identify-new',
  capture: 'checkout.capture',
  consents: 'checkout.consents',
} as const satisfies Record<Nestable, string>;

/** The form that is due, if any: of a purchase or of a redemption. */
export function formOf(state: { status: string; form?: 'login' | 'register' } | undefined): Nestable | undefined {
  if (state?.status === 'capture' || state?.status === 'consents') return state.status;
  return state?.status === 'identify' ? state.form : undefined;
}

/** Login, registration and questions: fetched for those who need them, and in the light DOM, where password managers find their fields. */
export class Forms {
  readonly #parts: Readonly<Record<Nestable, Part<unknown>>>;

  /** @param due what to show now, and with which configuration */
  constructor(host: LitElement, texts: Texts, loaders: () => Loaders, due: () => { form: Nestable; config: ResolvedConfig } | undefined) {
    const part = (form: Nestable) => new Part(host, async () => (await loaders()[form]?.()) ?? true);
    this.#parts = { login: part('login'), register: part('register'), capture: part('capture'), consents: part('consents') };
    void new LightRegion(host, 'cleeng-forms', formSheets(), () => {
      const now = due();
      return now && this.#parts[now.form].value ? nested(now.config, now.form, texts.text(HEADINGS[now.form])) : nothing;
    });
  }

  /** The first form comes beside the offer, for those who will need it. */
  expect(): void {
    void this.#parts.login.fetch();
  }

  /** The place in the frame where the form shows. */
  render(texts: Texts, form: Nestable, help: unknown): TemplateResult {
    const part = this.#parts[form];
    if (part.failed) return partFailed(texts, part, help);
    return part.value ? html`<slot name="cleeng-forms"></slot>` : loading(texts.text('state.loading'));
  }
}
