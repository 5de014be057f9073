import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Customer } from '../../account/customer.js';
import type { GivenConsent } from '../../account/profile.js';
import type { CaptureForm } from '../../capture/questions.js';
import { captureOf } from '../../controllers/capture.js';
import { customerOf } from '../../controllers/customer.js';
import { errorText, type CleengError } from '../../controllers/error-text.js';
import { FormErrors } from '../../controllers/form-errors.js';
import type { Kit } from '../../controllers/kit.js';
import { LightRegion } from '../../controllers/light-region.js';
import { consentsOf } from '../../controllers/profile.js';
import { Watch } from '../../controllers/watch.js';
import { profile as messages } from '../../i18n/en/profile.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { records } from '../../i18n/parts.js';
import type { Resource, ResourceState } from '../../session/resource.js';
import { formMore } from '../../ui/form-more.js';
import { loading, notice } from '../../ui/notice.js';
import { formSheets } from '../../ui/sheets.js';
import { stuck } from '../../ui/stuck.js';
import { AccountChangeEvent } from '../account-events.js';
import type { SectionBody } from '../account-section.js';
import { Acts } from './acts.js';
import { Editors } from './editors.js';
import type { Editor, Texts } from './editor.js';
import { editForm, partCard, rowsOf } from './parts.js';
import type { CleengProfile } from './profile.js';
import { styles } from './styles.js';
import type { EditablePart, ProfilePart, ProfileView } from './views.js';
import { Work } from './work.js';

/** The viewer's profile. Loaded while the platform is asked for it. */
export class Profile implements SectionBody<ProfileView> {
  readonly styles = styles;
  readonly #host: CleengProfile;
  readonly #texts: Texts;
  readonly #customer: Watch<ResourceState<Customer>>;
  readonly #capture: Watch<ResourceState<CaptureForm>>;
  readonly #consents: Watch<ResourceState<GivenConsent[]>>;
  readonly #errors: FormErrors;
  readonly #work: Work;
  readonly #acts: Acts;
  readonly #editors: Editors;
  #kit: Kit | undefined;
  #editing: EditablePart | undefined;

  constructor(host: CleengProfile) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host, messages, records, 'captureForm', 'profile');
    this.#customer = new Watch(host);
    this.#capture = new Watch(host);
    this.#consents = new Watch(host);
    this.#errors = new FormErrors(host);
    this.#work = new Work(host);
    const focus = (selector: string) => void this.#focus(selector);
    this.#acts = new Acts({ host, texts: this.#texts, work: this.#work, kit: () => this.#kit!, focus });
    const region = new LightRegion(host, 'cleeng-form', formSheets(formMore), () => this.#renderForm());
    const place = { id: (name: string) => region.id(name), errorOf: (name: string) => this.#errors.of(name) };
    this.#editors = new Editors(host, this.#texts, place);
  }

  get view(): ProfileView | undefined {
    if (!this.#who) return this.#customer.state?.status === 'failed' ? 'failed' : undefined;
    if (this.#work.busy) return 'saving';
    if (this.#work.seconds) return 'throttled';
    if (this.#work.error) return 'save-failed';
    return this.#editing ? 'edit' : this.#acts.signingOut ? 'confirm-sign-out' : 'profile';
  }

  update(kit: Kit): void {
    this.#kit = kit;
    const [customer, capture, consents] = this.#resources(kit);
    this.#customer.retarget(customer);
    this.#capture.retarget(capture);
    this.#consents.retarget(consents);
    for (const resource of [customer, capture, consents]) void resource?.load();
  }

  /** Forms keep what the viewer has changed. */
  reread(): void {
    if (this.#kit && !this.#work.busy) for (const resource of this.#resources(this.#kit)) void resource?.refresh();
  }

  reset(): void {
    this.#editing = undefined;
    this.#acts.signingOut = false;
    this.#work.tell();
    this.#editors.forget();
  }

  render(): TemplateResult {
    const text = this.#texts;
    if (!this.#who) {
      return stuck(
        text.text('profile.failed'),
        [[text.text('action.retry'), () => this.#kit && customerOf(this.#kit)?.refresh()]],
        this.#help,
      );
    }
    return html`${this.#renderEditable('about')} ${this.#renderEditable('email')}
      ${this.#card('password', this.#acts.password(this.#who.email))} ${this.#renderCapture()} ${this.#renderConsents()}
      ${this.#card('sign-out', this.#acts.signOut())} <slot name="more"></slot>`;
  }

  #renderEditable(part: EditablePart): TemplateResult | typeof nothing {
    const editor = this.#editor(part);
    if (!editor) return nothing;
    const open = this.#editing === part;
    return this.#card(part, open ? html`<slot name="cleeng-form"></slot>` : rowsOf(this.#texts, editor.rows()), () => this.#edit(part));
  }

  #renderCapture(): TemplateResult | typeof nothing {
    const { state } = this.#capture;
    if (state && 'value' in state && state.value) return html`${this.#renderEditable('address')} ${this.#renderEditable('questions')}`;
    return this.#card(
      'questions',
      this.#pending(state, (kit) => captureOf(kit)),
    );
  }

  #renderConsents(): TemplateResult {
    const { state } = this.#consents;
    const list = state && 'value' in state ? state.value : undefined;
    return this.#card('consents', list ? this.#acts.consents(list) : this.#pending(state, (kit) => consentsOf(kit)));
  }

  /** @param onChange opens its form, where it has one */
  #card(part: ProfilePart, content: TemplateResult, onChange?: () => void): TemplateResult {
    const open = this.#editing === part;
    const { error } = this.#work;
    const last = this.#work.last?.part === part ? this.#work.last : undefined;
    const failed = last && error && !open ? this.#failure(part, error) : undefined;
    const news = failed
      ? notice({ kind: 'error', text: failed, more: this.#help })
      : last?.text
        ? notice({ kind: 'success', text: last.text() })
        : nothing;
    return partCard({ texts: this.#texts, part, content, news, onChange: onChange && !open && !this.#work.busy ? onChange : undefined });
  }

  #renderForm(): TemplateResult | typeof nothing {
    const part = this.#editing;
    const editor = part && this.#host.view !== 'signed-out' && this.#editor(part);
    if (!editor) return nothing;
    const { error } = this.#work;
    const atField = error && Object.values(editor.problemsOf(error)).some(Boolean);
    return html`${keyed(
      part,
      editForm({
        texts: this.#texts,
        fields: editor.fields(),
        failure: error && !atField ? this.#failure(part, error) : undefined,
        help: this.#help,
        busy: this.#work.busy,
        seconds: this.#work.seconds,
        onSubmit: this.#onSubmit,
        onInput: this.#errors.onInput,
        onChange: this.#editors.onChange,
        onKeep: () => void (this.#work.busy || this.#close(part)),
      }),
    )}`;
  }

  readonly #onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const part = this.#editing;
    const editor = part && this.#editor(part);
    if (!editor || this.#work.busy || this.#work.seconds) return;
    this.#work.tell();
    const { problems, save } = editor.read(form);
    if (!this.#errors.show(form, problems)) return;
    if (!save) return this.#close(part, () => this.#texts.text('profile.unchanged'));
    this.#editors.hide();
    const outcome = await this.#work.do({ part }, editor.change, save);
    if (outcome === true) return this.#close(part, () => editor.saved?.() ?? this.#texts.text('profile.saved'), editor.change);
    if (outcome) this.#errors.show(form, editor.problemsOf(outcome));
  };

  #edit(part: EditablePart): void {
    this.#editing = part;
    this.#acts.signingOut = false;
    this.#work.tell();
    this.#editors.forget();
    this.#errors.clear();
    void this.#host.updateComplete.then(() => this.#host.querySelector<HTMLElement>('form :is(input:not([tabindex]), select)')?.focus());
    this.#host.requestUpdate();
  }

  /** @param text what came of it @param change what to tell */
  #close(part: EditablePart, text?: () => string, change?: Editor['change']): void {
    this.#editing = undefined;
    this.#work.tell(text ? { part, text } : undefined);
    void this.#focus(`[data-part="${part}"] h3`);
    if (change) this.#host.dispatchEvent(new AccountChangeEvent({ change }));
  }

  #failure(part: ProfilePart, error: CleengError): string {
    return `${this.#texts.text(part === 'sign-out' ? 'profile.sign-out-failed' : 'profile.not-saved')} ${errorText(this.#texts, error)}`;
  }

  #pending(state: ResourceState<unknown> | undefined, of: (kit: Kit) => Resource<unknown> | undefined): TemplateResult {
    const text = this.#texts;
    if (state?.status !== 'failed') return loading(text.text('state.loading'));
    return stuck(text.text('profile.part-failed'), [[text.text('action.retry'), () => this.#kit && of(this.#kit)?.refresh()]], this.#help);
  }

  #editor(part: EditablePart) {
    const capture = this.#capture.state;
    return (
      this.#kit && this.#who && this.#editors.of(part, this.#kit, this.#who, capture && 'value' in capture ? capture.value : undefined)
    );
  }

  #resources(kit: Kit) {
    return [customerOf(kit), captureOf(kit), consentsOf(kit)] as const;
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  get #who(): Customer | undefined {
    const { state } = this.#customer;
    return state && 'value' in state ? state.value : undefined;
  }

  get #help() {
    return this.#host.help(this.#texts.text('action.help'));
  }
}
