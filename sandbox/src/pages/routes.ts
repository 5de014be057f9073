import { Hono } from 'hono';
import type { Platform } from '../platform.js';
import { browserFile } from '../psp/browser-files.js';
import type { Tools } from '../routes/sandbox-tools.js';
import { homePage } from './home.js';
import { sendPage } from './layout.js';

const FILES = { 'style.css': browserFile(import.meta.url, 'style.css') } as const;

/** The sandbox's own pages. */
export function pageRoutes(platform: Platform, _tools: Tools): Hono {
  const app = new Hono();
  app.get('/sandbox/assets/:file', (c) => {
    const name = c.req.param('file') as keyof typeof FILES;
    if (!Object.hasOwn(FILES, name)) return c.notFound();
    return c.body(FILES[name], 200, { 'Content-Type': name.endsWith('.css') ? 'text/css' : 'text/javascript' });
  });
  app.get('/', (c) => sendPage(c, homePage(platform.origin())));
  return app;
}
