import { isEmail } from '../session/rules.js';

/** When a gift is handed over, to whom, with which words. */
export interface Delivery {
  readonly recipientEmail: string;
  /** Unix seconds. */
  readonly deliveryDate: number;
  readonly personalNote: string;
}

/** As typed: the day and the time are those of the viewer's own zone. */
export interface DeliveryForm {
  readonly email: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** `HH:MM` */
  readonly time: string;
  readonly note: string;
}

export const NOTE_MAX = 150;

/** What is wrong with a field. */
export type DeliveryErrors = { readonly [F in keyof DeliveryForm]?: 'required' | 'invalid' | 'past' | 'too-long' };

/**
 * Reads a form.
 * @param now milliseconds, by this device, as the day and the time are
 */
export function readDelivery(form: DeliveryForm, now: number): { delivery: Delivery } | { errors: DeliveryErrors } {
  const recipientEmail = form.email.trim();
  const personalNote = form.note.trim();
  const at = wallTime(form.date, form.time || '00:00');
  const late = at !== undefined && (form.time ? at < now : at + 86_400_000 <= now);
  const errors: DeliveryErrors = {
    ...(!recipientEmail ? { email: 'required' } : isEmail(recipientEmail) ? {} : { email: 'invalid' }),
    ...(!form.date ? { date: 'required' } : at === undefined ? { date: 'invalid' } : late ? { date: 'past' } : {}),
    ...(form.time ? {} : { time: 'required' }),
    ...(personalNote.length > NOTE_MAX ? { note: 'too-long' } : {}),
  };
  if (Object.keys(errors).length > 0 || at === undefined) return { errors };
  return { delivery: { recipientEmail, deliveryDate: Math.floor(at / 1000), personalNote } };
}

/** A moment by the clock on the viewer's wall, in milliseconds; a time that summer time leaps over moves on. */
function wallTime(date: string, time: string): number | undefined {
  const [, year, month, day] = /^(\d{4,})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  if (!year || !hours) return undefined;
  const at = new Date(Number(year), Number(month) - 1, Number(day), Number(hours), Number(minutes));
  return at.getMonth() === Number(month) - 1 ? at.getTime() : undefined;
}

/** A moment as the fields want it, in the viewer's own zone. */
export function wallFields(milliseconds: number): Pick<DeliveryForm, 'date' | 'time'> {
  const at = new Date(milliseconds);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}
