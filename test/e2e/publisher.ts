import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html', '.css': 'text/css' };

/** A server on an origin of its own, as a publisher's site or its CDN is one. */
export interface Site {
  url: string;
  close(): void;
}

/** Serves what `answer` gives for a path; what it rejects is a 404. */
export function serve(answer: (path: string) => Promise<string>, headers: () => Record<string, string> = () => ({})): Promise<Site> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname).then(
      (text) => {
        const type = TYPES[extname(pathname)] ?? 'text/html';
        response.writeHead(200, { 'Content-Type': type, 'Access-Control-Allow-Origin': '*', ...headers() });
        response.end(text);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      resolve({
        url: `http://localhost:${port}`,
        close() {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

/** The script-tag build, as a CDN would serve it. */
export const serveCdn = (): Promise<Site> => serve((path) => readFile(join('dist/cdn', path), 'utf8'));

/** A plain page with some elements in it, from one script tag. */
export const plainPage = (cdn: string, body: string, script = 'cleeng-elements'): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>A shop</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${cdn}/${script}.js"></script>
  </head>
  <body>${body}</body>
</html>`;

export const notThere = (): Promise<string> => Promise.reject(new Error('There is nothing else here'));
