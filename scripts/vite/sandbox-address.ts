import type { Plugin } from 'vite';

/** Tells the demo where the sandbox is: a page built once works with any address, which a server of files alone takes from the file. */
export function sandboxAddress(apiBase: string): Plugin {
  const answer = JSON.stringify({ apiBase });
  const serve = (
    use: (
      path: string,
      handler: (request: unknown, response: { setHeader(n: string, v: string): void; end(text: string): void }) => void,
    ) => void,
  ) =>
    use('/config.json', (_request, response) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(answer);
    });
  return {
    name: 'sandbox-address',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'config.json', source: answer });
    },
    configureServer: ({ middlewares }) => serve((path, handler) => void middlewares.use(path, handler)),
    configurePreviewServer: ({ middlewares }) => serve((path, handler) => void middlewares.use(path, handler)),
  };
}
