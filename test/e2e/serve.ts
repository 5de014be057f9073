import { createServer } from 'node:http';
import { extname } from 'node:path';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.html': 'text/html' };

export interface Served {
  url: string;
  close(): void;
}

/** A plain file server, as a publisher's page or CDN is one. */
export function serve(answer: (path: string) => Promise<string>, headers: Readonly<Record<string, string>> = {}): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    answer(pathname).then(
      (text) => {
        response.writeHead(200, {
          'Content-Type': TYPES[extname(pathname)] ?? 'text/html',
          'Access-Control-Allow-Origin': '*',
          ...headers,
        });
        response.end(text);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, () => {
      const { port } = server.address() as { port: number };
      resolve({ url: `http://localhost:${port}`, close: () => server.close() });
    });
  });
}
