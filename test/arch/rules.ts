import ts from 'typescript';
import { browserGlobalsOf, importsOf, parse, type Import, type Source } from './source.js';

/**
 * The import rules of the kit, each a function from source files to what breaks it. A type-only import is knowledge like any other: it counts
 * everywhere but where a rule is about what runs or is loaded, which says so.
 */
export type Rule = (sources: readonly Source[]) => string[];

/** What the files of a folder of `src` may know besides their own folder. `.` stands for the files beside `index.ts` that lie below all. */
const MAY_KNOW: Readonly<Record<string, readonly string[]>> = {
  '.': ['.'],
  api: ['.'],
  session: ['.', 'api'],
  checkout: ['.', 'api', 'session'],
  account: ['.', 'api', 'session'],
  capture: ['.', 'api', 'session'],
  catalogue: ['.', 'api', 'session'],
  i18n: ['.'],
  ui: ['.', 'i18n'],
  payments: ['.', 'api', 'session', 'checkout', 'account', 'capture', 'catalogue', 'i18n', 'ui'],
  controllers: ['.', 'api', 'session', 'checkout', 'account', 'capture', 'catalogue', 'i18n', 'ui', 'payments'],
  elements: ['.', 'session', 'checkout', 'account', 'capture', 'catalogue', 'i18n', 'ui', 'controllers'],
  define: ['.', 'elements'],
  react: ['elements', 'define'],
  vue: [],
  analytics: ['.'],
  mssdk: ['.', 'analytics'],
};
/** Beside the kit: they know what an application knows. */
const ALONGSIDE = ['react', 'vue', 'analytics', 'mssdk'];
const BASE = ['config', 'context', 'csp', 'store', 'money', 'ports', 'version'].map((name) => `src/${name}.ts`);
const CORE = /^src\/(api|session|checkout|account|capture|catalogue)\//;

const inSrc = (sources: readonly Source[]) => sources.filter(({ path }) => path.startsWith('src/'));

/** Every import of these files that a test finds wrong, as sentences. */
const wrongImports = (sources: readonly Source[], isWrong: (path: string, one: Import) => boolean): string[] =>
  sources.flatMap((source) =>
    importsOf(source)
      .filter((one) => isWrong(source.path, one))
      .map(({ target }) => `${source.path} imports ${target}`),
  );

const layerOf = (path: string): string | undefined => {
  if (BASE.includes(path)) return '.';
  return /^src\/(\w+)\//.exec(path)?.[1];
};

/** Who may import whom. `ui` and `i18n` know the amounts' and texts' types below them, but no store. */
export const layers: Rule = (sources) => {
  const files = inSrc(sources);
  const unknown = files
    .filter(({ path }) => path !== 'src/css-text.d.ts')
    .filter(({ path }) => !((layerOf(path) ?? '') in MAY_KNOW) && !['src/index.ts', 'src/define.ts'].includes(path))
    .map(({ path }) => `${path} lies in no known layer`);
  return [
    ...unknown,
    ...wrongImports(files, (path, { target }) => {
      if (!target.startsWith('src/')) return false;
      const [from, to] = [layerOf(path), layerOf(target)];
      if (target === 'src/index.ts') return !ALONGSIDE.includes(from ?? '');
      if (path === 'src/index.ts') return to === 'define' || target === 'src/define.ts';
      if (path === 'src/define.ts') return to !== 'define';
      if (from === undefined || to === undefined) return true;
      if ((from === 'ui' || from === 'i18n') && /\/(store|context)\.ts$/.test(target)) return true;
      return from !== to && !MAY_KNOW[from]?.includes(to);
    }),
  ];
};

/** Pure JavaScript of the standard library that TypeScript counts among the browser's. */
const PURE = ['atob', 'btoa', 'TextDecoder', 'TextEncoder'];
const CORE_GLOBALS = ['fetch', 'URL', 'URLSearchParams', 'AbortController', 'EventTarget', ...PURE];

/** The core is plain TypeScript: no Lit, not even its types, and of the browser only what Node has as well. */
export const plainCore: Rule = (sources) => {
  const core = sources.filter(({ path }) => CORE.test(path));
  const used = browserGlobalsOf(core);
  return [
    ...wrongImports(core, (_path, { target }) => !target.startsWith('src/')),
    ...core.flatMap(({ path }) =>
      [...used.get(path)!].filter((name) => !CORE_GLOBALS.includes(name)).map((name) => `${path} uses the browser's ${name}`),
    ),
  ];
};

/** Elements never import `api`. */
export const elementsWithoutApi: Rule = (sources) =>
  wrongImports(inSrc(sources), (path, { target }) => path.startsWith('src/elements/') && target.startsWith('src/api/'));

/** Elements nest by tag: none imports a file of another element's folder, nor its type. */
export const elementsApart: Rule = (sources) => {
  const elementOf = (path: string) => /^src\/elements\/([\w-]+)\//.exec(path)?.[1];
  return wrongImports(inSrc(sources), (path, { target }) => {
    const [own, other] = [elementOf(path), elementOf(target)];
    return path.startsWith('src/elements/') && other !== undefined && own !== other;
  });
};

/** The payment libraries come by `import()`, at the first need. A type of theirs loads nothing. */
export const paymentsOnDemand: Rule = (sources) =>
  wrongImports(inSrc(sources), (path, { target, kind }) => {
    if (kind !== 'static') return false;
    if (/^@(adyen|paypal)\//.test(target)) return !/^src\/payments\/(adyen|paypal)/.test(path);
    const own = /^src\/payments\/(adyen|paypal)/.exec(target)?.[1];
    // Below the entry of a widget, its own files import one another.
    return own !== undefined && !path.startsWith(`src/payments/${own}`);
  });

/** Only `define/*` registers elements. */
export const registryInDefine: Rule = (sources) =>
  inSrc(sources)
    .filter(({ path }) => !path.startsWith('src/define/'))
    .flatMap(({ path, text }) => {
      const found: string[] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && ['customElements', 'customElement'].includes(node.text)) found.push(`${path} touches ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(parse(path, text));
      return found;
    });

/** The once-only loaders. The page's scope lives on `globalThis`. */
const STATE_ALLOWED = ['src/payments/adyen.ts: sheet'];
const MUTATORS = ['set', 'add', 'delete', 'clear', 'push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill'];

/** No module keeps anything that changes: `let`, or a collection or object that is changed after it was made. */
export const noModuleState: Rule = (sources) =>
  inSrc(sources).flatMap(({ path, text }) => {
    const file = parse(path, text);
    const names = file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
      declarationList.declarations.map(({ name }) => ({
        name: name.getText(file),
        changeable: !(declarationList.flags & ts.NodeFlags.Const),
      })),
    );
    const changed = changedNames(file);
    return names
      .filter(({ name, changeable }) => changeable || changed.has(name))
      .map(({ name }) => `${path}: ${name}`)
      .filter((found) => !STATE_ALLOWED.includes(found))
      .map((found) => `${found} is state of a module`);
  });

/** Names whose value is changed in place: assigned into, or told to by one of its methods. */
function changedNames(file: ts.SourceFile): Set<string> {
  const changed = new Set<string>();
  const root = (node: ts.Expression): ts.Expression =>
    ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node) || ts.isNonNullExpression(node)
      ? root(node.expression)
      : node;
  const mark = (node: ts.Expression) => {
    if (node !== root(node)) changed.add(root(node).getText(file));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) mark(node.left);
    if (ts.isDeleteExpression(node)) mark(node.expression);
    if ((ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) && isStep(node.operator)) mark(node.operand);
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && MUTATORS.includes(node.expression.name.text)) {
      changed.add(node.expression.expression.getText(file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return changed;
}

const isAssignment = (kind: ts.SyntaxKind) => kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
const isStep = (kind: ts.SyntaxKind) => kind === ts.SyntaxKind.PlusPlusToken || kind === ts.SyntaxKind.MinusMinusToken;

/** What is generated or translated is as long as it must be. */
const MAY_BE_LONG = /^(src\/api\/contract\.ts|src\/(react\/jsx|vue\/elements)\.ts|src\/i18n\/locales\/.*)$/;

export const shortFiles: Rule = (sources) =>
  sources
    .filter(({ path }) => !MAY_BE_LONG.test(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > 300)
    .map(({ path, lines }) => `${path} has ${lines} lines`);

/** The kit knows no sandbox and no demo, the sandbox knows no kit. */
export const worldsApart: Rule = (sources) => [
  ...wrongImports(inSrc(sources), (_path, { target }) => /^(sandbox|demo|cleeng-sandbox)(\/|$)/.test(target)),
  ...wrongImports(
    sources.filter(({ path }) => path.startsWith('sandbox/')),
    (_path, { target }) => /^(src|demo|cleeng-elements)(\/|$)/.test(target),
  ),
];
