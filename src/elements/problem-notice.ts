import { html, type TemplateResult } from 'lit';
import type { Plan } from '../account/plans.js';
import { notice } from '../ui/notice.js';
import { graceText, planText, type PlanTexts } from './plan-words.js';

/** The plans whose payment did not go through. */
export const withProblem = (plans: readonly Plan[]): Plan[] =>
  plans.filter(({ status, pause }) => status === 'payment-problem' || (status === 'paused' && pause?.failed));

/** That a plan could not be paid, how long it lasts, and the way to put it right. */
export function problemNotice(texts: PlanTexts, plan: Plan, graceDays: number | undefined, way: unknown): TemplateResult {
  const words = [planText(texts, plan), graceText(texts, plan, graceDays, Date.now() / 1000)].filter(Boolean).join(' ');
  return notice({ kind: 'error', text: html`<strong>${plan.title}</strong> ${words}`, more: html`${way}` });
}

/** A link to where payment details are put right. */
export const fixLink = (texts: PlanTexts, href: string, onFix: (event: Event) => void): TemplateResult =>
  html`<a class="cleeng-button cleeng-submit" part="submit" href=${href} @click=${onFix}>${texts.text('plan.fix')}</a>`;
