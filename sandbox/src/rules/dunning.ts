/** The billing cycles a publisher sets dunning for. */
export type Cycle = 'weekly' | 'monthly' | '3-months' | '6-months' | 'annual' | 'seasonal';

/** How a publisher deals with a refused renewal. Hours count from the due date, the end of the period paid for. */
export interface Dunning {
  graceHours: number;
  /** Ascending; negative ones lie before the due date. */
  attempts: readonly number[];
}

const CYCLES: Readonly<Record<string, Cycle>> = {
  week: 'weekly',
  month: 'monthly',
  '3months': '3-months',
  '6months': '6-months',
  year: 'annual',
  season: 'seasonal',
};

/** The billing cycle of a subscription's or pass's period, as transactions and dunning name it; null for all other periods. */
export const cycleOf = (period: string | null): Cycle | null => CYCLES[period ?? ''] ?? null;

/** A publisher who has set nothing tries once and gives no grace. */
export const NO_DUNNING: Dunning = { graceHours: 0, attempts: [] };

const HOUR = 3600;

/** When access ends if nothing is paid. */
export const graceEnd = (dunning: Dunning, due: number): number => due + dunning.graceHours * HOUR;

/** When it is tried again after a refusal at `now`; undefined when no attempt is left before the grace period ends. */
export function nextAttempt(dunning: Dunning, due: number, now: number): number | undefined {
  const end = graceEnd(dunning, due);
  return dunning.attempts.map((hours) => due + hours * HOUR).find((at) => at > now && at < end);
}

/** What a renewal is paid with. */
export interface PayingWith {
  params: Readonly<Record<string, string>>;
  renewals: 'accepted' | 'refused' | 'needs-authentication';
}

/** Why a renewal cannot be charged, in the words payment providers use; undefined when it can. */
export function refusalOf(details: PayingWith | undefined, now: number): string | undefined {
  if (!details) return 'No active payment details';
  if (isExpired(details.params['cardExpirationDate'], now)) return 'Expired Card';
  if (details.renewals === 'refused') return 'Refused';
  return details.renewals === 'needs-authentication' ? 'Authentication Required' : undefined;
}

/** Cards are good to the end of the month they show, `MM/YYYY`. */
function isExpired(date: string | undefined, now: number): boolean {
  const match = /^(\d{2})\/(\d{4})$/.exec(date ?? '');
  return match !== null && Date.UTC(Number(match[2]), Number(match[1]), 1) <= now * 1000;
}
