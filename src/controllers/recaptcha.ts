/** The part of Google's reCAPTCHA Enterprise that is used here. */
interface Enterprise {
  ready(then: () => void): void;
  render(container: HTMLElement, options: Record<string, unknown>): number;
  execute(widget: number): void;
}

interface Policy {
  createScriptURL(url: string): string;
}

/** A policy can be made once in a page: it is kept there for the case that the script has to be asked for again. */
const POLICY = Symbol.for('cleeng.recaptcha.v1');

type Page = typeof globalThis & {
  grecaptcha?: { enterprise?: Enterprise };
  trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
  [POLICY]?: Policy | undefined;
};

const SCRIPT = 'https://www.google.com/recaptcha/enterprise.js?render=explicit';

/** Nobody is told when a viewer closes the challenge: after this time it counts as closed. */
const GIVE_UP_MS = 120_000;

/** A token of an invisible reCAPTCHA. A fresh one for every call: each is good for one request. */
export async function recaptcha(sitekey: string): Promise<string> {
  const enterprise = await load();
  // In the document, where its challenge finds room above everything.
  const box = document.body.appendChild(document.createElement('div'));
  try {
    return await new Promise<string>((resolve, reject) => {
      const failed = () => reject(new Error('reCAPTCHA gave no token'));
      setTimeout(failed, GIVE_UP_MS);
      const options = { sitekey, size: 'invisible', callback: resolve, 'error-callback': failed, 'expired-callback': failed };
      enterprise.execute(enterprise.render(box, options));
    });
  } finally {
    box.remove();
  }
}

async function load(): Promise<Enterprise> {
  const page = globalThis as Page;
  if (!page.grecaptcha?.enterprise) await addScript(page);
  const enterprise = page.grecaptcha?.enterprise;
  if (!enterprise) throw new Error('reCAPTCHA did not load');
  await new Promise<void>((resolve) => enterprise.ready(resolve));
  return enterprise;
}

function addScript(page: Page): Promise<void> {
  const script = document.createElement('script');
  // Under Trusted Types a site allows this policy by its name.
  page[POLICY] ??= page.trustedTypes?.createPolicy('cleeng-recaptcha', { createScriptURL: (url) => url });
  script.src = page[POLICY]?.createScriptURL(SCRIPT) ?? SCRIPT;
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error('reCAPTCHA could not be loaded'));
    };
    document.head.append(script);
  });
}
