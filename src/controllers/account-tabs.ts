import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What the tabs of a site tell one another: that something changed, and whose. */
const CHANNEL = 'cleeng.account';

/** Tells other tabs when a viewer changed something in their account here, and its host when they did so there. */
export class AccountTabs implements ReactiveController {
  readonly #whose: () => string | undefined;
  readonly #changed: () => void;
  #channel: BroadcastChannel | undefined;

  /** @param whose names the account, for those who are signed in to several */
  constructor(host: ReactiveControllerHost, whose: () => string | undefined, changed: () => void) {
    this.#whose = whose;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#channel = new BroadcastChannel(CHANNEL);
    this.#channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (data === this.#whose()) this.#changed();
    };
  }

  hostDisconnected(): void {
    this.#channel?.close();
    this.#channel = undefined;
  }

  tell(): void {
    this.#channel?.postMessage(this.#whose());
  }
}
