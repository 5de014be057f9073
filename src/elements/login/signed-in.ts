import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Customer } from '../../account/customer.js';
import { customerOf } from '../../controllers/customer.js';
import type { Kit } from '../../controllers/kit.js';
import { Watch } from '../../controllers/watch.js';
import type { loginAside } from '../../i18n/en/login-aside.js';
import type { Localize } from '../../i18n/localize.js';
import type { ResourceState } from '../../session/resource.js';
import { button } from '../../ui/button.js';
import { LoginContinueEvent } from './aside-events.js';

/** Somebody is logged in already: who, and where they can go from here. */
export class SignedIn {
  readonly #element: LitElement;
  readonly #texts: Localize<typeof loginAside>;
  readonly #customer: Watch<ResourceState<Customer>>;

  constructor(element: LitElement, texts: Localize<typeof loginAside>) {
    this.#element = element;
    this.#texts = texts;
    this.#customer = new Watch(element);
  }

  render(kit: Kit, customerId: string, continueUrl: string | undefined): TemplateResult {
    this.#customer.retarget(customerOf(kit));
    const { state } = this.#customer;
    const email = state && 'value' in state ? state.value?.email : undefined;
    const goOn = (event: Event) => this.#element.dispatchEvent(new LoginContinueEvent(customerId)) || event.preventDefault();
    return html`
      ${email ? html`<p>${this.#texts.text('login.signed-in-as', { email })}</p>` : nothing}
      <div class="row">
        ${
          continueUrl
            ? html`<a class="cleeng-button cleeng-submit" part="link" href=${continueUrl} @click=${goOn}>
                ${this.#texts.text('login.continue')}
              </a>`
            : nothing
        }
        ${button({ label: this.#texts.text('login.log-out'), part: 'submit', onClick: () => kit.session.logout() })}
      </div>
    `;
  }
}
