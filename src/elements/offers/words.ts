import type { ListedOffer, Period, Term } from '../../catalogue/listing.js';
import type { offers } from '../../i18n/en/offers.js';
import type { LocalizeAmounts } from '../../i18n/localize-amounts.js';

export type Texts = LocalizeAmounts<typeof offers>;

/** How often, or for how long: "per month", "every 3 months", "once, for 48 hours". */
export function termText(texts: Texts, term: Term): string {
  switch (term.kind) {
    case 'recurring': {
      const { unit, count } = term.every;
      if (unit === 'season' && count > 1) return texts.text('offers.seasons', { count });
      if (unit === 'hour' || count > 1) return texts.text('offers.every', { period: periodText(texts, term.every) });
      return texts.text(`offers.per-${unit}`);
    }
    case 'span':
      return texts.text('offers.span', { period: periodText(texts, term.period) });
    case 'until':
      return texts.text('offers.until', { date: texts.date(term.at) });
    case 'event':
      return texts.text('offers.once');
    case 'unlimited':
      return texts.text('offers.unlimited');
  }
}

/** What a trial costs now and later. */
export function trialText(texts: Texts, { trial, price, term }: ListedOffer & { trial: Period }): string {
  const later = { price: texts.money(price), term: termText(texts, term) };
  if (trial.unit === 'season') return texts.text('offers.trial-season', later);
  return texts.text('offers.trial', { period: periodText(texts, trial), ...later });
}

/** A length of time with the plural of the language, such as "3 months". */
function periodText({ lang }: Texts, { unit, count }: Period): string {
  // A season is no unit of time that languages know; whoever sells one for a while names its end instead.
  if (unit === 'season') return new Intl.NumberFormat(lang).format(count);
  return new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** When an event starts, in the viewer's own time, and in the event's where that is another. */
export function startText({ lang }: Texts, { startsAt, timeZone }: Extract<Term, { kind: 'event' }>): string {
  const own = dateTime(lang, startsAt, undefined);
  const there = dateTime(lang, startsAt, timeZone);
  return own === there ? own : `${own} (${there})`;
}

function dateTime(lang: string, seconds: number, timeZone: string | undefined): string {
  const options: Intl.DateTimeFormatOptions = {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  try {
    return new Intl.DateTimeFormat(lang, timeZone ? { ...options, timeZone } : options).format(seconds * 1000);
  } catch {
    // A zone nobody knows: the viewer's own time is right in any case.
    return new Intl.DateTimeFormat(lang, options).format(seconds * 1000);
  }
}
