import { assert } from '@open-wc/testing';
import { answer, type Reply } from './network.js';
import { control, describe, it, says, world } from './page.js';

const page = await (await fetch('/docs/languages.md')).text();
const snippets = (language: string) => [...page.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code!);
/** Runs a snippet as a page would. */
const run = (code: string) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`) as Promise<unknown>;

describe('the page about languages', () => {
  it('has a page in two languages', async () => {
    const { root } = world();
    const { documentElement, body } = new DOMParser().parseFromString(snippets('html')[0]!, 'text/html');
    root.lang = documentElement.lang;
    root.append(...body.children);
    await control(root.querySelector('cleeng-login')!, 'Se connecter');
    await says(root.querySelector('cleeng-checkout')!, 'Kasse');
  });

  it('has words that take the place of the kit’s', async () => {
    const checkout = world().place('cleeng-checkout', { 'offer-id': 'S274093615_DE' });
    await run(snippets('js')[0]!);
    await says(checkout, 'Become a member');
    await control(checkout, 'Sign in');
    checkout.lang = 'de-AT';
    await says(checkout, 'Mitglied werden');
    await control(checkout, 'Anmelden');
  });

  it('has a text that depends on a number', async () => {
    const twoSeasons: Reply = async (call) => new Response((await (await call.pass()).text()).replaceAll('"season"', '"2seasons"'));
    answer('GET', /\/offers\/S\w+$/, twoSeasons);
    const checkout = world().place('cleeng-checkout', { 'offer-id': 'S615027743_DE' });
    await says(checkout, 'every 2 seasons');
    await run(snippets('js')[1]!);
    await says(checkout, 'for 2 seasons at a time');
  });

  it('has no snippet that is not run here', () => {
    assert.equal(snippets('html').length + snippets('js').length, 3);
    assert.equal(page.match(/```\w+/g)?.length, 3);
  });
});
