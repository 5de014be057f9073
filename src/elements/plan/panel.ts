import type { LitElement, TemplateResult } from 'lit';
import type { Plan } from '../../account/plans.js';
import type { RetentionKind } from '../../account/retention.js';
import type { SwitchOption } from '../../account/switches.js';
import type { Outcome } from '../../controllers/action.js';
import type { Kit } from '../../controllers/kit.js';
import type { AccountAction, AccountChange } from '../account-events.js';

/** What a viewer can do about a plan, each of it code of its own. */
export const PLAN_PANELS = ['cancel', 'change', 'coupon', 'pause'] as const;
export type PlanPanel = (typeof PLAN_PANELS)[number];

/** What the panels can show. */
export const PANEL_VIEWS = [
  'cancel-loading',
  'cancel',
  'change-loading',
  'change-failed',
  'change',
  'confirm-change',
  'coupon',
  'pause',
] as const;
export type PanelView = (typeof PANEL_VIEWS)[number];

/** What a publisher can say about cancelling. All of it is optional, and none of it can take the way to cancel away. */
export interface CancelFlow {
  /** Reasons to choose from, in place of the kit's own. The platform stores `value`; viewers read `text`. */
  readonly reasons?: readonly { readonly value: string; readonly text: string }[];
  /** Whether viewers may add words of their own; they may unless this is `false`. */
  readonly freeText?: boolean;
  /** Which offers to stay may be made, of those the platform has: all unless set, none when empty. */
  readonly offers?: readonly RetentionKind[];
  /** Texts in place of the kit's own. */
  readonly texts?: {
    readonly heading?: string;
    readonly intro?: string;
    readonly reason?: string;
    readonly confirm?: string;
    readonly keep?: string;
  };
}

/** What a panel works with: the plan it is about, and how it ends. */
export interface PanelHost {
  readonly element: LitElement & { lang: string };
  readonly kit: Kit;
  readonly plan: Plan;
  /** For how many billing cycles the plan may be paused. */
  readonly pauseLimit: number;
  readonly flow: CancelFlow;
  /** The way to a human, where there is one. */
  help(): unknown;
  /** Another panel in place of this one. */
  open(panel: PlanPanel, option?: SwitchOption): void;
  /** Nothing was done. */
  close(): void;
  /** Puts the focus on the panel's heading, for whoever cannot see that it changed. */
  focus(): void;
  /** Reads the plans anew after a change. @param knows whether the plan shows the change */
  reread(knows: (plan: Plan | undefined) => boolean): Promise<void>;
  /**
   * Waits for a change to end, tells of it, and leaves the panel after success. A failure is the panel's to show.
   * @param done what changed, and what the viewer reads about it
   */
  settle<R>(action: AccountAction, outcome: Promise<Outcome<R>>, done: (value: R) => Done): Promise<void>;
}

/** What changed, and what the viewer reads about it. */
export interface Done {
  readonly change: AccountChange;
  readonly text: string;
}

export interface Panel {
  readonly view: PanelView;
  /** Something is being done: nothing may take the panel away. */
  readonly busy: boolean;
  /** It is opened anew. @param option what a change of plan begins with */
  begin(option?: SwitchOption): void;
  render(): TemplateResult;
}
