import { html, nothing, type TemplateResult } from 'lit';
import { dayText } from '../../account/gifts.js';
import { readAllTransactions, type Transaction, type TransactionPage } from '../../account/transactions.js';
import { csvHead, csvLines, CSV_COLUMNS, type CsvColumn } from '../../account/transactions-csv.js';
import { Action } from '../../controllers/action.js';
import { errorText } from '../../controllers/error-text.js';
import type { Kit } from '../../controllers/kit.js';
import { offerDownload } from '../../controllers/download.js';
import { printApart } from '../../controllers/print.js';
import { transactionsOf } from '../../controllers/transactions.js';
import { Watch } from '../../controllers/watch.js';
import { transactions as messages } from '../../i18n/en/transactions.js';
import { LocalizeAmounts } from '../../i18n/localize-amounts.js';
import { records } from '../../i18n/parts.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { notice } from '../../ui/notice.js';
import { stuck } from '../../ui/stuck.js';
import type { AccountSection, SectionBody } from '../account-section.js';
import { Gifts } from './gifts.js';
import { receipt } from './receipt.js';
import { transactionRow } from './row.js';
import { paper, styles } from './styles.js';
import type { TransactionsView } from './views.js';

type Host = AccountSection<TransactionsView>;

/** The viewer's purchases. Loaded while the platform is asked for them. */
export class Transactions implements SectionBody<TransactionsView> {
  readonly styles = styles;
  readonly #host: Host;
  readonly #texts: LocalizeAmounts<typeof messages>;
  readonly #page: Watch<ResourceState<TransactionPage>>;
  readonly #gifts: Gifts;
  readonly #download: Action<[], void>;
  #kit: Kit | undefined;
  /** The page asked for, from 0. */
  #wanted = 0;
  /** The page on screen, which stays until the wanted one is there. */
  #shown: { number: number; page: TransactionPage } | undefined;
  #receipt: Transaction | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#texts = new LocalizeAmounts(host, messages, records, 'methods', 'transactions');
    this.#page = new Watch(host);
    this.#gifts = new Gifts(host, this.#texts, () => this.#kit);
    this.#download = new Action(host, () => this.#downloadAll());
  }

  get view(): TransactionsView | undefined {
    if (this.#receipt) return 'receipt';
    if (this.#gifts.view) return this.#gifts.view;
    if (!this.#shown) return this.#page.state?.status === 'failed' ? 'failed' : undefined;
    return this.#shown.number === 0 && this.#shown.page.items.length === 0 ? 'none' : 'list';
  }

  update(kit: Kit): void {
    this.#kit = kit;
    this.#page.retarget(this.#resource);
    void this.#resource?.load();
    const { state } = this.#page;
    if (state && 'value' in state && state.value) this.#shown = { number: this.#wanted, page: state.value };
    this.#gifts.watch(this.#shown?.page.items ?? []);
  }

  reread(): void {
    void this.#resource?.refresh();
    this.#gifts.reread();
  }

  reset(): void {
    this.#wanted = 0;
    this.#shown = this.#receipt = undefined;
    this.#gifts.reset();
    this.#download.reset();
  }

  render(): TemplateResult | typeof nothing {
    switch (this.view) {
      case 'failed':
        return this.#renderFailure();
      case 'none':
        return html`<slot name="empty"><p>${this.#texts.text('purchases.none')}</p></slot>`;
      case 'receipt':
        return this.#renderReceipt();
      case 'list':
        return this.#renderList();
      default:
        return this.#gifts.renderForm();
    }
  }

  #renderList(): TemplateResult {
    const text = this.#texts;
    const { items } = this.#shown!.page;
    return html`
      ${this.#page.state?.status === 'failed' ? this.#renderFailure() : nothing} ${this.#gifts.renderOutcome()}
      <ul aria-label=${text.text('purchases.list')}>
        ${items.map((item) => transactionRow({ texts: text, item, more: this.#gifts.render(item), onReceipt: () => this.#open(item) }))}
      </ul>
      ${this.#renderPages()} ${this.#renderDownload()}
    `;
  }

  #renderPages(): TemplateResult | typeof nothing {
    const text = this.#texts;
    const { number, page } = this.#shown!;
    if (number === 0 && !page.more) return nothing;
    const turning = this.#page.state?.status === 'loading' && this.#wanted !== number;
    const turn = (label: 'purchases.newer' | 'purchases.older', to: number, off: boolean) =>
      button({
        label: text.text(label),
        busy: turning && to === this.#wanted && text.text('purchases.turning'),
        off,
        onClick: () => void (off || turning || this.#turn(to)),
      });
    return html`<nav aria-label=${text.text('purchases.pages')} class="row">
      ${turn('purchases.newer', number - 1, number === 0)}
      <span role="status">${text.text('purchases.page', { page: number + 1 })}</span>
      ${turn('purchases.older', number + 1, !page.more)}
    </nav>`;
  }

  #renderDownload(): TemplateResult {
    const text = this.#texts;
    const { busy, error } = this.#download;
    return html`${
        error
          ? notice({ kind: 'error', text: `${text.text('purchases.download-failed')} ${errorText(text, error)}`, more: this.#help })
          : nothing
      }
      <div>
        ${button({
          label: text.text('purchases.download'),
          busy: busy && text.text('purchases.downloading'),
          onClick: () => void this.#download.run(),
        })}
      </div>`;
  }

  #renderFailure(): TemplateResult {
    const text = this.#texts;
    const { state } = this.#page;
    const why = state?.status === 'failed' ? errorText(text, state.error) : '';
    return stuck(`${text.text('purchases.failed')} ${why}`, [[text.text('action.retry'), () => this.#resource?.refresh()]], this.#help);
  }

  #renderReceipt(): TemplateResult {
    const text = this.#texts;
    const content = receipt(text, this.#receipt!);
    return html`<div class="card" part="summary">${content}</div>
      <div class="row">
        ${button({ label: text.text('receipt.print'), kind: 'primary', part: 'submit', onClick: () => printApart(content, paper, text.lang) })}
        ${button({ label: text.text('receipt.back'), onClick: () => void this.#close() })}
      </div>`;
  }

  #turn(to: number): void {
    this.#wanted = to;
    this.#host.requestUpdate();
    // What was read earlier may be old by now.
    const resource = this.#resource;
    void resource?.refresh().then(() => {
      if (this.#resource === resource && resource.state.status === 'ready') void this.#focus('h2');
    });
  }

  #open(item: Transaction): void {
    this.#receipt = item;
    this.#host.requestUpdate();
    void this.#focus('h3');
  }

  async #close(): Promise<void> {
    const id = this.#receipt?.id;
    this.#receipt = undefined;
    this.#host.requestUpdate();
    await this.#focus(`li[data-id="${CSS.escape(id ?? '')}"] button`);
  }

  async #downloadAll(): Promise<void> {
    const heads = Object.fromEntries(CSV_COLUMNS.map((column) => [column, this.#texts.text(`csv.${column}`)]));
    const name = `${dayText(Date.now() / 1000)} ${this.#texts.text('purchases.file')}`;
    let table = csvHead(heads as Record<CsvColumn, string>);
    for await (const batch of readAllTransactions(this.#kit!.session)) table += csvLines(batch);
    offerDownload(name, 'text/csv', table);
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>(selector)?.focus();
  }

  get #resource() {
    return this.#kit && transactionsOf(this.#kit, this.#wanted);
  }

  get #help() {
    return this.#host.help(this.#texts.text('action.help'));
  }
}
