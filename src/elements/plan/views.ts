import { PANEL_VIEWS } from './panel.js';

/** What `<cleeng-plan>` can show. */
export const PLAN_VIEWS = ['signed-out', 'loading', 'failed', 'no-plan', 'plans', ...PANEL_VIEWS] as const;
export type PlanView = (typeof PLAN_VIEWS)[number];
