import { WebKitDriver, type Element } from './webkit-driver.js';

const PATIENCE_MS = 30_000;

/** Finds what a viewer sees, in shadow roots too: something that matches and says this. */
const FIND = `
  const [selector, text] = arguments;
  const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
  const says = (element) => (element.getAttribute('aria-label') ?? element.textContent).replace(/\\s+/g, ' ');
  return all(document).find((element) => element.matches(selector) && element.checkVisibility() && says(element).includes(text)) ?? null;
`;

/** A page in WebKitGTK, as the end-to-end tests use one. */
export class WebKitPage {
  readonly #driver: WebKitDriver;

  constructor(driver: WebKitDriver) {
    this.#driver = driver;
  }

  goto = (url: string): Promise<unknown> => this.#driver.goto(url);

  /** Waits for something to be seen. */
  async sees(selector: string, text = ''): Promise<Element> {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.#driver.run<Element | null>(FIND, selector, text);
      if (found) return found;
      if (Date.now() > end) throw new Error(`Waited in vain for ${selector} ${text}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async click(selector: string, text = ''): Promise<void> {
    const element = await this.sees(selector, text);
    await this.#driver.run('arguments[0].scrollIntoView({ block: "center" })', element);
    await this.#driver.click(element);
  }

  async type(selector: string, text: string): Promise<void> {
    await this.#driver.type(await this.sees(selector), text);
  }

  async choose(selector: string, value: string): Promise<void> {
    const script = 'arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event("change", { bubbles: true }))';
    await this.#driver.run(script, await this.sees(selector), value);
  }

  /** Types where a frame is clicked on, key by key: WebDriver takes the fields in it for what cannot be focused. */
  async typeInFrame(frame: string, text: string): Promise<void> {
    await this.click(frame);
    await this.#driver.press(text);
  }
}
