import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** How an application finds modules: with a bundler, or as Node does. */
export type Resolution = 'bundler' | 'nodenext';

interface Options {
  file?: string;
  /** Packages the application has installed besides the kit. */
  beside?: readonly string[];
}

/**
 * What TypeScript says of a module in an application that has installed the built package: by its `exports` and its published types, checked as
 * strictly as an application can.
 */
export function compile(text: string, resolution: Resolution, { file: name = 'app.ts', beside = [] }: Options = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cleeng-types-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(process.cwd(), join(folder, 'node_modules/cleeng-elements'), 'junction');
    for (const other of beside) {
      mkdirSync(dirname(join(folder, 'node_modules', other)), { recursive: true });
      symlinkSync(join(process.cwd(), 'node_modules', other), join(folder, 'node_modules', other), 'junction');
    }
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const file = join(folder, name);
    writeFileSync(file, text);
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      module: resolution === 'bundler' ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
      moduleResolution: resolution === 'bundler' ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      jsx: ts.JsxEmit.ReactJSX,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedSideEffectImports: true,
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      types: [],
      noEmit: true,
    });
    return ts.getPreEmitDiagnostics(program).map(({ file: where, messageText }) => {
      return `${where?.fileName.replace(folder, '') ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
