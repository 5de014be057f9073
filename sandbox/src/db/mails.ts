import type { InferInsertModel } from 'drizzle-orm';
import type { Db } from './open.js';
import { mails } from './schema.js';

export type NewMail = Omit<InferInsertModel<typeof mails>, 'id'>;

/** Puts an e-mail into the outbox, where `GET /sandbox/mail` shows it. Nothing is ever sent. */
export async function send(db: Db, ...letters: NewMail[]): Promise<void> {
  if (letters.length > 0) await db.insert(mails).values(letters);
}
