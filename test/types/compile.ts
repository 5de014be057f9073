import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';

/** How an application finds modules: with a bundler, or as Node does. */
export type Resolution = 'bundler' | 'nodenext';

/**
 * What TypeScript says of a module in an application that has installed the built package: by its `exports` and its published types, checked as
 * strictly as an application can.
 */
export function compile(text: string, resolution: Resolution): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cleeng-types-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(process.cwd(), join(folder, 'node_modules/cleeng-elements'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const file = join(folder, 'app.ts');
    writeFileSync(file, text);
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      module: resolution === 'bundler' ? ts.ModuleKind.ESNext : ts.ModuleKind.NodeNext,
      moduleResolution: resolution === 'bundler' ? ts.ModuleResolutionKind.Bundler : ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
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
