import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build, type BuildOptions } from 'esbuild';
import { logIn, SANDBOX, watchConsole } from './helpers.js';
import { settled } from './people.js';
import { notThere, serve } from './publisher.js';

const at = (path: string) => join(process.cwd(), path);

/** An application with a server: what both sides draw, and how each begins. */
interface Application {
  app: string;
  server: string;
  client: string;
  /** Where its framework lies, if not beside the kit. */
  alias?: Record<string, string>;
}

const REACT = `import { createElement as h, useState } from 'react';`;
const REACT_SIDES = {
  server: `import { renderToString } from 'react-dom/server'; console.log(renderToString(h(App)));`,
  client: `import { hydrateRoot } from 'react-dom/client'; hydrateRoot(document.getElementById('app'), h(App));`,
};
const COMPONENT = `${REACT}
  import { CleengLogin } from 'cleeng-elements/react';
  function App() {
    const [news, setNews] = useState('Nothing yet');
    const login = h(CleengLogin, { publisherId: '204118605', apiBase: '${SANDBOX}', onLoginSuccess: () => setNews('Logged in') },
      h('p', { slot: 'footer' }, 'From the server'));
    return h('main', null, login, h('p', { role: 'status' }, news));
  }`;
// React 19 binds no listener of its own to a tag that a server has printed.
const TAG = `${REACT}
  import { useEffect, useRef } from 'react';
  function App() {
    const [news, setNews] = useState('Nothing yet');
    const element = useRef(null);
    useEffect(() => {
      element.current.addEventListener('cleeng-login-success', () => setNews('Logged in'));
      void import('cleeng-elements/define/login');
    }, []);
    const login = h('cleeng-login', { ref: element, 'publisher-id': '204118605', 'api-base': '${SANDBOX}' },
      h('p', { slot: 'footer' }, 'From the server'));
    return h('main', null, login, h('p', { role: 'status' }, news));
  }`;
const VUE = `import { createSSRApp, h, onMounted, ref } from 'vue';
  const App = { setup() {
    const news = ref('Nothing yet');
    onMounted(() => import('cleeng-elements/define/login'));
    return () => h('main', [
      h('cleeng-login', { 'publisher-id': '204118605', 'api-base': '${SANDBOX}', onCleengLoginSuccess: () => (news.value = 'Logged in') },
        [h('p', { slot: 'footer' }, 'From the server')]),
      h('p', { role: 'status' }, news.value),
    ]);
  } };`;
const REACT_18 = Object.fromEntries(['react', 'react-dom'].map((name) => [name, at(`test/react-18/node_modules/${name}`)]));

const APPLICATIONS: Readonly<Record<string, Application>> = {
  'React 19, components': { app: COMPONENT, ...REACT_SIDES },
  'React 19, tags': { app: TAG, ...REACT_SIDES },
  'React 18, components': { app: COMPONENT, ...REACT_SIDES, alias: REACT_18 },
  'Vue 3': {
    app: VUE,
    server: `import { renderToString } from 'vue/server-renderer'; console.log(await renderToString(createSSRApp(App)));`,
    client: `createSSRApp(App).mount('#app');`,
  },
};

/** One side of an application, with the built package and the frameworks’ warnings. */
async function bundle({ app, alias = {} }: Application, side: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `${app}\n${side}`, resolveDir: process.cwd() },
    // By the package's `exports`, as an application finds it, not by the paths of our own sources.
    tsconfigRaw: '{}',
    alias,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    logLevel: 'error',
    ...options,
  });
  return outputFiles![0]!.text;
}

/** The page as the server prints it. */
async function serverText(application: Application): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'cleeng-server-'));
  try {
    const require = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;
    const code = await bundle(application, application.server, {
      platform: 'node',
      banner: { js: require },
      external: ['@adyen/*', '@paypal/*'],
    });
    writeFileSync(join(folder, 'server.mjs'), code);
    const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'server.mjs')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [name, application] of Object.entries(APPLICATIONS)) {
  test(`${name}: a page from a server keeps its place, is taken over without a word, and works`, async ({ page }) => {
    const printed = await serverText(application);
    expect(printed).toMatch(/<cleeng-login[^>]*>.*From the server.*<\/cleeng-login>/);
    const script = await bundle(application, application.client, { external: ['@adyen/*', '@paypal/*'] });
    const style = await readFile('dist/cdn/cleeng-elements.css', 'utf8');
    const site = await serve((path) => {
      if (path === '/app.js') return Promise.resolve(script);
      if (path !== '/') return notThere();
      return Promise.resolve(
        `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>App</title><link rel="icon" href="data:," /><style>${style}</style></head>
         <body><div id="app">${printed}</div><script type="module" src="/app.js"></script></body></html>`,
      );
    });
    const messages = watchConsole(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/app.js', async (route) => {
      await held;
      await route.continue();
    });
    const { email } = await settled(page.request);
    await page.goto(site.url, { waitUntil: 'commit' });
    const place = page.locator('cleeng-login');
    await expect.poll(async () => (await place.boundingBox())?.height ?? 0).toBeGreaterThan(300);
    release();
    await expect(place.locator('form')).toBeVisible();
    await expect(page.getByText('From the server')).toBeVisible();
    await logIn(page, email);
    await expect(page.getByRole('status').getByText('Logged in', { exact: true })).toBeVisible();
    // React recommends its developer tools; nothing else is said.
    expect(messages.filter((text) => !/React DevTools|dev mode|development build/i.test(text))).toEqual([]);
    site.close();
  });
}
