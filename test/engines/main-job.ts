import { mkdirSync, writeFileSync } from 'node:fs';
import { startSandbox } from '../../sandbox/src/server.js';
import { buildDemo, serveDemo } from '../../scripts/serve-demo.js';
import { WebKitDriver } from './webkit-driver.js';
import { WebKitPage } from './webkit-page.js';

/** The main job in WebKitGTK, step by step; MINIBROWSER_PATH is the browser. Ends with how many steps passed. */
const sandbox = await startSandbox({ port: 0, data: 'memory' });
await buildDemo();
const demo = await serveDemo(Number(process.env['E2E_PORT'] ?? 5373) + 2, sandbox.url);
const driver = new WebKitDriver(process.env['MINIBROWSER_PATH'] ?? '');
const page = new WebKitPage(driver);
const email = `webkit-${Date.now()}@example.org`;

const steps: Readonly<Record<string, () => Promise<void>>> = {
  async 'sees the offer'() {
    await page.goto(`${demo.url}/`);
    await page.click('a', 'Start 14 days free');
    await page.sees('cleeng-checkout', '');
    await page.sees('.price', '€9.99');
  },
  async 'registers in the checkout'() {
    await page.click('button', 'Create an account');
    await page.type('cleeng-register [name=email]', email);
    await page.type('cleeng-register [name=password]', 'Password1');
    await page.click('cleeng-register [name=broadcaster_terms]');
    await page.click('cleeng-register button', 'Create account');
  },
  async 'answers the publisher’s questions'() {
    const answers = { firstName: 'Ida', lastName: 'Holm', address: 'Kai 1', city: 'Kiel', postCode: '24103' };
    for (const [name, value] of Object.entries(answers)) await page.type(`cleeng-capture [name=${name}]`, value);
    await page.choose('cleeng-capture [name=country]', 'DE');
    await page.choose('cleeng-capture [name=custom_2]', 'North');
    await page.click('cleeng-capture button', 'Continue');
  },
  async 'types a card into the Drop-in'() {
    await page.sees('button[part=submit]', 'Order with obligation to pay');
    const card = { encryptedCardNumber: '5555444433331111', encryptedExpiryDate: '0330', encryptedSecurityCode: '737' };
    for (const [name, value] of Object.entries(card)) {
      await page.typeInFrame(`[data-cse=${name}] iframe`, value);
    }
  },
  async 'pays once'() {
    await page.click('button[part=submit]', 'Order with obligation to pay');
    await page.sees('h2', 'Thank you!');
    const payments = (await (await fetch(`${sandbox.url}/sandbox/payments?customerId=${await customerId()}`)).json()) as {
      status: string;
    }[];
    if (payments.map(({ status }) => status).join() !== 'captured') throw new Error(`The payments are ${JSON.stringify(payments)}`);
  },
  async 'finds the plan in the account, and cancels it'() {
    await page.click('a', 'Go to my account');
    await page.sees('h3', 'Nordlicht Monthly');
    await page.click('button', 'Manage plan');
    await page.click('button', 'Cancel plan');
    await page.click('label', 'It is too expensive');
    await page.click('button', 'Cancel plan now');
    await page.sees('.cleeng-notice', 'Your plan is cancelled.');
  },
  async 'resumes it'() {
    await page.click('button', 'Resume plan');
    await page.sees('.cleeng-notice', 'Your plan goes on.');
  },
};

async function customerId(): Promise<number> {
  const jwt = await driver.run<string>(
    'return JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith("cleeng.session.")))).jwt',
  );
  return (JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as { customerId: number }).customerId;
}

let passed = 0;
let failed = 0;
try {
  await driver.start();
  for (const [name, step] of Object.entries(steps)) {
    await step();
    passed++;
    console.log(`✓ ${name}`);
  }
} catch (error) {
  failed++;
  console.error(error);
  mkdirSync('test-results', { recursive: true });
  const picture = await driver.command<string>('GET', '/screenshot').catch(() => '');
  writeFileSync('test-results/webkit.png', Buffer.from(picture, 'base64'));
  console.error('What the page looked like is in test-results/webkit.png.');
} finally {
  await driver.stop();
  await demo.close();
  await sandbox.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
