import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { listMails } from '../db/mails.js';
import { PUBLISHER_ID, PUBLISHER_TOKEN } from '../db/seed/publishers.js';
import type { Platform } from '../platform.js';
import { browserFile } from '../psp/browser-files.js';
import { unhandled } from '../psp/unhandled.js';
import { sessionSecret } from '../publisher-access.js';
import { consolePage } from './console.js';
import { dashboardFiles, dashboardPage } from './dashboard/page.js';
import { homePage } from './home.js';
import { sendPage } from './layout.js';
import { mailPage } from './mail.js';

const OWN = new Map(['style.css', 'console.css', 'home.js', 'console.js'].map((name) => [name, browserFile(import.meta.url, name)]));

const DASHBOARD = dashboardFiles();

/** The API console's own files, from its package: nothing is fetched from elsewhere. Read when they are first wanted; they are large. */
const CONSOLE = new Map(['swagger-ui.css', 'swagger-ui-bundle.js'].map((name) => [name, once(() => packageFile(name))]));

/** The sandbox's own pages. */
export function pageRoutes({ db, clock, origin }: Platform): Hono {
  const app = new Hono();

  app.get('/', async (c) => {
    const mail = await listMails(db, { limit: 5 });
    return sendPage(c, homePage({ origin: origin(), publisherId: PUBLISHER_ID, clock: { now: clock.now(), frozen: clock.frozen }, mail }));
  });

  app.get('/mail', async (c) => {
    const recipient = c.req.query('recipient')?.trim() ?? '';
    return sendPage(c, mailPage(await listMails(db, recipient ? { recipient } : {}), recipient));
  });

  app.get('/console', (c) => sendPage(c, consolePage(PUBLISHER_ID, PUBLISHER_TOKEN)));

  app.get('/console/:file', (c) => {
    const read = CONSOLE.get(c.req.param('file'));
    return read ? c.body(read(), 200, { 'Content-Type': typeOf(c.req.path) }) : unhandled(c);
  });

  app.get('/dashboard', (c) => sendPage(c, dashboardPage(sessionSecret(c) !== undefined)));

  app.get('/dashboard/:file', (c) => {
    const text = DASHBOARD.get(c.req.param('file'));
    return text === undefined ? unhandled(c) : c.body(text, 200, { 'Content-Type': typeOf(c.req.path) });
  });

  app.get('/sandbox/assets/:file', (c) => {
    const text = OWN.get(c.req.param('file'));
    return text === undefined ? unhandled(c) : c.body(text, 200, { 'Content-Type': typeOf(c.req.path) });
  });

  return app;
}

const typeOf = (path: string) => `${path.endsWith('.css') ? 'text/css' : 'text/javascript'}; charset=utf-8`;

const packageFile = (name: string): string => readFileSync(createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`), 'utf8');

function once(read: () => string): () => string {
  let text: string | undefined;
  return () => (text ??= read());
}
