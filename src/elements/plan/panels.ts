import type { LitElement, TemplateResult } from 'lit';
import { planKey, type Plan } from '../../account/plans.js';
import type { SwitchOption } from '../../account/switches.js';
import { Action, type Outcome } from '../../controllers/action.js';
import { breathe } from '../../controllers/breathe.js';
import type { Kit } from '../../controllers/kit.js';
import { rereadPlans } from '../../controllers/plans.js';
import type { AccountAction } from '../account-events.js';
import type { CancelFlow, Done, Panel, PanelHost, PanelView, PlanPanel } from './panel.js';

interface PanelsOptions {
  readonly element: LitElement & { lang: string };
  readonly kit: () => Kit;
  readonly flow: () => CancelFlow;
  readonly pauseLimit: (key: string) => number;
  readonly help: () => unknown;
  readonly focus: (key: string, heading: 'h3' | 'h4') => void;
  readonly settle: <R>(key: string, action: AccountAction, outcome: Outcome<R>, done: (value: R) => Done) => void;
}

const CODE: Readonly<Record<PlanPanel, () => Promise<new (host: PanelHost) => Panel>>> = {
  cancel: async () => (await import('./cancel.js')).Cancel,
  change: async () => (await import('./change.js')).Change,
  coupon: async () => (await import('./coupon.js')).Coupon,
  pause: async () => (await import('./pause.js')).Pause,
};

/** Whether a plan waits for a change or a pause already, so that this panel can do nothing more. */
const isSettled = ({ pendingSwitchId, pause }: Plan, panel: PlanPanel): boolean =>
  (panel === 'change' || panel === 'pause') && Boolean(pendingSwitchId ?? pause);

/** The panel that is open: which one, about which plan, and its code, which comes when it is first needed. */
export class Panels {
  readonly #o: PanelsOptions;
  readonly #loaded = new Map<PlanPanel, Panel>();
  readonly #bring: Action<[PlanPanel], void>;
  #open: { readonly panel: PlanPanel; plan: Plan } | undefined;
  /** The plan the last panel was about: a change that is under way is still about it when its panel is gone. */
  #plan: Plan | undefined;

  constructor(options: PanelsOptions) {
    this.#o = options;
    this.#bring = new Action(options.element, (panel) => this.#load(panel));
  }

  get view(): PanelView | undefined {
    return this.#panel?.view;
  }

  /** Something is being done in the panel that is open: it stays, for it says what comes of it. */
  get busy(): boolean {
    return this.#panel?.busy ?? false;
  }

  /** The panel whose code is under way for a plan. */
  opening(key: string): PlanPanel | undefined {
    return this.#isAbout(key) && this.#bring.busy ? this.#open?.panel : undefined;
  }

  failed(key: string): boolean {
    return this.#isAbout(key) && this.#bring.error !== undefined;
  }

  render(key: string): TemplateResult | undefined {
    return this.#isAbout(key) ? this.#panel?.render() : undefined;
  }

  open(plan: Plan, panel: PlanPanel, option?: SwitchOption): void {
    this.#bring.reset();
    const asked = { panel, plan };
    this.#open = asked;
    this.#plan = plan;
    this.#o.element.requestUpdate();
    const begin = (): void => {
      if (this.#open !== asked || this.#bring.error) return;
      // It was another panel's code that came.
      if (!this.#loaded.has(panel)) return void this.#bring.run(panel).then(begin);
      this.#panel?.begin(option);
      this.#o.focus(planKey(plan), 'h4');
    };
    begin();
  }

  close(): void {
    this.#open = undefined;
    this.#o.element.requestUpdate();
  }

  /** Takes in how the plans stand now: what another tab changed is no longer what the viewer saw when they opened it. */
  follow(plans: readonly Plan[]): void {
    if (!this.#open || this.busy) return;
    const { plan, panel } = this.#open;
    const now = plans.find((one) => planKey(one) === planKey(plan));
    if (now?.status !== plan.status || isSettled(now, panel)) this.#leave(planKey(plan));
    else if (now !== plan) {
      this.#open.plan = now;
      this.#plan = now;
    }
  }

  /** Takes the panel away; the focus that was in it goes to its plan. */
  #leave(key: string): void {
    this.#open = undefined;
    if (this.#o.element.shadowRoot?.activeElement?.closest('article .stack')) this.#o.focus(key, 'h3');
  }

  get #panel(): Panel | undefined {
    return this.#open && this.#loaded.get(this.#open.panel);
  }

  #isAbout(key: string): boolean {
    return this.#open !== undefined && planKey(this.#open.plan) === key;
  }

  async #load(panel: PlanPanel): Promise<void> {
    const Code = await CODE[panel]();
    await breathe();
    this.#loaded.set(panel, new Code(this.#host(panel)));
  }

  #host(panel: PlanPanel): PanelHost {
    const { element, kit, flow, pauseLimit, help, focus, settle } = this.#o;
    const plan = () => this.#plan!;
    const key = () => planKey(plan());
    return {
      element,
      get kit() {
        return kit();
      },
      get plan() {
        return plan();
      },
      get pauseLimit() {
        return pauseLimit(key());
      },
      get flow() {
        return flow();
      },
      help,
      open: (other, option) => this.open(plan(), other, option),
      close: () => {
        const left = key();
        this.close();
        focus(left, 'h3');
      },
      // What a panel was waiting for may come when the viewer is elsewhere.
      focus: () => this.#open?.panel === panel && focus(key(), 'h4'),
      reread: (knows) => {
        const changed = key();
        return rereadPlans(kit(), (plans) => knows(plans.find((one) => planKey(one) === changed)));
      },
      settle: async (action, outcome, done) => {
        const changed = key();
        const ended = await outcome;
        if (ended.ok) this.close();
        settle(changed, action, ended, done);
      },
    };
  }
}
