import { addPeriod, type PeriodUnit } from './periods.js';

const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The seconds of an ISO 8601 duration counted from a moment, for months and years differ; `undefined` when it is none. */
export function parseDuration(text: string, from: number): number | undefined {
  const match = PATTERN.exec(text);
  if (!match || !match.slice(1).some(Boolean)) return undefined;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const steps: [PeriodUnit, number | undefined][] = [
    ['year', years],
    ['month', months],
    ['week', weeks],
    ['day', days],
    ['hour', hours],
  ];
  const end = steps.reduce((at, [unit, amount]) => (amount ? addPeriod(at, { unit, amount }) : at), from);
  return end - from + (minutes ?? 0) * 60 + (seconds ?? 0);
}
