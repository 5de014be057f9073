import { html, nothing, type TemplateResult } from 'lit';
import { copyButton } from '../copy.js';
import type { ElementData } from './element.js';
import type { Card, Fault, Sandbox } from './sandbox.js';

/** What goes wrong, in words, and how the sandbox is told so. */
const FAULTS: Readonly<Record<string, { label: string; fault: Omit<Fault, 'method' | 'path'> }>> = {
  slow: { label: 'Answers after three seconds', fault: { kind: 'delay', delayMs: 3000 } },
  failing: { label: 'Answers 500', fault: { kind: 'status', status: 500 } },
  throttled: { label: 'Answers 429, too many requests', fault: { kind: '429' } },
  lost: { label: 'Does it, and the answer is lost', fault: { kind: 'drop-after-commit' } },
  hanging: { label: 'Never answers', fault: { kind: 'hang' } },
  broken: { label: 'Answers with half a body', fault: { kind: 'malformed' } },
};

const PATHS: Readonly<Record<string, string>> = {
  '*': 'Everything',
  '/auths*': 'Logging in',
  '/customers*': 'Customers',
  '/offers*': 'Offers',
  '/orders*': 'Orders',
  '/payment*': 'Payments and methods',
  '/connectors/*': 'Adyen and PayPal',
};

/** What is known of the sandbox; nothing of it before it is asked. */
export interface SandboxView {
  sandbox: Sandbox;
  /** Who is logged in: an address, '' for nobody, nothing for whoever the state has. */
  as: string | undefined;
  now: string | undefined;
  cards: readonly Card[];
  faults: readonly Fault[];
  said: string;
}

export interface SandboxActions {
  become(as: string | undefined): void;
  /** Does something with the sandbox, and shows what it then says. */
  ask(what: () => Promise<Partial<SandboxView>>): void;
}

export function sandboxPanel(element: ElementData, view: SandboxView, { become, ask }: SandboxActions): TemplateResult {
  const { sandbox } = view;
  const move = (by: string, words: string) => () =>
    ask(async () => ({ now: await sandbox.advance(by), said: `${words} later. The element is shown anew.` }));
  return html`<div class="sandbox">
    <fieldset>
      <legend>Person</legend>
      <label class="wide"
        ><span>Logged in as</span>
        <select @change=${({ target }: Event) => become(personOf(target as HTMLSelectElement))}>
          <option value="as-state" ?selected=${view.as === undefined}>whoever the state has</option>
          <option value="" ?selected=${view.as === ''}>nobody</option>
          ${element.people.map(
            ({ email, says }) => html`<option value=${email} ?selected=${view.as === email}>${email.split('@', 1)[0]} ${says}</option>`,
          )}
        </select></label
      >
      <small>Everybody’s password is <code>Password1</code>.</small>
    </fieldset>
    <fieldset>
      <legend>Clock</legend>
      <p class="now">${view.now ? when(view.now) : 'Not known'}</p>
      <p class="actions">
        <button type="button" @click=${move('P1D', 'A day')}>A day on</button>
        <button type="button" @click=${move('P1M', 'A month')}>A month on</button>
        <button type="button" @click=${move('P1Y', 'A year')}>A year on</button>
        <button
          type="button"
          @click=${() => ask(async () => ({ now: await sandbox.reset(), faults: [], said: 'The sandbox has begun anew.' }))}
        >
          Begin anew
        </button>
      </p>
      <small>Everything that falls due on the way happens: renewals, refusals, ends.</small>
    </fieldset>
    ${faultControls(view, ask)}
    <fieldset class="cards">
      <legend>Cards</legend>
      <div class="table" tabindex="0" role="group" aria-label="Cards">
        <table>
          <thead>
            <tr>
              <th scope="col">number</th>
              <th scope="col">code</th>
              <th scope="col">what happens</th>
              <th scope="col"><span class="quiet">copy</span></th>
            </tr>
          </thead>
          <tbody>
            ${view.cards.map(
              ({ number, variant, code, says }) =>
                html`<tr>
                  <td><code>${number.replace(/(.{4})(?=.)/g, '$1 ')}</code> <small>${variant}</small></td>
                  <td>${code || 'any'}</td>
                  <td>${says}</td>
                  <td>${copyButton(() => number)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <small>Expiry <code>03/2030</code>.</small>
    </fieldset>
    <p class="note">
      More on <a href="${sandbox.base}/">the sandbox’s page</a>: <a href="${sandbox.base}/mail">e-mails</a> and every
      <a href="${sandbox.base}/console">operation</a>.
    </p>
    <p role="status">${view.said}</p>
  </div>`;
}

function faultControls({ sandbox, faults }: SandboxView, ask: SandboxActions['ask']): TemplateResult {
  const set = (event: SubmitEvent) => {
    event.preventDefault();
    const { path, kind, once } = (event.target as HTMLFormElement).elements as unknown as Record<string, HTMLInputElement>;
    const one = { method: '*', path: path!.value, ...FAULTS[kind!.value]!.fault, ...(once!.checked ? { count: 1 } : {}) };
    ask(async () => ({ faults: await sandbox.setFaults([one]), said: 'Set. It holds for every page that uses this sandbox.' }));
  };
  return html`<fieldset>
    <legend>Faults</legend>
    <form class="fault" @submit=${set}>
      <label
        ><span>What</span>
        <select name="path">
          ${Object.entries(PATHS).map(([path, label]) => html`<option value=${path}>${label}</option>`)}
        </select></label
      >
      <label
        ><span>How</span>
        <select name="kind">
          ${Object.entries(FAULTS).map(([kind, { label }]) => html`<option value=${kind}>${label}</option>`)}
        </select></label
      >
      <label class="tick"><input type="checkbox" name="once" checked /> once only</label>
      <p class="actions">
        <button type="submit">Let it fail</button>
        <button type="button" @click=${() => ask(async () => ({ faults: await sandbox.setFaults([]), said: 'Nothing fails any more.' }))}>
          All in order
        </button>
      </p>
    </form>
    ${
      faults.length
        ? html`<ul>
            ${faults.map(({ path, kind, count, hits = 0 }) => html`<li><code>${path}</code> ${kind}, ${count ? `${hits} of ${count} times` : `${hits} times so far`}</li>`)}
          </ul>`
        : nothing
    }
  </fieldset>`;
}

const personOf = ({ value }: HTMLSelectElement) => (value === 'as-state' ? undefined : value);

const when = (now: string) =>
  new Intl.DateTimeFormat('en', { dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(now));
