import { eq } from 'drizzle-orm';
import type { Db } from './db/open.js';
import { publishers } from './db/schema.js';
import { refusals } from './refusal.js';

/** What stands for a token that the captcha's maker refuses. */
const BAD_TOKEN = 'invalid';

/** @throws when a publisher asks for a captcha and there is none, or a bad one */
export async function requireCaptcha(db: Db, publisherId: number, token: string | undefined): Promise<void> {
  const [publisher] = await db.select().from(publishers).where(eq(publishers.id, publisherId));
  if (!publisher?.captchaRequired) return;
  if (!token) throw refusals.captchaMissing();
  if (token === BAD_TOKEN) throw refusals.captchaFailed();
}
