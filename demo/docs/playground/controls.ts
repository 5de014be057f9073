import { html, nothing, type TemplateResult } from 'lit';
import type { Changes } from '../../shared/changes.js';
import { words } from './words.js';
import { kindOf, type Attribute, type ElementData } from './element.js';

/** What the controls show and whom they tell. */
export interface Controls {
  element: ElementData;
  /** The attributes of the state as it begins. */
  initial: Readonly<Record<string, string>>;
  changes: Changes;
  attribute(name: string, value: string | null): void;
  property(name: string, text: string): void;
  token(name: string, value: string): void;
  reset(): void;
  /** Properties whose text is no JSON, yet. */
  wrong: ReadonlySet<string>;
}

export function attributeControls(controls: Controls): TemplateResult {
  const { element, reset } = controls;
  const row = (attribute: Attribute) => control(attribute, controls);
  const own = element.attributes.filter(({ shared }) => !shared);
  return html`
    ${own.length ? html`<div class="controls">${own.map(row)}</div>` : html`<p class="note">This element has no attributes of its own.</p>`}
    ${element.objects.length ? html`<div class="controls">${element.objects.map(({ name, description }) => objectControl(name, description, controls))}</div>` : nothing}
    <details>
      <summary>Attributes of every element</summary>
      <div class="controls">${element.attributes.filter(({ shared }) => shared).map(row)}</div>
    </details>
    <p class="actions"><button type="button" @click=${reset}>Reset all changes</button></p>
  `;
}

function control(attribute: Attribute, { initial, changes, attribute: set }: Controls): TemplateResult {
  const { name, description } = attribute;
  const changed = changes.attributes[name];
  const value = changed === undefined ? (initial[name] ?? null) : changed;
  const id = `attribute-${name}`;
  const kind = kindOf(attribute);
  const note = html`<small id="${id}-note">${words(description)}</small>`;
  if (kind.kind === 'switch') {
    const turn = ({ target }: Event) => set(name, (target as HTMLInputElement).checked ? '' : null);
    return html`<div class="control switch">
      <label><input type="checkbox" aria-describedby="${id}-note" .checked=${value !== null} @change=${turn} /> <code>${name}</code></label>
      ${note}
    </div>`;
  }
  const take = ({ target }: Event) => set(name, (target as HTMLInputElement).value || null);
  const field =
    kind.kind === 'choice'
      ? html`<select id=${id} aria-describedby="${id}-note" .value=${value ?? ''} @change=${take}>
          <option value="" ?selected=${!value}>not set</option>
          ${kind.values.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
        </select>`
      : html`<input
          id=${id}
          type=${kind.kind}
          aria-describedby="${id}-note"
          autocomplete="off"
          spellcheck="false"
          .value=${value ?? ''}
          @change=${take}
        />`;
  return html`<div class="control">
    <label for=${id}><code>${name}</code></label
    >${field}${note}
  </div>`;
}

function objectControl(name: string, description: string, { changes, property, wrong }: Controls): TemplateResult {
  const value = changes.properties[name];
  const id = `property-${name}`;
  const bad = wrong.has(name);
  return html`<div class="control">
    <label for=${id}><code>${name}</code> as JSON</label>
    <textarea
      id=${id}
      rows="3"
      spellcheck="false"
      aria-describedby="${id}-note"
      aria-invalid=${bad ? 'true' : 'false'}
      .value=${value === undefined ? '' : JSON.stringify(value)}
      @change=${({ target }: Event) => property(name, (target as HTMLTextAreaElement).value)}
    ></textarea>
    <small id="${id}-note">${bad ? html`<b>This is no JSON.</b> ` : nothing}${words(description)}</small>
  </div>`;
}

/** One row for each token, colours with a picker beside the text, which takes any value of CSS. */
export function tokenControls({ element, changes, token, reset }: Controls): TemplateResult {
  return html`<div class="controls tokens">
      ${element.tokens.map(({ name, default: standard }) => {
        const value = changes.tokens[name] ?? '';
        const take = ({ target }: Event) => token(name, (target as HTMLInputElement).value.trim());
        return html`<div class="control">
          <label for=${name}><code>${name}</code></label>
          <span class="pair">
            <input id=${name} type="text" autocomplete="off" spellcheck="false" placeholder=${standard} .value=${value} @change=${take} />
            ${
              name.includes('-color-')
                ? html`<input type="color" aria-label="Pick ${name}" .value=${hex(value || standard)} @input=${take} />`
                : nothing
            }
          </span>
        </div>`;
      })}
    </div>
    <p class="actions"><button type="button" @click=${reset}>Reset all changes</button></p>`;
}

/** A colour as a picker takes it: the first one in a text, written in full. */
function hex(text: string): string {
  const [, short, long] = /#(?:([\da-f]{3})\b|([\da-f]{6})\b)/i.exec(text) ?? [];
  return long ? `#${long}` : short ? `#${[...short].map((digit) => digit + digit).join('')}` : '#000000';
}
