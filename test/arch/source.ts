import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** A source file, by its path from the project's root. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** What is imported: a path from the project's root with its ending, or a package. */
  readonly target: string;
  /** `import()` at run time, a type that leaves nothing behind in what runs, or an ordinary import. */
  readonly kind: 'static' | 'dynamic' | 'type';
}

/** Every import, re-export, `import()` and `import('…')` type of a file. */
export function importsOf({ path, text }: Source): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, kind: Import['kind']) => {
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ target: resolve(path, specifier.text), kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node) ? 'type' : 'static');
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly ? 'type' : 'static');
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, 'type');
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], 'dynamic');
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found;
}

export const parse = (path: string, text: string): ts.SourceFile => ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);

function isTypeOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const { name, namedBindings } = importClause;
  return !name && namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every((one) => one.isTypeOnly);
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? join(dirname(from), specifier).replace(/\.js$/, '.ts') : specifier;
}

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  experimentalDecorators: true,
  types: [],
  noEmit: true,
};

/** The browser's globals that files use as values, by file. Their types cost nothing and do not count; nor does what only has the same name. */
export function browserGlobalsOf(sources: readonly Source[]): Map<string, Set<string>> {
  const texts = new Map(sources.map(({ path, text }) => [absolute(path), text]));
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (name, language) => {
    const text = texts.get(name);
    return text === undefined ? getSourceFile.call(host, name, language) : ts.createSourceFile(name, text, language, true);
  };
  host.fileExists = (name) => texts.has(name) || fileExists.call(host, name);
  host.readFile = (name) => texts.get(name) ?? readFile.call(host, name);
  const program = ts.createProgram([...texts.keys()], OPTIONS, host);
  const checker = program.getTypeChecker();
  return new Map(
    sources.map(({ path }) => {
      const used = new Set<string>();
      const visit = (node: ts.Node): void => {
        if (ts.isIdentifier(node) && !isName(node) && !ts.isPartOfTypeNode(node) && isBrowsers(checker.getSymbolAtLocation(node))) {
          used.add(node.text);
        }
        ts.forEachChild(node, visit);
      };
      const file = program.getSourceFile(absolute(path));
      if (file) visit(file);
      return [path, used];
    }),
  );
}

const absolute = (path: string) => join(process.cwd(), path);

/** Whether an identifier names something inside something else, such as `b` in `a.b`. */
const isName = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) || ts.isPropertyAssignment(node.parent);

function isBrowsers(symbol: ts.Symbol | undefined): boolean {
  if (symbol?.name === 'globalThis') return true;
  return Boolean(symbol?.declarations?.some((declaration) => /lib\.dom(\.iterable)?\.d\.ts$/.test(declaration.getSourceFile().fileName)));
}
