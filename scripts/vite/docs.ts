import { join } from 'node:path/posix';
import type { Plugin } from 'vite';
import { docsSite } from '../docs/site.js';

const TYPES: Readonly<Record<string, string>> = { md: 'text/markdown', json: 'application/json', txt: 'text/plain', html: 'text/html' };

/** The documentation as pages of the demo: nothing of it is written to the sources, `npm run dev` draws it anew for each request. */
export function docs(root: string): Plugin {
  const site = docsSite();
  const pages = new Map([...site.html].map(([path, text]) => [join(root, path), text]));
  return {
    name: 'docs',
    config: () => ({ build: { rolldownOptions: { input: [...pages.keys()] } } }),
    resolveId: { order: 'pre', handler: (id) => (pages.has(id) ? id : undefined) },
    load: { order: 'pre', handler: (id) => pages.get(id) },
    generateBundle() {
      for (const [fileName, source] of site.files) this.emitFile({ type: 'asset', fileName, source });
    },
    configureServer: (server) => {
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '/';
        const path = new URL(url, 'http://localhost').pathname.slice(1).replace(/\/$/, '/index.html');
        const now = docsSite();
        const page = now.html.get(path);
        const text = page ? server.transformIndexHtml(url, page) : Promise.resolve(now.files.get(path));
        text.then((found) => {
          if (found === undefined) return next();
          response.setHeader('Content-Type', `${TYPES[path.split('.').at(-1)!] ?? 'text/plain'}; charset=utf-8`);
          response.end(found);
        }, next);
      });
    },
  };
}
