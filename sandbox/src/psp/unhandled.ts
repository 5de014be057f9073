import type { Context } from 'hono';

/** Marks an answer of a stand-in that does not know what it was asked. */
export const UNHANDLED = 'X-Sandbox-Unhandled';

/** Says that a stand-in does not play what was asked of it. */
export const unhandled = (c: Context) =>
  c.json({ error: `The sandbox does not play ${c.req.method} ${c.req.path}` }, 404, { [UNHANDLED]: 'true' });
