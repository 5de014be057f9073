import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Kit } from './kit.js';

/** What the tabs of a site tell one another: that something changed, and whose. */
const CHANNEL = 'cleeng.account';

/** Tells other tabs when a viewer changed something in their account here, and its host when they did so there. */
export class AccountTabs implements ReactiveController {
  readonly #kit: () => Kit | undefined;
  readonly #changed: () => unknown;
  #channel: BroadcastChannel | undefined;

  constructor(host: ReactiveControllerHost, kit: () => Kit | undefined, changed: () => unknown) {
    this.#kit = kit;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === this.#whose) this.#changed();
    };
  }

  hostDisconnected(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(): void {
    this.#channel?.postMessage(this.#whose);
  }

  /** The account's name, for those who are signed in to several. */
  get #whose(): string | undefined {
    const kit = this.#kit();
    return kit && `${kit.config.publisherId}@${kit.config.apiBase}/${kit.session.customerId}`;
  }
}
