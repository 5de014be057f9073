import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PlanDetail } from '../account/plan-details.js';
import { planKey, type Plan } from '../account/plans.js';
import { readSwitch, type PlanSwitch } from '../account/switches.js';
import type { Kit } from './kit.js';

/** So often the platform is asked whether a change that happens at once is done, in ms. */
const EVERY_MS = 10_000;

/** Watches the changes of plan that are under way, for they end without the viewer's doing. */
export class SwitchWatch implements ReactiveController {
  readonly #ask: () => unknown;
  readonly #ended: (change: PlanSwitch, before: Plan, title: string | undefined) => void;
  /** What is under way, by the changes' ids. */
  #pending = new Map<string, Plan>();
  /** What the plans are called that they lead to: one that failed leaves nothing behind that says it. */
  readonly #titles = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param ask reads the plans again
   * @param ended is told how a change ended that was under way here
   */
  constructor(
    host: ReactiveControllerHost,
    ask: () => unknown,
    ended: (change: PlanSwitch, before: Plan, title: string | undefined) => void,
  ) {
    this.#ask = ask;
    this.#ended = ended;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.stop();
  }

  /** Somebody else is signed in now, or nobody. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending.clear();
    this.#titles.clear();
  }

  /** Takes in what the platform says now. @param changeOf what is known of a plan's change */
  follow(kit: Kit, plans: readonly Plan[], changeOf: (key: string) => PlanDetail['pending']): void {
    const before = this.#pending;
    this.#pending = new Map(plans.flatMap((plan) => (plan.pendingSwitchId ? [[plan.pendingSwitchId, plan]] : [])));
    for (const [id, plan] of before) if (!this.#pending.has(id)) void this.#tell(kit, id, plan);
    let soon = false;
    for (const [id, plan] of this.#pending) {
      const change = changeOf(planKey(plan));
      if (change?.option) this.#titles.set(id, change.option.title);
      soon ||= change !== undefined && change.algorithm !== 'DEFERRED';
    }
    if (!soon) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#ask();
    }, EVERY_MS);
  }

  async #tell(kit: Kit, id: string, plan: Plan): Promise<void> {
    const ended = await readSwitch(kit.session, id).catch(() => undefined);
    if (ended) this.#ended(ended, plan, this.#titles.get(id));
  }
}
