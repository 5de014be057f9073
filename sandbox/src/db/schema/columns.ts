import { bigint } from 'drizzle-orm/pg-core';

/** Unix seconds, ids, and amounts in the smallest unit of a currency: all whole numbers. */
export const whole = (name: string) => bigint(name, { mode: 'number' });

/** An id the database gives; the sequences start at different nine-digit numbers, so that ids cannot be mixed up unnoticed. */
export const id = () => whole('id').primaryKey().generatedByDefaultAsIdentity();
