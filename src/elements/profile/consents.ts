import { html, nothing, type TemplateResult } from 'lit';
import type { GivenConsent } from '../../account/profile.js';
import { labelText, readLabel } from '../../session/consents.js';
import { consentLabel } from '../../ui/consent-label.js';
import type { Texts } from './editor.js';

interface ConsentsOptions {
  texts: Texts;
  list: readonly GivenConsent[];
  /** The consent that is being answered. */
  busy: string | undefined;
  /** Nothing can be answered now. */
  off: boolean;
  onAnswer: (consent: GivenConsent, accepted: boolean) => void;
}

/** What a viewer has agreed to, when, and in which version. Withdrawing takes one press, as agreeing does. */
export function consentList({ texts, list, busy, off, onAnswer }: ConsentsOptions): TemplateResult {
  if (list.length === 0) return html`<p>${texts.text('profile.consents-none')}</p>`;
  return html`<ul>
    ${list.map((consent) => {
      const { name, label, required, accepted, changed, newest } = consent;
      const text = labelText(label);
      const act = (give: boolean) =>
        html`<button
          class="cleeng-button"
          part="button"
          type="button"
          data-consent=${name}
          aria-label=${texts.text(give ? 'profile.agree-to' : 'profile.withdraw-from', { text })}
          aria-disabled=${off || busy !== undefined ? 'true' : 'false'}
          aria-busy=${busy === name ? 'true' : 'false'}
          @click=${() => void (off || busy !== undefined || onAnswer(consent, give))}
        >
          ${busy === name ? texts.text('profile.saving') : texts.text(give ? 'profile.agree' : 'profile.withdraw')}
        </button>`;
      return html`<li>
        <div>
          <p>${consentLabel(readLabel(label))}</p>
          <p class="muted">${answerText(texts, consent)}</p>
          ${changed ? html`<p class="warning">${texts.text('profile.new-version', { version: newest })}</p>` : nothing}
          ${required ? html`<p class="muted">${texts.text('profile.required')}</p>` : nothing}
        </div>
        <div class="row">${accepted && !changed ? nothing : act(true)} ${accepted && !required ? act(false) : nothing}</div>
      </li>`;
    })}
  </ul>`;
}

function answerText(texts: Texts, { accepted, at, version }: GivenConsent): string {
  if (at === undefined) return texts.text('profile.unanswered');
  return texts.text(accepted ? 'profile.agreed' : 'profile.declined', { date: texts.date(at), version });
}
