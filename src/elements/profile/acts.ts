import { html, type TemplateResult } from 'lit';
import { answerConsent, type GivenConsent } from '../../account/profile.js';
import { dueConsentsOf } from '../../controllers/due-consents.js';
import type { Kit } from '../../controllers/kit.js';
import { consentsOf } from '../../controllers/profile.js';
import { signOutEverywhere } from '../../session/customer-calls.js';
import { requestPasswordReset } from '../../session/passwords.js';
import { button } from '../../ui/button.js';
import { AccountChangeEvent } from '../account-events.js';
import { PasswordRequestedEvent } from '../password-events.js';
import { consentList } from './consents.js';
import type { Texts } from './editor.js';
import type { CleengProfile } from './profile.js';
import type { Work } from './work.js';

interface ActsOptions {
  host: CleengProfile;
  texts: Texts;
  work: Work;
  kit: () => Kit;
  focus: (selector: string) => void;
}

/** What needs no form: a link for a new password, consents, logging out everywhere. */
export class Acts {
  /** Whether the viewer is asked if they really want to log out everywhere. */
  signingOut = false;
  readonly #o: ActsOptions;

  constructor(options: ActsOptions) {
    this.#o = options;
  }

  password(email: string): TemplateResult {
    const { texts, work } = this.#o;
    return html`<p>${texts.text('profile.password-text', { email })}</p>
      <div>
        ${button({
          label: texts.text('profile.password-send'),
          busy: work.busyWith('password') && texts.text('profile.password-sending'),
          off: work.off,
          onClick: () => void this.#sendLink(email),
        })}
      </div>`;
  }

  consents(list: readonly GivenConsent[]): TemplateResult {
    const { texts, work } = this.#o;
    const busy = work.busyWith('consents') ? work.last?.consent : undefined;
    return consentList({ texts, list, busy, off: work.off, onAnswer: (consent, accepted) => void this.#answer(consent, accepted) });
  }

  signOut(): TemplateResult {
    const { texts, work } = this.#o;
    if (!this.signingOut) {
      const start = button({
        label: texts.text('profile.sign-out-start'),
        off: work.off,
        onClick: () => void (work.off || this.#ask(true)),
      });
      return html`<p>${texts.text('profile.sign-out-text')}</p>
        <div>${start}</div>`;
    }
    const busy = work.busyWith('sign-out');
    return html`<p>${texts.text('profile.sign-out-sure')}</p>
      <div class="row">
        ${button({
          label: work.seconds ? texts.text('action.wait', { seconds: work.seconds }) : texts.text('profile.sign-out-confirm'),
          busy: busy && texts.text('profile.signing-out'),
          off: work.off,
          kind: 'primary',
          part: 'submit',
          onClick: () => void this.#signOut(),
        })}
        ${button({ label: texts.text('profile.sign-out-keep'), off: busy, onClick: () => void (busy || this.#ask(false)) })}
      </div>`;
  }

  async #sendLink(email: string): Promise<void> {
    const { host, texts, work, kit } = this.#o;
    const { session } = kit();
    const done = await work.do({ part: 'password' }, 'password', () => requestPasswordReset(session, email, host.resetUrl));
    if (done !== true) return;
    work.tell({ part: 'password', text: () => texts.text('profile.password-sent', { email }) });
    host.dispatchEvent(new PasswordRequestedEvent(email));
  }

  async #answer(consent: GivenConsent, accepted: boolean): Promise<void> {
    const { host, texts, work, focus } = this.#o;
    const kit = this.#o.kit();
    const [given, due] = [consentsOf(kit), dueConsentsOf(kit)];
    const done = await work.do({ part: 'consents', consent: consent.name }, 'consents-updated', async () => {
      await answerConsent(kit.session, consent, accepted);
      await Promise.all([given?.refresh(), due?.refresh()]);
    });
    // The publisher may have changed the text meanwhile.
    if (done !== true) return void (done && given?.refresh());
    work.tell({ part: 'consents', text: () => texts.text(accepted ? 'profile.consent-given' : 'profile.consent-withdrawn') });
    focus('[data-part="consents"] h3');
    host.dispatchEvent(new AccountChangeEvent({ change: 'consents-updated' }));
  }

  async #signOut(): Promise<void> {
    const { host, work, kit } = this.#o;
    const { session } = kit();
    const done = await work.do({ part: 'sign-out' }, 'signed-out-everywhere', () => signOutEverywhere(session));
    if (done === true) host.dispatchEvent(new AccountChangeEvent({ change: 'signed-out-everywhere' }));
  }

  #ask(asked: boolean): void {
    this.signingOut = asked;
    this.#o.work.tell();
    this.#o.focus('[data-part="sign-out"] h3');
  }
}
