import { and, desc, eq, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Db } from './open.js';
import { mails } from './schema.js';

export type NewMail = Omit<InferInsertModel<typeof mails>, 'id'>;

/** Puts an e-mail into the outbox, where `GET /sandbox/mail` shows it. Nothing is ever sent. */
export async function send(db: Db, ...letters: NewMail[]): Promise<void> {
  if (letters.length > 0) await db.insert(mails).values(letters);
}

export type StoredMail = InferSelectModel<typeof mails>;

/** What lies in the outbox, newest first. */
export function listMails(
  db: Db,
  { recipient, kind, limit = 100 }: { recipient?: string | undefined; kind?: string | undefined; limit?: number | undefined },
): Promise<StoredMail[]> {
  return db
    .select()
    .from(mails)
    .where(
      and(
        recipient === undefined ? undefined : eq(mails.recipient, recipient),
        kind === undefined ? undefined : eq(mails.kind, kind as StoredMail['kind']),
      ),
    )
    .orderBy(desc(mails.id))
    .limit(limit);
}
