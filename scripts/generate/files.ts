import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { vsCodeData, webTypes } from './editors.js';
import { readDeclarations } from './manifest.js';
import { jsxTypes, reactWrappers } from './react.js';
import { vueTypes } from './vue.js';

/** Everything that is made from `custom-elements.json`, by its path. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const declarations = readDeclarations();
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as { name: string; version: string };
  const texts = {
    ...Object.fromEntries(Object.entries(reactWrappers(declarations)).map(([module, text]) => [`src/react/components/${module}.ts`, text])),
    'src/react/jsx.ts': jsxTypes(declarations),
    'src/vue/elements.ts': vueTypes(declarations),
    'vscode.html-custom-data.json': JSON.stringify(vsCodeData(declarations)),
    'web-types.json': JSON.stringify(webTypes(declarations, name, version)),
  };
  const files = new Map<string, string>();
  for (const [path, text] of Object.entries(texts)) {
    files.set(path, await format(text, { ...(await resolveConfig(path)), filepath: path }));
  }
  return files;
}
