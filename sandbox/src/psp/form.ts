import type { Context } from 'hono';
import { text } from '../text.js';

/** The fields of a form as text; of what is no form, none. */
export async function formOf(c: Context): Promise<(name: string) => string> {
  const fields = await c.req.parseBody().catch((): Record<string, unknown> => ({}));
  return (name) => text(fields[name]);
}
