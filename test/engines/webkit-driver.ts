import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

/** What WebDriver names an element by. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const LONG_START_MS = 20_000;

export type Element = Readonly<Record<typeof ELEMENT, string>>;
type Action = Readonly<Record<string, string | number>>;

/** Drives Debian's WebKitGTK by WebDriver, on an X server of its own: nothing is installed or shown. */
export class WebKitDriver {
  readonly #minibrowser: string;
  readonly #children: ChildProcess[] = [];
  #base = '';
  #session = '';

  constructor(minibrowser: string) {
    this.#minibrowser = minibrowser;
  }

  async start(): Promise<void> {
    const display = await this.#startDisplay();
    const port = await freePort();
    const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1' };
    this.#children.push(spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env }));
    this.#base = `http://127.0.0.1:${port}`;
    await this.#answers();
    const { sessionId } = await this.#call<{ sessionId: string }>('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: this.#minibrowser, args: ['--automation'] },
        },
      },
    });
    this.#session = sessionId;
  }

  async stop(): Promise<void> {
    if (this.#session) await this.command('DELETE', '').catch(() => undefined);
    for (const child of this.#children.reverse()) child.kill();
  }

  /** One command of the session. */
  command<T = unknown>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    return this.#call<T>(method, `/session/${this.#session}${path}`, body);
  }

  goto = (url: string): Promise<unknown> => this.command('POST', '/url', { url });

  /** Runs the body of a function in the page. */
  run = <T>(script: string, ...args: unknown[]): Promise<T> => this.command<T>('POST', '/execute/sync', { script, args });

  /** Types into an element, from outside the page as a keyboard does. */
  type = (element: Element, text: string): Promise<unknown> => this.command('POST', `/element/${element[ELEMENT]}/value`, { text });

  click = (element: Element): Promise<unknown> => this.command('POST', `/element/${element[ELEMENT]}/click`, {});

  /** Presses the keys of a text one after another, wherever the focus is. */
  press = (text: string): Promise<unknown> =>
    this.keys(...[...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))));

  keys = (...actions: Action[]): Promise<unknown> =>
    this.command('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });

  async #startDisplay(): Promise<string> {
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    this.#children.push(child);
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
      child.stdio[3]!.once('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
    });
  }

  async #answers(): Promise<void> {
    const end = Date.now() + LONG_START_MS;
    for (;;) {
      try {
        return void (await fetch(`${this.#base}/status`));
      } catch (error) {
        if (Date.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(this.#base + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKitWebDriver, ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
  });
