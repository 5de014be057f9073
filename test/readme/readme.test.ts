import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { OFFERS } from '../../sandbox/src/db/seed/offers.js';
import { PERSONA_PASSWORD, PERSONAS } from '../../sandbox/src/db/seed/personas.js';
import { CARDS } from '../../sandbox/src/psp/adyen/cards.js';
import { filesBelow } from '../../scripts/vite/files.js';
import { built, ELEMENTS, readPackage } from '../build/dist.js';
import { compile } from '../types/compile.js';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string) => [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``, 'g'))].map(([, text]) => text!);
const inline = [...readme.replace(/```[^]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!);
const manifest = JSON.parse(readFileSync('custom-elements.json', 'utf8')) as {
  modules: { declarations: { tagName: string; attributes: { name: string }[]; events: { name: string }[] }[] }[];
};
const declarations = manifest.modules.flatMap((module) => module.declarations);

describe('every command of the README', () => {
  const { scripts } = readPackage();

  test('is a script of package.json', () => {
    const commands = [...blocks('sh'), ...inline].flatMap((text) =>
      [...text.matchAll(/npm (?:run )?([a-z][\w:]*)/g)].map(([, name]) => name!),
    );
    for (const name of ['start', 'test', 'build', 'dev', 'contract', 'test:contract'])
      assert.ok(commands.includes(name), `it tells of ${name}`);
    for (const name of commands.filter((one) => one !== 'ci')) assert.ok(scripts[name], `npm run ${name}`);
  });

  test('runs what .ci/run runs: install, then test', () => {
    assert.ok(blocks('sh').includes('npm ci && npm test\n'));
    assert.match(readFileSync('.ci/run', 'utf8'), /\nnpm ci\nnpm test\n$/);
  });

  test('runs files that are there', () => {
    for (const command of Object.values(scripts)) {
      for (const [file] of command.matchAll(/[\w/-]+\.(?:ts|mjs|json)(?= |$)/g)) {
        if (!command.includes(`-o ${file}`)) assert.ok(existsSync(file), file);
      }
    }
  });
});

describe('every snippet of the README', () => {
  test('in TypeScript compiles against the built types', () => {
    const snippets = blocks('ts');
    assert.ok(snippets.length > 0);
    for (const snippet of snippets) assert.deepEqual(compile(snippet, 'bundler'), []);
    assert.match(compile(snippets[0]!.replace('publisherId', 'publisher'), 'bundler').join(), /publisher/, 'and is not just let through');
  });

  test('in HTML uses elements, attributes and an offer that there are', () => {
    const [html = ''] = blocks('html');
    for (const [, tag = '', attributes = ''] of html.matchAll(/<(cleeng-[\w-]+)([^>]*)>/g)) {
      const known = declarations.find(({ tagName }) => tagName === tag)?.attributes.map(({ name }) => name);
      for (const [, name] of attributes.matchAll(/([\w-]+)=/g)) assert.ok(known?.includes(name!), `${tag} has ${name}`);
    }
    const offer = /offer-id="(\w+)_DE"/.exec(html)?.[1];
    assert.equal(offer, OFFERS.monthly);
  });

  test('in JavaScript imports what that script exports', () => {
    const [script = ''] = blocks('js');
    const [, names = '', file = ''] = /import \{ ([\w, ]+) \} from '\S+\/([\w-]+\.js)'/.exec(script) ?? [];
    const exported = /export\{([^}]*)\}/.exec(built(`dist/cdn/${file}`))?.[1] ?? '';
    const also = /also (`[^;.]+)\. So/.exec(readme.replace(/\n/g, ' '))?.[1] ?? '';
    for (const name of [...names.split(', '), ...also.matchAll(/`(\w+)`/g)].map((one) => (typeof one === 'string' ? one : one[1]!)))
      assert.match(exported, new RegExp(`\\b${name}\\b`));
    for (const name of ELEMENTS) assert.match(built(`dist/cdn/${name}.js`), /export\{[^}]*\bconfigure\b/, name);
  });

  test('in CSS sets tokens that there are', () => {
    const tokens = readFileSync('src/ui/tokens.ts', 'utf8');
    const named = blocks('css').flatMap((text) => [...text.matchAll(/--cleeng-[\w-]+/g)].map(([name]) => name));
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(tokens.includes(`var(${name},`), name);
  });
});

describe('what the README says', () => {
  test('of events: each one there is, and no other', () => {
    const known = new Set([
      ...filesBelow('src', '.ts').flatMap((file) =>
        [...readFileSync(`src/${file}`, 'utf8').matchAll(/interface GlobalEventHandlersEventMap \{([^}]*)\}/g)].flatMap(([, body]) =>
          [...body!.matchAll(/'(cleeng-[\w-]+)'/g)].map(([, name]) => name!),
        ),
      ),
    ]);
    for (const { tagName, events } of declarations) {
      for (const { name } of events) assert.ok(known.has(name), `${name} of ${tagName} is typed`);
    }
    const table = readme.slice(readme.indexOf('## Events'), readme.indexOf('## Theming'));
    const told = new Set([...table.matchAll(/`(cleeng-[\w-]+)`/g)].map(([, name]) => name!));
    assert.deepEqual([...told].sort(), [...known].sort());
  });

  test('of ways in: each one package.json exports', () => {
    const { exports } = readPackage();
    const ways = [...readme.matchAll(/['`]cleeng-elements(\/[\w-/.]+)?['`]/g)].map(([, way = '']) => `.${way}`);
    assert.ok(ways.includes('./define/login'));
    const patterns = Object.keys(exports).map((key) => new RegExp(`^${key.replace(/\./g, '\\.').replace('*', '.+')}$`));
    for (const way of ways)
      assert.ok(
        patterns.some((pattern) => pattern.test(way)),
        way,
      );
  });

  test('of scripts: one for each element, under its name', () => {
    for (const name of ELEMENTS) assert.ok(readme.includes(`\`${name}.js\``), name);
  });

  test('of the login and the card: both work', () => {
    const [, email, password] = /Log in as `(\S+)` with `(\S+)`/.exec(readme) ?? [];
    assert.deepEqual({ email, password }, { email: PERSONAS.subscriber.email, password: PERSONA_PASSWORD });
    const number = /card `([\d ]+)`/.exec(readme)?.[1]?.replaceAll(' ', '');
    assert.equal(CARDS.find((card) => card.number === number)?.outcome, 'authorised');
  });

  test('of addresses, variables and folders: the code says the same', () => {
    const code = ['scripts/start.ts', 'sandbox/src/main.ts', 'sandbox/src/server.ts'].map((file) => readFileSync(file, 'utf8')).join();
    for (const name of ['SANDBOX_PORT', 'SANDBOX_DATA', 'DEMO_PORT'])
      assert.ok(readme.includes(`\`${name}\``) && code.includes(`'${name}'`), name);
    for (const [, port] of readme.matchAll(/`http:\/\/localhost:(\d+)`/g)) assert.ok(code.includes(port!), port);
    assert.match(code, /'\.sandbox-data'/);
    const folders = inline.filter((text) => /^[\w./-]+\/[\w/-]*$/.test(text) && !/^[/.\d]|cleeng-elements/.test(text));
    assert.ok(folders.length > 5);
    const built = readFileSync('vite.config.ts', 'utf8');
    for (const path of folders) assert.ok(existsSync(path) || path === 'dist/' || built.includes(`'${path}'`), path);
  });
});
