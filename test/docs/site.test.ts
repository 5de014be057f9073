import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import MiniSearch from 'minisearch';
import { SEARCH } from '../../demo/docs/search/options.js';
import { renderMarkdown } from '../../scripts/docs/markdown.js';
import { drawPages, readPages } from '../../scripts/docs/pages.js';
import { docsSite } from '../../scripts/docs/site.js';
import { ELEMENTS } from '../build/dist.js';

const site = docsSite();
const pages = readPages();

describe('the documentation', () => {
  test('has every guide and every element, each as HTML and as Markdown, and llms.txt names all', () => {
    const llms = site.files.get('llms.txt')!;
    const slugs = ['index', 'embedding', 'theming', 'events', 'security', 'migrating', 'sandbox', 'changelog', 'contributing'];
    for (const slug of [...slugs, ...ELEMENTS.map((name) => `cleeng-${name}`)]) {
      assert.ok(site.html.has(`docs/${slug}.html`), slug);
      assert.match(site.files.get(`docs/${slug}.md`)!, /^# /m, slug);
      assert.ok(llms.includes(`](docs/${slug}.md)`), slug);
    }
  });

  test('has no link that leads nowhere, to a page or into one', () => {
    for (const [path, html] of site.html) {
      const ids = (text: string) => new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, target] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
        if (/^https?:/.test(target!) || target === '../') continue;
        const [file = '', id] = target!.split(/\?[^#]*#?|#/);
        const to = file.startsWith('../') ? file.slice(3) : `docs/${file || path.slice(5)}`;
        const found = site.html.get(to) ?? site.files.get(to);
        assert.ok(found, `${path} leads to ${target}`);
        if (id) assert.ok(ids(found).has(id), `${path} leads to ${target}`);
      }
      for (const [, target] of site.files.get(path.replace('.html', '.md'))!.matchAll(/\]\(([\w-]+\.md)[#)]/g))
        assert.ok(site.files.has(`docs/${target}`), `${path} as Markdown leads to ${target}`);
    }
  });

  test('refuses a page with a link that leads nowhere', () => {
    const page = { ...pages[0]!, markdown: '# A\n\n[b](#not-there)' };
    assert.throws(() => drawPages([page]), /#not-there leads nowhere/);
    assert.throws(() => drawPages([{ ...page, markdown: '[b](not-there.md)' }]), /leads to not-there\.md/);
    // A file that is no page cannot be opened from one.
    assert.match(drawPages([{ ...page, markdown: '[b](../package.json) c' }])[0]!.body.html, /<span>b<\/span> c/);
  });

  test('says of each element all that the manifest does', () => {
    const login = site.files.get('docs/cleeng-login.md')!;
    for (const part of ['`switchable`', '`cleeng-login-success`', '`{ customerId: string }`', '`--cleeng-color-primary`', '`heading`'])
      assert.ok(login.includes(part), part);
    // A bar inside a cell would end it.
    assert.match(login, /`'session-expired' \\\| 'email-changed' \\\| 'password-changed'`/);
  });

  test('is found, section by section', () => {
    const index = MiniSearch.loadJSON(site.files.get('docs/search.json')!, SEARCH);
    const first = (query: string) => index.search(query)[0]?.['url'] as string;
    assert.equal(first('content security policy'), 'security.html#a-content-security-policy');
    assert.equal(first('cleeng-paywall'), 'cleeng-paywall.html');
    assert.match(first('setJWT'), /^migrating\.html#/);
    assert.equal(index.search('cleengpaywallchange nonsense').length, 0);
    // What every element has is found once, and not thirteen times before the guide.
    const tokens = index.search('tokens').map(({ url }) => url as string);
    assert.ok(tokens.slice(0, 3).includes('theming.html#tokens'), tokens.join());
    assert.equal(tokens.filter((url) => url.endsWith('#tokens')).length, 2);
  });

  test('is made of Markdown alone: HTML in a text stays text, and so do addresses that run', () => {
    const { html } = renderMarkdown('<img src=x onerror=alert(1)> [x](javascript:alert(1))\n\n```html\n<b>&</b>\n```', String);
    assert.ok(!/<img|<b>|href="javascript/.test(html), html);
    assert.ok(html.includes('&lt;img src=x'));
  });

  test('gives headings of the same words addresses of their own', () => {
    const { headings } = renderMarkdown('# A\n\n## `x-y` & more\n\n## Twice\n\n## Twice', String);
    assert.deepEqual(
      headings.map(({ id }) => id),
      ['a', 'x-y--more', 'twice', 'twice-1'],
    );
  });
});
