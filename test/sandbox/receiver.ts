import { createServer, type Server } from 'node:http';

/** What came in. */
export interface Received {
  path: string;
  id: string;
  signature: string;
  timestamp: string;
  text: string;
  body: { broadcasterId: number; topic: string; data: Record<string, unknown> };
}

/** A publisher's server, as one would write it. */
export async function listen() {
  const received: Received[] = [];
  let answer: (path: string) => number | Promise<number> = () => 200;
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const header = (name: string) => String(request.headers[name]);
      const signed = { id: header('webhook-id'), signature: header('webhook-signature'), timestamp: header('webhook-timestamp') };
      received.push({ path: request.url ?? '', ...signed, text, body: JSON.parse(text) as Received['body'] });
      void Promise.resolve(answer(request.url ?? '')).then((status) => {
        response.writeHead(status, status === 302 ? { Location: '/elsewhere' } : {});
        response.end(status === 200 ? 'Thanks' : 'No');
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    received,
    answers: (with_: typeof answer) => (answer = with_),
    url: (path = '/hooks') => `http://127.0.0.1:${port}${path}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
